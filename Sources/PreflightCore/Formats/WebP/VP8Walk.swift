/// A walk through the decisions of a lossy WebP picture, which tells how far into its data each row
/// reaches, and computes no pixel.
///
/// Source: RFC 6386, sections 11, 13 and 19.3.
struct VP8Walk {
    private var header: VP8FrameHeader
    /// The kinds of the lowest blocks of 4 by 4 pixels above, by column, and to the left.
    private var kindsAbove: [UInt8]
    private var kindsLeft = [UInt8](repeating: 0, count: 4)
    /// Which neighbouring blocks have coefficients, above by column of the macroblock, and left.
    private var coefficientsAbove: [Neighbours]
    private var coefficientsLeft = Neighbours()

    /// Prepares to walk; nil where the chunk is too short.
    init?(_ bytes: [UInt8], _ payload: Range<Int>, size: PixelSize) {
        guard let header = VP8FrameHeader(bytes, payload, size: size) else { return nil }
        self.header = header
        kindsAbove = [UInt8](repeating: 0, count: 4 * header.columns)
        coefficientsAbove = [Neighbours](repeating: Neighbours(), count: header.columns)
    }

    /// The first row of pixels that reads what only fills the chunk from an offset to its end; nil
    /// where all rows are in front of it, or the last one reaches the end.
    ///
    /// A coder that is done writes at most the few bytes that its register holds.
    mutating func firstMissingRow(fillingFrom fillingOffset: Int) -> Int? {
        var firstRow: Int?
        for row in 0..<header.rows {
            let partition = row % header.partitions.count
            kindsLeft = [0, 0, 0, 0]
            coefficientsLeft = Neighbours()
            for column in 0..<header.columns { passMacroblock(column, in: partition) }
            let reached = max(
                Self.reached(by: header.reader, fillingFrom: fillingOffset),
                Self.reached(by: header.partitions[partition], fillingFrom: fillingOffset)
            )
            if firstRow == nil, reached > fillingOffset + Self.readAheadByteCount {
                firstRow = 16 * row
            }
        }
        guard let last = header.partitions.last,
            last.end - last.offset >= WebPFilling.surplusAtLeast
        else { return nil }
        return firstRow
    }

    /// How far a partition was read, where the filling begins in front of its end.
    private static func reached(by reader: VP8BoolReader, fillingFrom offset: Int) -> Int {
        reader.end > offset ? reader.offset : 0
    }

    /// The reader has two bytes in its register, and zeros may be a coder's own.
    private static let readAheadByteCount = 4
}

extension VP8Walk {
    /// Whether blocks have coefficients: by their places, and for those of the means.
    private struct Neighbours {
        var luma: [Bool] = [false, false, false, false]
        var chroma: [Bool] = [false, false, false, false]
        var means = false

        /// Takes note of a macroblock without coefficients.
        mutating func clear(keepingMeans: Bool) {
            luma = [false, false, false, false]
            chroma = [false, false, false, false]
            means = keepingMeans && means
        }
    }

    private mutating func passMacroblock(_ column: Int, in partition: Int) {
        if let segments = header.segments {
            let isHigh = header.reader.bit(segments[0])
            _ = header.reader.bit(segments[isHigh ? 2 : 1])
        }
        let isSkipped = header.coded.map { header.reader.bit($0) } ?? false
        let hasParts = !header.reader.bit(145)
        passKinds(column, hasParts: hasParts)
        guard !isSkipped else {
            coefficientsAbove[column].clear(keepingMeans: hasParts)
            coefficientsLeft.clear(keepingMeans: hasParts)
            return
        }
        passCoefficients(column, in: partition, hasParts: hasParts)
    }

    /// Passes over how the pixels are predicted (11.2 to 11.4).
    private mutating func passKinds(_ column: Int, hasParts: Bool) {
        if hasParts {
            for y in 0..<4 {
                for x in 4 * column..<4 * column + 4 {
                    kindsLeft[y] = blockKind(above: kindsAbove[x], left: kindsLeft[y])
                    kindsAbove[x] = kindsLeft[y]
                }
            }
        } else {
            let isDirected = header.reader.bit(156)
            let isSecond = header.reader.bit(isDirected ? 128 : 163)
            // Means, motion, vertical, horizontal, in the order that blocks of 4 by 4 have as well.
            let kind: UInt8 = isDirected ? (isSecond ? 1 : 3) : (isSecond ? 2 : 0)
            for y in 0..<4 {
                kindsLeft[y] = kind
                kindsAbove[4 * column + y] = kind
            }
        }
        if header.reader.bit(142), header.reader.bit(114) { _ = header.reader.bit(183) }
    }

    private mutating func blockKind(above: UInt8, left: UInt8) -> UInt8 {
        let shape = VP8Probabilities.kindShape
        let start = (Int(above) * shape.left + Int(left)) * shape.places
        var place = 0
        repeat {
            let bit = header.reader.number(VP8Probabilities.blockKinds[start + place])
            place = Self.kindTree[2 * place + bit]
        } while place > 0
        return UInt8(-place)
    }

    /// The tree of kinds (11.2): places in it, and kinds as negative numbers, of which 0 is one.
    private static let kindTree = [
        0, 1, -1, 2, -2, 3, 4, 6, -3, 5, -4, -5, -6, 7, -7, 8, -8, -9,
    ]

    private mutating func passCoefficients(_ column: Int, in partition: Int, hasParts: Bool) {
        var above = coefficientsAbove[column]
        var left = coefficientsLeft
        if !hasParts {
            let context = (above.means ? 1 : 0) + (left.means ? 1 : 0)
            let count = passBlock(ofKind: 1, from: 0, context, in: partition)
            above.means = count > 0
            left.means = above.means
        }
        let first = hasParts ? 0 : 1
        for y in 0..<4 {
            for x in 0..<4 {
                let context = (above.luma[x] ? 1 : 0) + (left.luma[y] ? 1 : 0)
                let count = passBlock(
                    ofKind: hasParts ? 3 : 0,
                    from: first,
                    context,
                    in: partition
                )
                above.luma[x] = count > first
                left.luma[y] = above.luma[x]
            }
        }
        for plane in [0, 2] {
            for y in plane..<plane + 2 {
                for x in plane..<plane + 2 {
                    let context = (above.chroma[x] ? 1 : 0) + (left.chroma[y] ? 1 : 0)
                    let count = passBlock(ofKind: 2, from: 0, context, in: partition)
                    above.chroma[x] = count > 0
                    left.chroma[y] = above.chroma[x]
                }
            }
        }
        coefficientsAbove[column] = above
        coefficientsLeft = left
    }
}

extension VP8Walk {
    /// Passes over the coefficients of a block (13).
    ///
    /// - Returns: The place after the last that is not zero, or where the block begins.
    private mutating func passBlock(
        ofKind kind: Int,
        from first: Int,
        _ context: Int,
        in partition: Int
    ) -> Int {
        let shape = VP8Probabilities.coefficientShape
        func probabilities(at place: Int, _ context: Int) -> Int {
            ((kind * shape.bands + Self.bands[place]) * shape.contexts + context) * shape.places
        }
        var place = first
        var start = probabilities(at: place, context)
        while place < 16 {
            guard bit(start, in: partition) else { return place }
            while !bit(start + 1, in: partition) {
                place += 1
                guard place < 16 else { return 16 }
                start = probabilities(at: place, 0)
            }
            let isOne = !bit(start + 2, in: partition)
            if !isOne { passLargeValue(start, in: partition) }
            _ = header.partitions[partition].flag()
            place += 1
            if place < 16 { start = probabilities(at: place, isOne ? 1 : 2) }
        }
        return 16
    }

    /// Passes over a value of two or more (13.2).
    private mutating func passLargeValue(_ start: Int, in partition: Int) {
        guard bit(start + 3, in: partition) else {
            if bit(start + 4, in: partition) { _ = bit(start + 5, in: partition) }
            return
        }
        guard bit(start + 6, in: partition) else {
            if bit(start + 7, in: partition) {
                _ = header.partitions[partition].bit(165)
                _ = header.partitions[partition].bit(145)
            } else {
                _ = header.partitions[partition].bit(159)
            }
            return
        }
        let isHigh = bit(start + 8, in: partition)
        let isSecond = bit(start + (isHigh ? 10 : 9), in: partition)
        for probability in Self.extraBits[(isHigh ? 2 : 0) + (isSecond ? 1 : 0)] {
            _ = header.partitions[partition].bit(probability)
        }
    }

    private mutating func bit(_ place: Int, in partition: Int) -> Bool {
        header.partitions[partition].bit(header.coefficients[place])
    }

    /// The band of each place (13.3).
    private static let bands = [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7]

    /// The bits of the four categories of values above ten (13.2).
    private static let extraBits: [[UInt8]] = [
        [173, 148, 140], [176, 155, 140, 135], [180, 157, 141, 134, 130],
        [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129],
    ]
}
