/// What the header of a VP8 key frame says about how the rest is to be read.
///
/// Source: RFC 6386, sections 9 and 19.2.
struct VP8FrameHeader {
    /// Blocks of 16 by 16 pixels in a row, and their rows.
    let columns: Int
    let rows: Int

    /// The tree of segments, where blocks say to which they belong; nil where they do not.
    private(set) var segments: [UInt8]?

    /// The probability that a block has coefficients, where blocks say so; nil where they do not.
    private(set) var coded: UInt8?

    /// The probabilities of tokens.
    private(set) var coefficients = VP8Probabilities.coefficients

    /// What is read after the header, of the first partition.
    var reader: VP8BoolReader

    /// The partitions with coefficients, whose rows take turns.
    var partitions: [VP8BoolReader] = []

    /// Reads the header at the start of a chunk; nil where the chunk has no room for it.
    init?(_ bytes: [UInt8], _ payload: Range<Int>, size: PixelSize) {
        let start = payload.lowerBound + Self.startByteCount
        guard start <= payload.upperBound else { return nil }
        columns = (size.width + 15) / 16
        rows = (size.height + 15) / 16
        let tag = payload.lowerBound
        let byteCount =
            (Int(bytes[tag]) | Int(bytes[tag + 1]) << 8 | Int(bytes[tag + 2]) << 16) >> 5
        guard byteCount <= payload.upperBound - start else { return nil }
        reader = VP8BoolReader(bytes, start..<start + byteCount)
        // The kind of colours, and whether they are clamped.
        _ = reader.literal(2)
        readSegments()
        readFilter()
        let partitionCount = 1 << reader.literal(2)
        guard hasPartitions(partitionCount, bytes, start + byteCount..<payload.upperBound) else {
            return nil
        }
        readQuantizers()
        readProbabilities()
    }

    /// The frame tag, the start code and the size (9.1).
    private static let startByteCount = 10
}

extension VP8FrameHeader {
    private mutating func readSegments() {
        guard reader.flag() else { return }
        let hasMap = reader.flag()
        if reader.flag() {
            _ = reader.flag()
            // A quantizer and a strength of the filter for each of four, with their signs.
            for _ in 0..<4 { reader.skipOptional(8) }
            for _ in 0..<4 { reader.skipOptional(7) }
        }
        guard hasMap else { return }
        segments = (0..<3).map { _ in reader.flag() ? UInt8(reader.literal(8)) : 255 }
    }

    private mutating func readFilter() {
        // Kind, level, sharpness.
        _ = reader.literal(10)
        guard reader.flag(), reader.flag() else { return }
        for _ in 0..<8 { reader.skipOptional(7) }
    }

    private mutating func readQuantizers() {
        _ = reader.literal(7)
        for _ in 0..<5 { reader.skipOptional(5) }
        // Whether the probabilities are kept for a next frame, which there is none of.
        _ = reader.flag()
    }

    private mutating func readProbabilities() {
        for place in coefficients.indices {
            guard reader.bit(VP8Probabilities.coefficientUpdates[place]) else { continue }
            coefficients[place] = UInt8(reader.literal(8))
        }
        if reader.flag() { coded = UInt8(reader.literal(8)) }
    }

    /// Finds the partitions by the sizes of all but the last (9.5); whether they have room.
    private mutating func hasPartitions(_ count: Int, _ bytes: [UInt8], _ rest: Range<Int>) -> Bool
    {
        var start = rest.lowerBound + 3 * (count - 1)
        guard start <= rest.upperBound else { return false }
        for index in 0..<count {
            let place = rest.lowerBound + 3 * index
            let isLast = index == count - 1
            let byteCount =
                isLast
                ? rest.upperBound - start
                : Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
            let end = min(start + byteCount, rest.upperBound)
            partitions.append(VP8BoolReader(bytes, start..<end))
            start = end
        }
        return true
    }
}
