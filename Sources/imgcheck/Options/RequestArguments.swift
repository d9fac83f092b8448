public import ArgumentParser
public import ImagePreflight
public import PreflightCore

/// How images become requests, and where those go.
struct RequestArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Check and repair the images inside an existing body, or - for standard input.",
            valueName: "file"
        )
    )
    var body: PathArgument?

    @Option(
        help: ArgumentHelp(
            "How requests are written: chat, responses, anthropic, gemini or converse; by default "
                + "as the model's table says.",
            valueName: "name"
        ),
        completion: .list(SentDialect.allValueStrings)
    )
    var dialect: SentDialect?

    @Option(
        help: "Whether images may go in several requests: never or when-needed, the default."
    )
    var split: SplitPolicy?

    @Option(help: "Whether their order is kept: free or keep, the default.")
    var order: RequestOrder?

    @Option(help: "What becomes of images that cannot be cured: fail or omit.")
    var onReject: RejectPolicy = .fail

    @Option(
        help: ArgumentHelp(
            "With --body and --on-reject omit, what stands in an image's place; otherwise "
                + "“\(RequestOptions.defaultOmissionText)”.",
            valueName: "text"
        )
    )
    var omitText: String?

    @Option(help: "What becomes of images in a body that are only addresses: fail or ignore.")
    var remote: RemotePolicy = .fail

    @Option(help: ArgumentHelp("Write the bodies into this folder.", valueName: "directory"))
    var out: PathArgument?

    @Flag(help: "Replace files that are there.")
    var force = false
}

/// A dialect in which requests can be written.
struct SentDialect: ExpressibleByArgument {
    /// The dialect.
    let dialect: Dialect

    init?(argument: String) {
        guard let dialect = Dialect(named: argument), dialect.layout != nil else { return nil }
        self.dialect = dialect
    }

    static var allValueStrings: [String] {
        Dialect.all.filter { $0.layout != nil }.map(\.name)
    }
}

extension RejectPolicy {
    /// What would let the rest be written, as the end of a sentence; empty where nothing would: an
    /// image that could not be looked at is never left out.
    func outlook(for images: [ImageReport]) -> String {
        self == .fail && images.allSatisfy { $0.error == nil }
            ? "; `--on-reject omit` leaves out what cannot be cured" : ""
    }
}

extension SplitPolicy: ExpressibleByArgument {}

extension RequestOrder: ExpressibleByArgument {}

extension RejectPolicy: ExpressibleByArgument {}

extension RemotePolicy: ExpressibleByArgument {}
