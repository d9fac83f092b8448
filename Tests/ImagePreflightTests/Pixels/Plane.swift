import Foundation
import PreflightCore

/// The lightness of a picture, in which structure is compared and resampled.
struct Plane {
    let width: Int
    let height: Int
    let values: [Float]

    /// Luma of sRGB samples, weighed as ITU-R BT.601 does; alpha is left out.
    init(_ picture: Picture) {
        width = picture.width
        height = picture.height
        let (samples, bandCount) = (picture.samples, picture.bandCount)
        values = stride(from: 0, to: samples.count, by: bandCount)
            .map { start in
                guard bandCount >= 3 else { return Float(samples[start]) }
                return 0.299 * Float(samples[start]) + 0.587 * Float(samples[start + 1])
                    + 0.114 * Float(samples[start + 2])
            }
    }

    init(width: Int, height: Int, values: [Float]) {
        self.width = width
        self.height = height
        self.values = values
    }
}

extension Plane {
    /// How alike the structure of two planes of one size is, at most 1: the mean SSIM of windows of
    /// 8 × 8 at every fourth place (Wang, Bovik, Sheikh, Simoncelli, 2004, with their constants).
    func similarity(to other: Plane) -> Double {
        guard width == other.width, height == other.height else { return 0 }
        var sum = 0.0
        var count = 0
        for top in stride(from: 0, through: max(0, height - 8), by: 4) {
            for left in stride(from: 0, through: max(0, width - 8), by: 4) {
                sum += Double(windowSimilarity(to: other, left, top))
                count += 1
            }
        }
        return sum / Double(count)
    }

    private func windowSimilarity(to other: Plane, _ left: Int, _ top: Int) -> Float {
        var (sumA, sumB, sumAA, sumBB, sumAB) = (Float(0), Float(0), Float(0), Float(0), Float(0))
        var count: Float = 0
        for y in top..<min(top + 8, height) {
            for index in y * width + left..<y * width + min(left + 8, width) {
                let (a, b) = (values[index], other.values[index])
                sumA += a
                sumB += b
                sumAA += a * a
                sumBB += b * b
                sumAB += a * b
                count += 1
            }
        }
        let (meanA, meanB) = (sumA / count, sumB / count)
        let varianceA = sumAA / count - meanA * meanA
        let varianceB = sumBB / count - meanB * meanB
        let covariance = sumAB / count - meanA * meanB
        let (c1, c2): (Float, Float) = (6.5025, 58.5225)
        return (2 * meanA * meanB + c1) * (2 * covariance + c2)
            / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2))
    }
}

extension Plane {
    /// The plane scaled down with a Lanczos kernel of three lobes as wide as the scale asks, from
    /// all pixels: what every faster way is held against.
    func scaled(to size: PixelSize) -> Plane {
        let rows = Self.taps(from: height, to: size.height)
        let columns = Self.taps(from: width, to: size.width)
        var narrow: [Float] = []
        narrow.reserveCapacity(size.width * height)
        for y in 0..<height {
            for (first, weights) in columns {
                var sum: Float = 0
                var index = y * width + first
                for weight in weights {
                    sum += weight * values[index]
                    index += 1
                }
                narrow.append(sum)
            }
        }
        var result: [Float] = []
        result.reserveCapacity(size.width * size.height)
        for (first, weights) in rows {
            for x in 0..<size.width {
                var sum: Float = 0
                var index = first * size.width + x
                for weight in weights {
                    sum += weight * narrow[index]
                    index += size.width
                }
                result.append(min(max(sum, 0), 255))
            }
        }
        return Plane(width: size.width, height: size.height, values: result)
    }

    /// For each new place the first old one that counts, and how much each from there on does.
    private static func taps(from: Int, to: Int) -> [(first: Int, weights: [Float])] {
        let scale = Double(from) / Double(to)
        return (0..<to)
            .map { place in
                let centre = (Double(place) + 0.5) * scale - 0.5
                let first = max(0, Int((centre - 3 * scale).rounded(.up)))
                let last = min(from - 1, Int((centre + 3 * scale).rounded(.down)))
                let weights = (first...last).map { lanczos((Double($0) - centre) / scale) }
                let sum = weights.reduce(0, +)
                return (first, weights.map { Float($0 / sum) })
            }
    }

    private static func lanczos(_ x: Double) -> Double {
        guard x != 0 else { return 1 }
        guard abs(x) < 3 else { return 0 }
        let angle = Double.pi * x
        return 3 * sin(angle) * sin(angle / 3) / (angle * angle)
    }
}
