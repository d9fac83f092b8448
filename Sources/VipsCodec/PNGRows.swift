internal import PreflightCore

/// The rows of a PNG as they are measured: samples of 8 bits, colours in the place of their numbers.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition, 7.2 and 11.2.
final class PNGRows {
    private let tap: QualityTap
    private let bitDepth: Int
    private let width: Int
    /// Four samples for each number that a pixel may be; empty where pixels are no numbers.
    private let colors: [UInt8]

    /// Prepares to measure.
    init(of proof: PNGProof) {
        let channelCount = [0: 1, 2: 3, 3: 4, 4: 2, 6: 4][proof.colorType] ?? 1
        tap = QualityTap(QualityMeter.Layout(size: proof.size, channelCount: channelCount))
        bitDepth = proof.bitDepth
        width = proof.size.width
        colors = proof.colorType == 3 ? Self.colors(of: proof) : []
    }

    /// What was measured; nil where not all rows were taken.
    var quality: PictureQuality? { tap.quality }

    /// Takes the next row, without its filter.
    func take(_ row: Span<UInt8>) {
        switch bitDepth {
        case 8 where colors.isEmpty: tap.takeNext(row)
        case 16:
            // Of samples of two bytes the first is enough.
            let upper = stride(from: 0, to: row.count, by: 2).map { row[$0] }
            tap.takeNext(upper.span)
        default:
            let samples = expanded(row)
            tap.takeNext(samples.span)
        }
    }

    /// A row of numbers, or of samples that are parts of a byte, with a byte for each sample.
    private func expanded(_ row: Span<UInt8>) -> [UInt8] {
        let inByte = 8 / bitDepth
        let most = UInt8((1 << bitDepth) - 1)
        var expanded: [UInt8] = []
        expanded.append(addingCapacity: width * (colors.isEmpty ? 1 : 4)) { samples in
            for x in 0..<width {
                let shift = 8 - bitDepth * (x % inByte + 1)
                let number = row[x / inByte] >> UInt8(shift) & most
                if colors.isEmpty {
                    samples.append(number * (255 / most))
                } else {
                    for channel in 0..<4 { samples.append(colors[4 * Int(number) + channel]) }
                }
            }
        }
        return expanded
    }

    /// Red, green, blue and opacity of every number; black for those without a colour.
    private static func colors(of proof: PNGProof) -> [UInt8] {
        (0..<256)
            .flatMap { number -> [UInt8] in
                let start = number * 3
                let color =
                    start + 3 <= proof.palette.count
                    ? Array(proof.palette[start..<start + 3]) : [0, 0, 0]
                return color
                    + [number < proof.opacities.count ? proof.opacities[number] : 255]
            }
    }
}
