import Testing

@testable import PreflightCore

/// What a picture takes in each encoding, in bits a pixel, as libvips 8.14 wrote it.
struct MeasuredPicture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lossless: Double
    /// At each of ``qualities``.
    let webp: [Double]
    let jpeg: [Double]
    let fullColorJPEG: [Double]
    /// How the size grows with the area: 1 in proportion, less for pictures that are smooth.
    var perArea = 1.0

    static let qualities = [60, 75, 85, 90, 92, 95, 97, 98, 99, 100]

    static let pixelCount = 2_000_000.0

    /// The bytes of a picture of ``pixelCount`` pixels.
    func byteCount(_ attempt: ByteSearch.Attempt) -> Int {
        let area = power(attempt.scale, 2 * perArea)
        return 600 + Int(bits(attempt.encoding) * area * Self.pixelCount / 8)
    }

    private func bits(_ encoding: Encoding) -> Double {
        guard let quality = encoding.quality else { return lossless }
        let measured =
            switch encoding {
            case .webp: webp
            case .fullColorJPEG: fullColorJPEG
            // libvips halves colours only below this quality.
            default: quality < 90 ? jpeg : fullColorJPEG
            }
        let index = Self.qualities.lastIndex { $0 <= quality } ?? 0
        guard index + 1 < measured.count else { return measured[index] }
        let gap = Double(Self.qualities[index + 1] - Self.qualities[index])
        let share = Double(quality - Self.qualities[index]) / gap
        return measured[index] * power(measured[index + 1] / measured[index], share)
    }
}

extension MeasuredPicture {
    static let all = [
        MeasuredPicture(
            testDescription: "photograph with grain",
            lossless: 15.1,
            webp: [0.27, 0.54, 1.41, 2.18, 2.61, 3.46, 3.79, 4.06, 4.27, 4.28],
            jpeg: [0.43, 0.74, 1.27, 1.9, 2.23, 3.25, 4.35, 4.98, 5.87, 6.45],
            fullColorJPEG: [0.6, 1.07, 1.86, 3.09, 4, 6.26, 8.48, 9.86, 11.91, 13.55]
        ),
        MeasuredPicture(
            testDescription: "noise in colour",
            lossless: 24.01,
            webp: [4.56, 5, 6.06, 6.76, 7.11, 7.74, 8.23, 8.53, 8.96, 8.96],
            jpeg: [3.59, 4.63, 5.76, 6.66, 7.07, 8.2, 9.26, 9.83, 10.71, 11.33],
            fullColorJPEG: [7.23, 9.18, 11.48, 13.22, 14.05, 16.25, 18.47, 19.81, 21.82, 23.5]
        ),
        MeasuredPicture(
            testDescription: "grey noise",
            lossless: 8.01,
            webp: [4.05, 4.39, 5.16, 5.69, 5.96, 6.45, 6.86, 7.15, 7.48, 7.48],
            jpeg: [3.65, 4.32, 5.07, 5.68, 5.96, 6.74, 7.38, 7.72, 8.23, 8.47],
            fullColorJPEG: [3.65, 4.32, 5.07, 5.68, 5.96, 6.74, 7.38, 7.72, 8.23, 8.47]
        ),
        MeasuredPicture(
            testDescription: "smooth",
            lossless: 6,
            webp: [0.1, 0.16, 0.3, 0.45, 0.55, 0.8, 1.1, 1.3, 1.5, 1.6],
            jpeg: [0.25, 0.33, 0.45, 0.6, 0.7, 1, 1.4, 1.8, 2.4, 3],
            fullColorJPEG: [0.3, 0.4, 0.55, 0.75, 0.9, 1.3, 1.9, 2.5, 3.5, 4.6],
            perArea: 0.7
        ),
    ]
}

/// `base` to the power of `exponent`, both above 0, by the series of the exponential.
private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = FidelityLadder.logarithm(base) * exponent / 1_024
    result = 1 + result + result * result / 2 + result * result * result / 6
    for _ in 0..<10 { result *= result }
    return result
}
