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
        var dcTable: JPEGHuffmanTable?
        var acTable: JPEGHuffmanTable?
    }

    /// The picture.
    var size: PixelSize
    /// The largest sampling factors of the frame.
    var largestSampling: (horizontal: Int, vertical: Int)
    /// What the scan codes.
    var parts: [Part]
    /// Whether the frame is progressive, so that a scan has the first coefficient of a block only.
    var isProgressive: Bool
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

    /// The first and the last unit that the data does not have; nil where all are there.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - start: Where the coded data begins.
    ///   - end: Where it ends.
    /// - Returns: The units' numbers, in the order of coding.
    func missingUnits(in bytes: [UInt8], from start: Int, to end: Int) -> ClosedRange<Int>? {
        var bits = JPEGBitReader(bytes, from: start, to: end)
        let (columns, rows) = unitGrid
        let unitCount = columns * rows
        var missing: ClosedRange<Int>?
        func note(_ units: Range<Int>) {
            guard let last = units.last, last < unitCount else { return }
            missing =
                (missing?.lowerBound ?? units.lowerBound)...max(last, missing?.upperBound ?? 0)
        }
        var unit = 0
        var nextRestart = 0
        while unit < unitCount {
            let intervalEnd =
                restartInterval > 0 ? min(unit + restartInterval, unitCount) : unitCount
            while unit < intervalEnd {
                passUnit(&bits)
                if bits.isExhausted { break }
                unit += 1
            }
            note(unit..<intervalEnd)
            unit = intervalEnd
            guard unit < unitCount else { break }
            guard let number = bits.restart() else {
                note(unit..<unitCount)
                break
            }
            // Whole intervals may be lost between two markers; libjpeg counts two at most.
            let lost = (number - nextRestart) & 7
            if lost <= 2 {
                let skipped = min(unit + lost * restartInterval, unitCount)
                note(unit..<skipped)
                unit = skipped
            }
            nextRestart = (number + 1) & 7
        }
        return missing
    }

    /// Passes over the blocks of a unit.
    private func passUnit(_ bits: inout JPEGBitReader) {
        for part in parts {
            let blockCount =
                parts.count == 1
                ? 1 : part.component.horizontalSampling * part.component.verticalSampling
            for _ in 0..<blockCount {
                passBlock(of: part, &bits)
                if bits.isExhausted { return }
            }
        }
    }

    /// Passes over a block: its first coefficient, and the others where the scan has them (T.81,
    /// F.2.2 and G.1.2.1).
    private func passBlock(of part: Part, _ bits: inout JPEGBitReader) {
        guard let dcTable = part.dcTable else { return }
        bits.skip(min(dcTable.symbol(from: &bits), 16))
        guard !isProgressive, let acTable = part.acTable else { return }
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
