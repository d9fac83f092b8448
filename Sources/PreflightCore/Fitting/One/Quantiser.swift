#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How a quality of 1 to 100 becomes the step by which an encoder rounds.
///
/// Bytes and distortion follow that step evenly, and the quality only by way of it: from 90 to 95
/// the step of JPEG halves, from 50 to 55 it hardly changes.
package enum Quantiser: Sendable, Hashable {
    /// The table of Annex K, scaled. Source: libjpeg, jcparam.c, `jpeg_quality_scaling`.
    case jpeg

    /// The index into the table of AC steps. Source: libwebp, src/enc/quant_enc.c,
    /// `QualityToCompression` and `VP8SetSegmentParams`; src/dec/quant_dec.c, `kAcTable`.
    case webp

    /// The quantiser of a format that is written with a quality; nil for the others.
    package init?(of format: ImageFormat) {
        switch format {
        case .jpeg: self = .jpeg
        case .webp: self = .webp
        default: return nil
        }
    }
}

extension Quantiser {
    /// The step at a quality of 1 to 100, in units of the encoder's own; never 0, and the lower the
    /// finer.
    package func step(at quality: Int) -> Double {
        switch self {
        case .jpeg:
            let percent = quality < 50 ? 5_000 / Double(quality) : Double(200 - 2 * quality)
            return max(1, percent)
        case .webp:
            let share = Double(quality) / 100
            let linear = share < 0.75 ? share * 2 / 3 : 2 * share - 1
            // The table starts at 4 and rises by 1 for the finer half of its 128 entries.
            return 4 + 127 * (1 - cbrt(linear))
        }
    }
}
