/// One scan of a JPEG file: which components it codes, and how.
struct JPEGScan {
    /// A component of the frame (T.81, B.2.2).
    struct Component {
        var identifier: UInt8
        var horizontalSampling: Int
        var verticalSampling: Int
    }

    /// A component of the scan with its tables (T.81, B.2.3).
    struct Part {
        var component: Component
        /// The numbers of the tables: that for first coefficients above, that for others below.
        var tableNumbers: UInt8
        var dcTable: JPEGHuffmanTable?
        var acTable: JPEGHuffmanTable?
    }

    /// What a scan of a progressive picture brings of each block (T.81, G.1.1.1.1).
    struct Band {
        /// The first coefficient, 0 to 63.
        var first: Int
        /// The last, no less than the first.
        var last: Int
        /// Whether a scan before has brought the higher bits.
        var isRefinement: Bool
    }

    /// The picture.
    var size: PixelSize
    /// The largest sampling factors of the frame.
    var largestSampling: (horizontal: Int, vertical: Int)
    /// What the scan codes.
    var parts: [Part]
    /// What a progressive scan brings; nil where a scan has all of a block.
    var band: Band?
    /// Units between restart markers; 0 for none.
    var restartInterval: Int
}

extension JPEGScan {
    /// The units in a row of units, and their rows.
    var unitGrid: (columns: Int, rows: Int) {
        let (horizontal, vertical) = unitSize
        return (
            size.width.dividedRoundingUp(by: horizontal),
            size.height.dividedRoundingUp(by: vertical)
        )
    }

    /// Pixels that a unit covers: one block of a lone component, else blocks of all.
    ///
    /// A lone component's rows of blocks end where the picture does, as T.81, A.2.2 has it.
    var unitSize: (width: Int, height: Int) {
        guard parts.count == 1, let part = parts.first else {
            return (8 * largestSampling.horizontal, 8 * largestSampling.vertical)
        }
        return (
            8 * largestSampling.horizontal / part.component.horizontalSampling,
            8 * largestSampling.vertical / part.component.verticalSampling
        )
    }

    /// Whether the scan brings the first coefficients, without which there is no picture.
    var isFirst: Bool { band.map { $0.first == 0 && !$0.isRefinement } ?? true }

    /// Whether a coefficient is coded by what it was before, so that those have to be kept.
    var needsCoefficients: Bool { (band?.first ?? 0) > 0 }
}

extension JPEGScan {
    /// What came of going through the coded data of a scan.
    struct Walk {
        /// The first and the last unit that the data does not have, in the order of coding; nil where
        /// all are there.
        var missingUnits: ClosedRange<Int>?

        /// The offset after the last byte that a code stands in.
        var endOffset: Int

        /// Bytes before a restart marker that no unit needs.
        var strayBytes: [Range<Int>] = []

        /// Where the data first go on with blocks that nobody asked for; nil where they do not.
        var excess: Excess?
    }

    /// Goes through the scan's data.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - start: Where the coded data begins.
    ///   - end: Where it ends.
    ///   - coefficients: The coefficients that are not zero so far, of a component that is alone in
    ///     the scan; brought up to date.
    /// - Returns: What is missing, and where the data end.
    func walk(
        _ bytes: [UInt8],
        from start: Int,
        to end: Int,
        _ coefficients: inout JPEGCoefficients
    ) -> Walk {
        var bits = JPEGBitReader(bytes, from: start, to: end)
        var intervals = JPEGIntervals(of: self)
        var stray: [Range<Int>] = []
        var excess: Excess?
        while let interval = intervals.next {
            coefficients.emptyBlockCount = 0
            let missing = interval.first { unit in
                passUnit(unit, &bits, &coefficients)
                return bits.isExhausted
            }
            if let missing { intervals.note(missing..<interval.upperBound) }
            if missing == nil, excess == nil {
                let isLast = interval.upperBound == intervals.unitCount
                let count = excessBlockCount(after: bits, crossingRestarts: isLast)
                if count > 0 { excess = Excess(blockCount: count, after: interval) }
            }
            guard interval.upperBound < intervals.unitCount else { break }
            let dataEnd = bits.offset
            let number = bits.restart()
            if missing == nil, number != nil { stray.append(dataEnd..<bits.offset - 2) }
            intervals.restart(number: number)
        }
        return Walk(
            missingUnits: intervals.missing,
            endOffset: bits.offset,
            strayBytes: stray.filter { !$0.isEmpty },
            excess: excess
        )
    }

    /// Passes over the blocks of a unit.
    private func passUnit(
        _ unit: Int,
        _ bits: inout JPEGBitReader,
        _ coefficients: inout JPEGCoefficients
    ) {
        for part in parts {
            if let band, band.first > 0 {
                guard let acTable = part.acTable else { continue }
                coefficients.pass(block: unit, band, acTable, &bits)
            } else {
                for _ in 0..<blockCount(of: part) where !bits.isExhausted {
                    passFirst(of: part, &bits)
                }
            }
        }
    }

    /// Passes over what a scan that is not of later coefficients alone has of a block.
    func passFirst(of part: Part, _ bits: inout JPEGBitReader) {
        if let band {
            bits.skip(band.isRefinement ? 1 : firstBitCount(of: part, &bits))
        } else {
            passBlock(of: part, &bits)
        }
    }

    /// The blocks that a unit has of a component.
    func blockCount(of part: Part) -> Int {
        guard parts.count > 1 else { return 1 }
        return part.component.horizontalSampling * part.component.verticalSampling
    }

    /// The bits of a block's first coefficient, whose code is passed over (T.81, F.2.2.1).
    private func firstBitCount(of part: Part, _ bits: inout JPEGBitReader) -> Int {
        part.dcTable.map { min($0.symbol(from: &bits), 16) } ?? 0
    }

    /// Passes over a block with all its coefficients (T.81, F.2.2).
    private func passBlock(of part: Part, _ bits: inout JPEGBitReader) {
        bits.skip(firstBitCount(of: part, &bits))
        guard let acTable = part.acTable else { return }
        var place = 1
        while place < 64, !bits.isExhausted {
            let symbol = acTable.symbol(from: &bits)
            let (run, bitCount) = (symbol >> 4, symbol & 15)
            guard bitCount > 0 else {
                guard run == 15 else { return }
                place += 16
                continue
            }
            bits.skip(bitCount)
            place += run + 1
        }
    }
}
