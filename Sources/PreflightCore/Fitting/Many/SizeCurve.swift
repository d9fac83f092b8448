#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How one picture's bytes and visible distortion depend on the quality it is written with.
///
/// Encodes show some points; between two of them, and beyond the outer ones, the logarithms of size
/// and of distortion are taken as linear in the logarithm of the encoder's step.
package struct SizeCurve: Sendable, Hashable {
    /// One encode.
    package struct Probe: Sendable, Hashable {
        /// The quality, 1 to 100.
        package var quality: Int
        /// The bytes of the file.
        package var byteCount: Int
        /// How far the picture is from what it was made of: 1 − SSIM, 0 to 1.
        package var distortion: Double

        /// Creates a probe.
        package init(quality: Int, byteCount: Int, distortion: Double) {
            self.quality = quality
            self.byteCount = byteCount
            self.distortion = distortion
        }
    }

    private let probes: [Probe]
    private let quantiser: Quantiser

    /// The qualities that are used.
    package let qualities: ClosedRange<Int>

    /// Fits a curve to encodes of different qualities; nil where there are fewer than two.
    package init?(_ probes: [Probe], of quantiser: Quantiser, qualities: ClosedRange<Int>) {
        guard probes.count >= 2 else { return nil }
        self.probes = probes.sorted { $0.quality < $1.quality }
        self.quantiser = quantiser
        self.qualities = qualities
    }
}

extension SizeCurve {
    /// The bytes expected at a quality.
    package func byteCount(at quality: Int) -> Double {
        value(at: quality) { Double(max(1, $0.byteCount)) }
    }

    /// The distortion expected at a quality.
    package func distortion(at quality: Int) -> Double {
        value(at: quality) { max($0.distortion, Self.leastDistortion) }
    }

    /// The lowest quality whose distortion is expected to be no more than `most`.
    ///
    /// - Returns: The quality; where none is good enough the highest there is, or the lowest if
    ///   more quality does not lessen the distortion.
    package func quality(forDistortionAtMost most: Double) -> Int {
        if let quality = qualities.first(where: { distortion(at: $0) <= most }) { return quality }
        let isWorthIt = distortion(at: qualities.upperBound) < distortion(at: qualities.lowerBound)
        return isWorthIt ? qualities.upperBound : qualities.lowerBound
    }

    /// What counts as no distortion, since nothing has no logarithm.
    private static let leastDistortion = 1e-6

    private func value(at quality: Int, of property: (Probe) -> Double) -> Double {
        let inner = probes.indices.dropFirst().dropLast()
        let index = inner.first { probes[$0].quality >= quality } ?? probes.count - 1
        let (one, other) = (probes[index - 1], probes[index])
        let position = { (quality: Int) in -log(quantiser.step(at: quality)) }
        let length = position(other.quality) - position(one.quality)
        guard length > 0 else { return property(one) }
        let slope = (log(property(other)) - log(property(one))) / length
        return exp(log(property(one)) + slope * (position(quality) - position(one.quality)))
    }
}
