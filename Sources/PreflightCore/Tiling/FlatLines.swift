/// The rows or columns of a picture on which nothing is to be seen, so that it may be cut there.
///
/// A line is flat where neighbouring pixels are nearly the same all along it. Edges that run on
/// through most of the lines around it are no matter: the side of a panel, a frame, the rule between
/// two columns of a table.
struct FlatLines: Sendable {
    /// What a line is.
    enum Axis: Sendable {
        /// From left to right; the first is at the top.
        case rows
        /// From top to bottom; the first is on the left.
        case columns
    }

    /// Whether each line is flat, in order.
    private(set) var isFlat: [Bool] = []

    private let picture: DecodedPicture
    private let lines: (count: Int, byteStride: Int)
    private let pixels: (count: Int, byteStride: Int)

    /// Looks through a picture, in time linear in its samples.
    init(of picture: DecodedPicture, along axis: Axis) {
        let layout = picture.layout
        let pixelByteCount = layout.channelCount * layout.sampleByteCount
        let across = (count: layout.size.width, byteStride: pixelByteCount)
        let down = (count: layout.size.height, byteStride: layout.size.width * pixelByteCount)
        self.picture = picture
        (lines, pixels) = axis == .rows ? (down, across) : (across, down)
        isFlat.reserveCapacity(lines.count)
        for start in stride(from: 0, to: lines.count, by: Self.bandLineCount) {
            look(through: start..<min(lines.count, start + Self.bandLineCount))
        }
    }
}

extension FlatLines {
    /// The lines that are taken together to see which edges run through them.
    private static let bandLineCount = 256

    /// The part of a band's lines through which an edge runs that counts as none.
    private static let runningShare = 0.75

    /// The most by which the samples of neighbours differ that look the same, of 255: the noise of a
    /// JPEG does not reach it, and the faintest text that can be read does.
    private static let sampleTolerance = 20

    private mutating func look(through band: Range<Int>) {
        var edgeCounts = [Int](repeating: 0, count: pixels.count)
        let edgePlaces = band.map { line in
            let places = edges(in: line)
            for place in places { edgeCounts[place] += 1 }
            return places
        }
        let least = Int(Self.runningShare * Double(band.count).rounded(.up))
        isFlat += edgePlaces.map { line in line.allSatisfy { edgeCounts[$0] > least } }
    }

    /// The places at which a pixel of a line differs from the one before it.
    private func edges(in line: Int) -> [Int] {
        let layout = picture.layout
        let start = line * lines.byteStride
        return (0..<pixels.count).dropFirst()
            .filter { place in
                let pixel = start + place * pixels.byteStride
                return (0..<layout.channelCount)
                    .contains { channel in
                        let sample = pixel + channel * layout.sampleByteCount
                        let difference =
                            value(at: sample) - value(at: sample - pixels.byteStride)
                        return abs(difference) > Self.sampleTolerance
                    }
            }
    }

    /// A sample, of 255.
    private func value(at offset: Int) -> Int {
        guard picture.layout.sampleByteCount == 2 else { return Int(picture.samples[offset]) }
        // In the order of the machine, the high byte of 258 is 1.
        let isLittleEndian = UInt16(258).littleEndian == 258
        return Int(picture.samples[isLittleEndian ? offset + 1 : offset])
    }
}
