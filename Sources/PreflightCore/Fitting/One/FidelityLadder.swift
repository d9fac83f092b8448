#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Quality and scale on one axis, so that bytes can be saved by going down it.
///
/// From the best quality down to 60 the picture keeps its pixels. Below, artefacts would show more
/// than missing pixels, so that from there on quality stays at 75 and the picture is scaled, if it
/// may be.
///
/// A position is the logarithm of the size that a photograph would have, but for a constant; under
/// the lowest quality it is that of the area. Other pictures grow more slowly or faster along it,
/// but nearly evenly: between two attempts, sizes are foreseen by interpolation. What takes part is
/// the step by which the encoder rounds, not the quality.
package struct FidelityLadder: Sendable, Hashable {
    /// What is written.
    package enum Kind: Sendable, Hashable {
        /// WebP, whose colours are always stored at half the size.
        case webp
        /// JPEG that has colours at half the size, and at the top of the ladder in full.
        case jpeg
        /// JPEG that has colours in full, which comes near a file that loses nothing.
        case fullColorJPEG
    }

    /// What is written.
    package let kind: Kind

    /// Whether the picture may be scaled; if not, quality goes down further instead.
    package let mayScale: Bool

    /// Creates a ladder.
    package init(_ kind: Kind, mayScale: Bool = true) {
        self.kind = kind
        self.mayScale = mayScale
    }
}

extension FidelityLadder {
    /// WebP that may be scaled.
    package static let webp = FidelityLadder(.webp)

    /// JPEG that may be scaled.
    package static let jpeg = FidelityLadder(.jpeg)

    /// JPEG with colours in full that may be scaled.
    package static let fullColorJPEG = FidelityLadder(.fullColorJPEG)

    /// The lowest quality at full scale: where the picture cannot be scaled, the least that still
    /// shows something.
    private var lowestQuality: Int { mayScale ? 60 : 10 }

    /// The quality of scaled pictures.
    private static let scaledQuality = 75

    /// The ways to write the picture at full scale, from the fewest bytes to the most.
    private var encodings: [Encoding] {
        switch kind {
        case .webp: (lowestQuality...100).map { .webp(quality: $0) }
        case .fullColorJPEG: (lowestQuality...100).map { .fullColorJPEG(quality: $0) }
        // Colours in full at quality 86 take about as many bytes as halved ones at 89.
        case .jpeg:
            (lowestQuality...89).map { .jpeg(quality: $0) }
                + (86...100).map { .fullColorJPEG(quality: $0) }
        }
    }

    /// How the picture is written where it is scaled.
    private var scaledEncoding: Encoding {
        switch kind {
        case .webp: .webp(quality: Self.scaledQuality)
        case .jpeg: .jpeg(quality: Self.scaledQuality)
        case .fullColorJPEG: .fullColorJPEG(quality: Self.scaledQuality)
        }
    }

    /// Where the lowest quality at full scale stands.
    var lowestPosition: Double { Self.position(of: encodings[0]) }

    /// Where the quality of scaled pictures stands at full scale.
    var scaledPosition: Double { Self.position(of: scaledEncoding) }

    /// The best quality at full scale.
    var highest: ByteSearch.Attempt { Self.attempt(encodings[encodings.count - 1]) }

    /// Where a search begins that knows nothing of the picture.
    var usual: ByteSearch.Attempt { attempt(at: scaledPosition + 0.8) }

    /// The most bytes of a photograph on the ladder, as the logarithm of their share of those
    /// without loss.
    ///
    /// Measured: 0.28 for WebP, and 0.9 to 1 for JPEG with colours in full.
    var highestShare: Double { Self.logarithm(kind == .webp ? 0.28 : 0.95) }

    /// How much the logarithm of a file's size grows with the position, roughly.
    static let usualSlope = 0.8

    /// The natural logarithm.
    static func logarithm(_ value: Double) -> Double { log(value) }
}

extension FidelityLadder {
    /// Where an attempt stands; nil where it is none of this ladder.
    func position(of attempt: ByteSearch.Attempt) -> Double? {
        let isRung =
            attempt.scale == 1
            ? encodings.contains(attempt.encoding) : attempt.encoding == scaledEncoding
        guard isRung else { return nil }
        guard attempt.scale < 1 else { return Self.position(of: attempt.encoding) }
        return lowestPosition + 2 * log(attempt.scale)
    }

    /// The highest attempt at or under a position; under the lowest quality a scaled one.
    func attempt(at position: Double) -> ByteSearch.Attempt {
        // A sum of logarithms is not always what it was made of.
        let position = position + 1e-9
        if let encoding = encodings.last(where: { Self.position(of: $0) <= position }) {
            return Self.attempt(encoding)
        }
        guard mayScale else { return Self.attempt(encodings[0]) }
        let area = exp(position - lowestPosition)
        return ByteSearch.Attempt(encoding: scaledEncoding, scale: area.squareRoot())
    }

    /// The next attempt above another; nil at the top.
    func attempt(above other: ByteSearch.Attempt) -> ByteSearch.Attempt? {
        guard other.scale == 1, let index = encodings.firstIndex(of: other.encoding) else {
            return position(of: other).map { attempt(at: $0 + Self.leastStep) }
        }
        return index + 1 < encodings.count ? Self.attempt(encodings[index + 1]) : nil
    }

    /// The next attempt below another.
    func attempt(below other: ByteSearch.Attempt) -> ByteSearch.Attempt? {
        guard other.scale == 1, let index = encodings.firstIndex(of: other.encoding), index > 0
        else {
            guard mayScale else { return nil }
            let place = position(of: other).map { min($0, lowestPosition) }
            return place.map { attempt(at: $0 - Self.leastStep) }
        }
        return Self.attempt(encodings[index - 1])
    }

    /// The least change of scale that is worth an encode: 4 % of the bytes.
    static let leastStep = 0.04

    private static func attempt(_ encoding: Encoding) -> ByteSearch.Attempt {
        ByteSearch.Attempt(encoding: encoding, scale: 1)
    }

    /// Measured on photographs and noise: sizes are about even in these logarithms.
    ///
    /// The lowest entries of a JPEG's table cannot become finer than 1, which the 5 allows for;
    /// colours in full take half as many bytes again.
    private static func position(of encoding: Encoding) -> Double {
        let quality = encoding.quality ?? 100
        switch encoding {
        case .webp: return -1.3 * log(Quantiser.webp.step(at: quality))
        case .fullColorJPEG: return 0.4 - 1.3 * log(Quantiser.jpeg.step(at: quality) + 5)
        default: return -1.3 * log(Quantiser.jpeg.step(at: quality) + 5)
        }
    }
}
