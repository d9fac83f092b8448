#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How one picture's bytes and visible distortion depend on the quality it is written with.
///
/// Two encodes show both ends; between them, the logarithms of size and of distortion are taken as
/// linear in the quality.
public struct SizeCurve: Sendable, Hashable {
    /// One encode.
    public struct Probe: Sendable, Hashable {
        /// The quality, 1 to 100.
        public var quality: Int
        /// The bytes of the file.
        public var byteCount: Int
        /// How far the picture is from what it was made of: 1 − SSIM, 0 to 1.
        public var distortion: Double

        /// Creates a probe.
        public init(quality: Int, byteCount: Int, distortion: Double) {
            self.quality = quality
            self.byteCount = byteCount
            self.distortion = distortion
        }
    }

    private let size: Line
    private let distortion: Line

    /// The qualities that are used.
    public let qualities: ClosedRange<Int>

    /// Fits a curve to two encodes of different quality.
    public init(_ one: Probe, _ other: Probe, qualities: ClosedRange<Int>) {
        let x = (Double(one.quality), Double(other.quality))
        size = Line(
            x,
            (log(Double(max(1, one.byteCount))), log(Double(max(1, other.byteCount))))
        )
        distortion = Line(x, (Self.logarithm(one.distortion), Self.logarithm(other.distortion)))
        self.qualities = qualities
    }
}

extension SizeCurve {
    /// The bytes expected at a quality.
    public func byteCount(at quality: Int) -> Double { exp(size.value(at: Double(quality))) }

    /// The lowest quality whose distortion is expected to be no more than `most`.
    public func quality(forDistortionAtMost most: Double) -> Int {
        guard distortion.slope < 0 else { return qualities.lowerBound }
        let exact = (Self.logarithm(most) - distortion.offset) / distortion.slope
        let clamped = min(max(exact, Double(qualities.lowerBound)), Double(qualities.upperBound))
        return Int(clamped.rounded(.up))
    }

    /// The distortion expected at a quality.
    public func distortion(at quality: Int) -> Double { exp(distortion.value(at: Double(quality))) }

    private static func logarithm(_ distortion: Double) -> Double { log(max(distortion, 1e-6)) }

    private struct Line: Sendable, Hashable {
        let slope: Double
        let offset: Double

        init(_ x: (Double, Double), _ y: (Double, Double)) {
            slope = x.0 == x.1 ? 0 : (y.1 - y.0) / (x.1 - x.0)
            offset = y.0 - slope * x.0
        }

        func value(at x: Double) -> Double { offset + slope * x }
    }
}
