/// Looks for the encoding of a picture that comes nearest to a number of bytes from below.
///
/// First the ways that lose nothing, then quality, then scale. Each attempt is an encode; the sizes
/// of the attempts so far decide the next.
package struct ByteSearch: Sendable {
    /// One encoding of the picture.
    package struct Attempt: Sendable, Hashable {
        /// How the picture is written.
        package var encoding: Encoding
        /// The scale of each side, above 0 and at most 1.
        package var scale: Double

        /// Creates an attempt.
        package init(encoding: Encoding, scale: Double) {
            self.encoding = encoding
            self.scale = scale
        }

        /// Whether nothing is lost.
        package var isLossless: Bool { encoding.loss == .none && scale == 1 }
    }

    /// An attempt with the bytes that came of it.
    package struct Outcome: Sendable, Hashable {
        /// What was tried.
        package var attempt: Attempt
        /// The bytes of the file.
        package var byteCount: Int
    }

    /// The most encodes of one picture.
    package static let encodeCountAtMost = 6

    /// The bytes that the file may have.
    package let byteCountAtMost: Int

    /// The attempts so far, in order.
    package private(set) var outcomes: [Outcome] = []

    /// How often the picture was encoded so far, in this search and before it.
    package private(set) var encodeCount = 0

    private var untriedLossless: [Encoding]
    private let ladders: [FidelityLadder]

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - byteCountAtMost: The bytes that the file may have, at least 1.
    ///   - lossless: Encodings that lose nothing, to be tried first, the most welcome one last.
    ///   - ladders: The ways to save bytes, of which a later one is taken where those before it do
    ///     not reach up to the limit; none where nothing may be lost.
    package init(byteCountAtMost: Int, lossless: [Encoding], ladders: [FidelityLadder]) {
        self.byteCountAtMost = byteCountAtMost
        untriedLossless = lossless
        self.ladders = ladders
    }
}

extension ByteSearch {
    /// The next attempt, or nil where the search is over.
    package var next: Attempt? {
        guard !isGoodEnough, let attempt = wanted,
            encodeCount + attempt.encoding.encodeCount <= Self.encodeCountAtMost
        else { return nil }
        return attempt
    }

    /// Notes how many bytes came of an attempt.
    package mutating func note(_ byteCount: Int, of attempt: Attempt) {
        noteEncode(as: attempt.encoding)
        take(byteCount, of: attempt)
    }

    /// Notes an outcome at full scale from before the search, whose encode is counted already.
    package mutating func know(_ byteCount: Int, of encoding: Encoding) {
        take(byteCount, of: Attempt(encoding: encoding, scale: 1))
    }

    private mutating func take(_ byteCount: Int, of attempt: Attempt) {
        outcomes.append(Outcome(attempt: attempt, byteCount: byteCount))
        untriedLossless.removeAll { $0 == attempt.encoding }
    }

    /// Counts an encode whose outcome is of no use to the search.
    package mutating func noteEncode(as encoding: Encoding) {
        encodeCount += encoding.encodeCount
    }

    /// The best outcome that fits: the last one that loses nothing, else the one of the most bytes.
    package var best: Outcome? {
        let fitting = outcomes.filter { $0.byteCount <= byteCountAtMost }
        return fitting.last(where: \.attempt.isLossless)
            ?? fitting.max { ($0.byteCount, $1.attempt.scale) < ($1.byteCount, $0.attempt.scale) }
    }

    private var wanted: Attempt? {
        let lossless = untriedLossless.first { isWorthTrying($0) }
        return lossless.map { Attempt(encoding: $0, scale: 1) } ?? ladder.flatMap(attempt(on:))
    }

    /// Whether another way that loses nothing may fit: none is more than twice as good as another,
    /// and PNG, which costs two encodes, is better than none that was tried.
    private func isWorthTrying(_ encoding: Encoding) -> Bool {
        guard let least = outcomes.filter(\.attempt.isLossless).map(\.byteCount).min() else {
            return true
        }
        return least <= (encoding == .png ? byteCountAtMost : 2 * byteCountAtMost)
    }

    /// The share of the limit from which on what fits is good enough.
    private static let sufficientShare = 0.9

    /// What fits is good enough where nothing is lost in the best way to do so, and near the limit.
    private var isGoodEnough: Bool {
        guard let best else { return false }
        return best.attempt.isLossless
            ? untriedLossless.isEmpty
            : Double(best.byteCount) >= Self.sufficientShare * Double(byteCountAtMost)
    }
}

extension ByteSearch {
    /// The first ladder that reaches up to the limit.
    private var ladder: FidelityLadder? {
        ladders.first { !isTooLow($0) } ?? ladders.last
    }

    /// Whether even the best quality of a ladder is expected to leave the limit far away.
    private func isTooLow(_ ladder: FidelityLadder) -> Bool {
        let enough = limit + FidelityLadder.logarithm(Self.sufficientShare)
        if let size = ladder.highestSize(after: outcomes) { return size < enough }
        return losslessSize.map { $0 + ladder.highestShare < enough } ?? false
    }

    /// The attempt that is expected to end just under the limit, or an untried neighbour.
    private func attempt(on ladder: FidelityLadder) -> Attempt? {
        let anchor = losslessSize.map { $0 + ladder.highestShare }
        guard
            let attempt = ladder.attempt(
                for: wantedSize,
                after: outcomes,
                anchor: ladder.kind == .fullColorJPEG ? anchor : nil
            )
        else { return firstAttempt(on: ladder, below: anchor) }
        let untried = bracketed(attempt, on: ladder)
        return outcomes.contains { $0.attempt == untried } ? nil : untried
    }

    /// The attempt, or where it is not between those that fit and those that do not its neighbour
    /// that is.
    private func bracketed(_ attempt: Attempt, on ladder: FidelityLadder) -> Attempt? {
        guard let place = ladder.position(of: attempt) else { return nil }
        let tried = outcomes.compactMap { outcome in
            ladder.position(of: outcome.attempt).map { (outcome: outcome, place: $0) }
        }
        let tooLarge = tried.filter { $0.outcome.byteCount > byteCountAtMost }
        if let lowest = tooLarge.min(by: { $0.place < $1.place }), place >= lowest.place {
            return ladder.attempt(below: lowest.outcome.attempt)
        }
        let fitting = tried.filter { $0.outcome.byteCount <= byteCountAtMost }
        if let highest = fitting.max(by: { $0.place < $1.place }), place <= highest.place {
            return ladder.attempt(above: highest.outcome.attempt)
        }
        return attempt
    }

    /// Where to begin: as far under the top as the limit is under what the top is expected to take.
    ///
    /// Where that is not known, the most bytes of another ladder are about those of a JPEG of
    /// quality 90.
    private func firstAttempt(on ladder: FidelityLadder, below anchor: Double?) -> Attempt? {
        let known = outcomes.filter { $0.attempt.encoding.quality != nil }.map(\.logarithm).max()
        let origin = anchor.map { (ladder.highest, $0) } ?? known.map { (ladder.usual, $0) }
        guard let (attempt, size) = origin, let place = ladder.position(of: attempt) else {
            return ladder.usual
        }
        return ladder.attempt(at: place + (wantedSize - size) / FidelityLadder.usualSlope)
    }

    /// The logarithm of the fewest bytes without loss.
    private var losslessSize: Double? {
        outcomes.filter(\.attempt.isLossless).map(\.logarithm).min()
    }

    private var limit: Double { FidelityLadder.logarithm(Double(byteCountAtMost)) }

    /// The logarithm of the size that an attempt aims at: 4 % under the limit, or 25 % where
    /// nothing fits yet and no other attempt can follow.
    private var wantedSize: Double {
        let isLastChance = best == nil && encodeCount + 1 == Self.encodeCountAtMost
        return limit - (isLastChance ? 0.3 : 0.04)
    }
}
