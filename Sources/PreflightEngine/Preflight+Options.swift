internal import FoundationEssentials
public import PreflightCore

extension Preflight {
    /// How images are looked at.
    public struct Options: Sendable, Hashable {
        /// How far images are read.
        public enum Mode: String, Sendable, Hashable {
            /// Every pixel is decoded: what passes will be decodable for the provider too.
            case decode
            /// Only headers are read, in microseconds: damage further on is not seen.
            case headers
        }

        /// How far images are read.
        public var mode: Mode

        /// Whether every image is a request of its own; otherwise all are judged as one request.
        public var judgesEach: Bool

        /// How many images are in memory at a time, at least 1; the machine's cores by default.
        public var jobCount: Int

        /// What is never decoded.
        public var decodeGuard: DecodeGuard

        /// The processor cores that this machine has at work, at least 1.
        public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }

        /// When no further image is begun and those that are left are `unchecked`; nil for never.
        ///
        /// It bounds what many images take together that are each small enough.
        public var deadline: ContinuousClock.Instant?

        /// The `detail` that a request will give for every image, which decides what it is billed
        /// at where the table says so; nil for none.
        public var detail: String?

        /// Whether small pictures are made of images that are decoded, for reports that show them;
        /// it costs a second decode.
        public var makesPreviews = false

        /// The way the requests go: the name of a dialect, or ``Circumstances/aiQueryRoute``; nil
        /// for that of the first dialect that the model takes.
        public var route: String?

        /// Creates options; what is not given is what most callers want.
        public init(
            mode: Mode = .decode,
            judgesEach: Bool = false,
            jobCount: Int = Options.coreCount,
            decodeGuard: DecodeGuard = DecodeGuard(),
            detail: String? = nil
        ) {
            self.mode = mode
            self.judgesEach = judgesEach
            self.jobCount = jobCount
            self.decodeGuard = decodeGuard
            self.detail = detail
        }
    }

    /// The table with the limits that may apply to images that are sent as the options say.
    var tableInForce: RuleTable { table.narrowed(to: options) }
}

extension RuleTable {
    /// The table with the limits that may apply to images that are sent as `options` say.
    func narrowed(to options: Preflight.Options) -> RuleTable {
        narrowed(
            to: Circumstances(
                carrier: .dataURL,
                detail: options.detail ?? Circumstances.defaultDetail,
                route: options.route ?? defaultRoute
            )
        )
    }
}
