public import ArgumentParser
public import PreflightCore

/// What may be done to images.
struct FixOptions: ParsableArguments {
    @Option(
        help: """
            How far images are scaled down: to the limits, to the target that the model looks at, \
            or not at all (none). Default: target where the provider documents it, else limits.
            """
    )
    var resize: ResizePolicy?

    @Option(
        help: """
            The most that may be lost: none, detail, or meaning (frames, and only where the model \
            refuses animations).
            """
    )
    var loss = PlanOptions().lossAtMost

    @Option(help: "The quality of lossy encodings, 1 to 100.")
    var quality = PlanOptions().quality

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            What shows through where transparency cannot be kept: white, black, #rgb or #rrggbb. \
            Default: white.
            """,
            valueName: "colour"
        ),
        transform: Self.colour
    )
    var background: Color?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Bytes to stay within, all images together, instead of the model's own limit: a number, "
                + "4MB or 4MiB.",
            valueName: "bytes"
        ),
        transform: Self.byteCount
    )
    var budget: Int?

    @Flag(
        help: """
            Write pictures of which pixels are missing, with what a decoder makes of them; the files \
            say so.
            """
    )
    var acceptDamage = false

    @Flag(
        help: """
            Fit into a request's bytes whatever that costs; without it, pictures that would become \
            hard to read are refused.
            """
    )
    var squeeze = false

    @Flag(
        help: """
            Make copies small: in the size that the model looks at, in the format that takes the \
            fewest bytes.
            """
    )
    var small = false

    func validate() throws {
        guard !small || resize == nil || resize == .target else {
            throw ValidationError("--small is --resize target and more: leave --resize out.")
        }
        guard !small || loss > .none else {
            throw ValidationError(
                "--small saves bytes at the cost of detail: leave --loss none out."
            )
        }
        guard (1...100).contains(quality) else {
            throw ValidationError("--quality goes from 1 to 100; this is \(quality).")
        }
    }

    /// The options as the library takes them.
    var planOptions: PlanOptions {
        PlanOptions(
            resize: small ? .target : resize,
            lossAtMost: loss,
            quality: quality,
            background: background ?? PlanOptions().background,
            acceptsDamage: acceptDamage,
            squeezes: squeeze,
            prefersFewBytes: small
        )
    }
}

extension FixOptions {
    @Sendable
    private static func colour(_ argument: String) throws -> Color {
        guard let colour = Color(argument) else {
            throw ValidationError("A colour is white, black, #rgb or #rrggbb.")
        }
        return colour
    }

}

extension FixOptions {
    @Sendable
    private static func byteCount(_ argument: String) throws -> Int {
        guard let count = ByteCount(argument) else {
            throw ValidationError(
                "A number of bytes is 1 or more, written as 4000000, 4MB or 4MiB."
            )
        }
        return count.value
    }
}

extension ResizePolicy: ExpressibleByArgument {}

extension Loss: ExpressibleByArgument {}

extension FixOptions {
    /// Notes the options that ask for more than their defaults: none has an effect where nothing is
    /// changed.
    func note(in idle: inout IdleOptions) {
        let defaults = PlanOptions()
        idle.note("--resize", isGiven: resize != nil)
        idle.note("--loss", isGiven: loss != defaults.lossAtMost)
        idle.note("--quality", isGiven: quality != defaults.quality)
        idle.note("--background", isGiven: background != nil)
        idle.note("--budget", isGiven: budget != nil)
        idle.note("--accept-damage", isGiven: acceptDamage)
        idle.note("--squeeze", isGiven: squeeze)
        idle.note("--small", isGiven: small)
    }
}
