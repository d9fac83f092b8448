public import PreflightCore

/// What is to be said of a request's images under one model's table.
public struct Report: Sendable, Equatable {
    /// What judged.
    public var tool: ToolReport

    /// Whose rules were applied.
    public var model: ModelReport

    /// How far the images were read.
    public var mode: Preflight.Options.Mode

    /// The worst verdict of the images and of the request's own findings.
    public var verdict: Verdict

    /// The request as a whole.
    public var request: RequestReport

    /// The images, in the order of the inputs.
    public var images: [ImageReport]

    /// The limits that each image was held against.
    public var imageLimits: [Limit] = []

    /// The requests that the images were put into; empty where there are none.
    public var requests: [RequestReceipt] = []

    /// How many images would have which verdict if each were a request of its own; nil where that
    /// was not asked, since no limit of the request as a whole fails.
    public var verdictsAlone: [Verdict: Int]?

    /// The files in the folders that were looked through which nothing calls an image.
    public var passedByCount = 0

    /// The images whose outputs an earlier run wrote whole, which were left alone.
    public var keptCount = 0

    /// The folder that outputs were written to, as it was named; nil where there is none.
    public var outputFolder: String?

    /// Whether copies were made to be told of, and none was to be written.
    public var isRehearsal = false
}

/// Whose rules were applied, and how old they are.
public struct ModelReport: Sendable, Equatable {
    /// The model's name, as a request spells it.
    public var name: String

    /// Where the table came from: `built-in`, or the file's path.
    public var table: String

    /// The day the table was last checked against its sources, as `YYYY-MM-DD`.
    public var verifiedOn: String

    /// When the endpoint ends, and what takes its place; nil where nobody says.
    public var retirement: Retirement?

    /// The addresses of the pages that its limits come from, by the names that findings cite.
    public var addresses: [String: String] = [:]

    /// The table's own name, where the model was asked for by another; else nil.
    public var tableName: String?
}

/// What one of the requests holds that images were put into.
public struct RequestReceipt: Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int

    /// The file that it was written to; nil where it was written to none.
    public var path: String?

    /// The length of its body in bytes, with the prompt of the options.
    public var byteCount: Int

    /// The places of its images in ``Report/images``, from 0, in the order of the request.
    public var images: [Int]

    /// What is to be said of it as it was written; empty where nothing is.
    public var findings: [Finding] = []

    /// The verdict on it as it was written.
    public var verdict: Verdict { Verdict(of: findings) }
}

/// The request as a whole: its totals, what they are held against, and what is to be said of them.
public struct RequestReport: Sendable, Equatable {
    /// Count and bytes.
    ///
    /// Where every image is a request of its own, the sums over all of them.
    public var totals: RequestTotals

    /// Tokens of all images that have a token count; nil where none has one.
    public var tokenCount: Int?

    /// The limits that the totals were held against; empty where each image is a request.
    public var limits: [Limit]

    /// What is to be said of the request, in the order of the codes.
    public var findings: [Finding]
}

/// What judged: this program and its decoder.
public struct ToolReport: Sendable, Equatable {
    /// The program's name.
    public var name = "imgcheck"

    /// The program's version, as `major.minor.patch`.
    public var version = Version.current

    /// The version of the codec that decoded, for libvips as `major.minor.micro`; nil where only
    /// headers were read.
    public var codecVersion: String?
}

extension ToolReport {
    /// What judges with a codec, which is not asked for its version where it does nothing.
    init(_ codec: any ImageCodec, mode: Preflight.Options.Mode) {
        codecVersion = mode == .headers ? nil : codec.version
    }
}
