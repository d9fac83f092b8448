public import ArgumentParser
public import PreflightCore

/// What may be done to images.
struct FixOptions: ParsableArguments {
    @Option(
        help: """
            How far images are scaled down: to the limits, to the target that the model looks at, or \
            not at all (none). Default: target where the provider documents it, else limits.
            """
    )
    var resize: ResizePolicy?

    @Option(
        help: """
            The most that may be lost: none, detail, or meaning (frames, and only where the model \
            refuses animations).
            """
    )
    var loss: Loss = .meaning

    @Option(help: "The quality of lossy encodings, 1 to 100.")
    var quality = 85

    @Option(help: "What shows through where transparency cannot be kept: white, black or #rrggbb.")
    var background: Colour = .white

    @Option(
        help: ArgumentHelp(
            "Bytes to stay within, all images together, instead of the model's own limit.",
            valueName: "bytes"
        )
    )
    var budget: Int?

    func validate() throws {
        guard budget ?? 1 >= 1 else {
            throw ValidationError(
                "Expected a number of at least 1 for --budget, found \(budget ?? 0)."
            )
        }
        guard (1...100).contains(quality) else {
            throw ValidationError("Expected --quality from 1 to 100, found \(quality).")
        }
    }

    /// The options as the library takes them.
    var planOptions: PlanOptions {
        PlanOptions(resize: resize, lossAtMost: loss, quality: quality, background: background)
    }
}

extension ResizePolicy: ExpressibleByArgument {}

extension Loss: ExpressibleByArgument {}

extension Colour: ExpressibleByArgument {
    /// Creates a colour from an argument, as ``init(_:)`` reads it.
    public init?(argument: String) { self.init(argument) }

    /// The default as help shows it.
    public var defaultValueDescription: String { self == .white ? "white" : hexadecimal }
}
