/// Looks for the encoding of a picture that comes nearest to a number of bytes from below.
///
/// First the ways that lose nothing, then quality, then scale. Each attempt is an encode; the sizes of
/// the attempts so far decide the next.
public struct ByteSearch: Sendable {
    /// One encoding of the picture.
    public struct Attempt: Sendable, Hashable {
        /// How the picture is written.
        public var encoding: Encoding
        /// The scale of each side, above 0 and at most 1.
        public var scale: Double

        /// Creates an attempt.
        public init(encoding: Encoding, scale: Double) {
            self.encoding = encoding
            self.scale = scale
        }

        /// Whether nothing is lost.
        public var isLossless: Bool { encoding.loss == .none && scale == 1 }
    }

    /// An attempt with the bytes that came of it.
    public struct Outcome: Sendable, Hashable {
        /// What was tried.
        public var attempt: Attempt
        /// The bytes of the file.
        public var byteCount: Int
        fileprivate var rung: FidelityLadder.Rung?
    }

    /// The most encodes of one picture.
    public static let attemptCountAtMost = 6

    /// The bytes that the file may have.
    public let byteCountAtMost: Int

    /// The attempts so far, in order.
    public private(set) var outcomes: [Outcome] = []

    private var untriedLossless: [Encoding]
    private let ladder: FidelityLadder?

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - byteCountAtMost: The bytes that the file may have, at least 1.
    ///   - lossless: Encodings that lose nothing, to be tried first.
    ///   - lossy: JPEG or WebP, in which bytes can be saved; nil where nothing may be lost.
    public init(byteCountAtMost: Int, lossless: [Encoding], lossy: ImageFormat?) {
        self.byteCountAtMost = byteCountAtMost
        untriedLossless = lossless
        ladder = lossy.map(FidelityLadder.init)
    }
}

extension ByteSearch {
    /// The next attempt, or nil where the search is over.
    public var next: Attempt? {
        guard outcomes.count < Self.attemptCountAtMost, !isGoodEnough else { return nil }
        if let encoding = untriedLossless.first { return Attempt(encoding: encoding, scale: 1) }
        guard let ladder, let rung = nextRung, !tried.contains(where: { $0.rung == rung }) else {
            return nil
        }
        return ladder.attempt(at: rung)
    }

    /// Notes how many bytes came of ``next``.
    public mutating func note(_ byteCount: Int) {
        guard let attempt = next else { return }
        let rung = untriedLossless.isEmpty ? nextRung : nil
        outcomes.append(Outcome(attempt: attempt, byteCount: byteCount, rung: rung))
        untriedLossless.removeAll { $0 == attempt.encoding }
    }

    /// The best outcome that fits: one that loses nothing, else the highest on the ladder.
    public var best: Outcome? {
        let fitting = outcomes.filter { $0.byteCount <= byteCountAtMost }
        return fitting.first(where: \.attempt.isLossless)
            ?? fitting.max { ($0.rung?.height ?? 0) < ($1.rung?.height ?? 0) }
    }

    /// What fits is good enough where nothing is lost, at nine tenths of the limit, or where there is
    /// nothing better.
    private var isGoodEnough: Bool {
        guard let best else { return false }
        return best.attempt.isLossless || best.rung == .highest
            || Double(best.byteCount) >= 0.9 * Double(byteCountAtMost)
    }
}

extension ByteSearch {
    private var tried: [(rung: FidelityLadder.Rung, logarithm: Double)] {
        outcomes.compactMap { outcome in
            outcome.rung.map { ($0, Self.logarithm(outcome.byteCount)) }
        }
    }

    /// The rung that is expected to end just under the limit.
    ///
    /// Between a rung that fits and one that does not, by interpolation; beyond what was tried, by the
    /// ladder's usual slope, or the one that two attempts show.
    private var nextRung: FidelityLadder.Rung? {
        guard let last = tried.last else { return .usual }
        let limit = Self.logarithm(byteCountAtMost)
        let wanted = limit + Self.margin
        let fitting = tried.filter { $0.logarithm <= limit }.max { $0.rung.height < $1.rung.height }
        let tooLarge = tried.filter { $0.logarithm > limit }.min { $0.rung.height < $1.rung.height }
        guard let fitting, let tooLarge else {
            let slope = Self.slope(of: tried) ?? FidelityLadder.usualSlope
            return last.rung.moved(by: (wanted - last.logarithm) / slope)
        }
        let share = (wanted - fitting.logarithm) / (tooLarge.logarithm - fitting.logarithm)
        let gap = tooLarge.rung.height - fitting.rung.height
        return fitting.rung.moved(by: gap * min(max(share, 0.1), 0.9))
    }

    /// How far under the limit an attempt aims, as a logarithm: 4 %.
    private static let margin = -0.04

    /// The slope between the last two attempts, if it can be trusted.
    private static func slope(
        of tried: [(rung: FidelityLadder.Rung, logarithm: Double)]
    ) -> Double? {
        guard tried.count >= 2 else { return nil }
        let (one, other) = (tried[tried.count - 2], tried[tried.count - 1])
        let slope = (other.logarithm - one.logarithm) / (other.rung.height - one.rung.height)
        return (0.01...0.2).contains(slope) ? slope : nil
    }

    private static func logarithm(_ byteCount: Int) -> Double {
        FidelityLadder.logarithm(Double(max(1, byteCount)))
    }
}
