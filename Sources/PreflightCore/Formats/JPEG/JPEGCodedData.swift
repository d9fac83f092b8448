/// Which rows of a JPEG picture are in its coded data and where that ends, told without computing a
/// pixel.
///
/// A decoder fills what is missing with grey and says so at most in a warning. The walk goes through
/// the Huffman codes as libjpeg does.
///
/// Source: ITU-T T.81, annexes B, F and G.
struct JPEGCodedData {
    /// The offset after the coded data of the last scan, where the picture has all its scans and each
    /// is whole; nil where something is missing, or the coding is one that is not read.
    private(set) var endOffset: Int?

    private let bytes: [UInt8]
    private var size = PixelSize(width: 0, height: 0)
    private var components: [JPEGScan.Component] = []
    private var tables: [UInt8: JPEGHuffmanTable] = [:]
    private var restartInterval = 0
    private var isProgressive = false
    private var isHuffman = false
    private var gap: ClosedRange<Int>?
    private var isWhole = true
    private var coverage = JPEGScanCoverage()
    private var coefficients: [UInt8: JPEGCoefficients] = [:]

    /// Goes through a file.
    init(of bytes: [UInt8]) {
        self.bytes = bytes
        run()
    }

    /// The rows that are missing; nil where none is, or where the coding is one that is not read.
    ///
    /// - Parameter height: The rows that the picture has.
    /// - Returns: From the first missing row to the last.
    func missingRows(of height: Int) -> MissingPixels? {
        guard let gap, gap.lowerBound < height else { return nil }
        let last = min(gap.upperBound, height - 1)
        return MissingPixels(
            .row,
            from: gap.lowerBound,
            count: last - gap.lowerBound + 1,
            of: height
        )
    }
}

extension JPEGCodedData {
    private mutating func run() {
        var offset = 2
        while let marker = JPEGMarker(in: bytes.span, from: offset) {
            guard marker.code != JPEGMarker.endOfImage else { return }
            guard marker.code != JPEGMarker.startOfImage, marker.code != JPEGMarker.temporary else {
                offset = marker.endOffset
                continue
            }
            guard let end = marker.segmentEnd(in: bytes.span), end - marker.endOffset >= 2 else {
                return
            }
            take(marker, Array(bytes[marker.endOffset + 2..<end]), to: end)
            guard endOffset == nil else { return }
            offset = end
        }
    }

    private mutating func take(_ marker: JPEGMarker, _ payload: [UInt8], to end: Int) {
        switch marker.code {
        case JPEGMarker.defineHuffmanTables: takeTables(payload)
        case JPEGMarker.defineRestartInterval where payload.count >= 2:
            restartInterval = Int(payload[0]) << 8 | Int(payload[1])
        case JPEGMarker.defineNumberOfLines where payload.count >= 2 && size.height == 0:
            size.height = Int(payload[0]) << 8 | Int(payload[1])
        case JPEGMarker.startOfScan: takeScan(payload, from: end)
        case _ where marker.startsFrame && components.isEmpty:
            takeFrame(payload, code: marker.code)
        default: break
        }
    }

    /// SOF0 to SOF2 are coded by Huffman tables and with blocks; others are not walked.
    private mutating func takeFrame(_ payload: [UInt8], code: UInt8) {
        guard payload.count >= 6, payload.count >= 6 + 3 * Int(payload[5]) else { return }
        isHuffman = (0xC0...0xC2).contains(code)
        isProgressive = code == JPEGMarker.progressiveFrame
        size = PixelSize(
            width: Int(payload[3]) << 8 | Int(payload[4]),
            height: Int(payload[1]) << 8 | Int(payload[2])
        )
        components = (0..<Int(payload[5]))
            .map { index in
                let start = 6 + 3 * index
                return JPEGScan.Component(
                    identifier: payload[start],
                    horizontalSampling: Int(payload[start + 1] >> 4),
                    verticalSampling: Int(payload[start + 1] & 15)
                )
            }
    }

    /// Tables are kept by class and number: 0x00 to 0x03 for first coefficients, 0x10 to 0x13.
    private mutating func takeTables(_ payload: [UInt8]) {
        var start = 0
        while start + 17 <= payload.count {
            let counts = Array(payload[start + 1..<start + 17])
            let symbolCount = counts.reduce(0) { $0 + Int($1) }
            let end = start + 17 + symbolCount
            guard end <= payload.count else { return }
            tables[payload[start]] = JPEGHuffmanTable(
                counts: counts,
                symbols: Array(payload[start + 17..<end])
            )
            start = end
        }
    }
}

extension JPEGCodedData {
    private mutating func takeScan(_ payload: [UInt8], from start: Int) {
        guard isHuffman, size.width > 0, size.height > 0, let scan = scan(payload) else {
            isWhole = false
            return
        }
        coverage.take(payload.span, isProgressive: isProgressive)
        guard let walk = walk(scan, from: start) else {
            isWhole = false
            return
        }
        isWhole = isWhole && walk.missingUnits == nil
        if scan.isFirst, let units = walk.missingUnits { takeGap(units, of: scan) }
        if isWhole, coverage.isWhole(ofComponents: components.count) { endOffset = walk.endOffset }
    }

    /// Goes through a scan; nil where that takes more memory than there should be.
    private mutating func walk(_ scan: JPEGScan, from start: Int) -> JPEGScan.Walk? {
        let identifier = scan.parts.first?.component.identifier ?? 0
        let blockCount = scan.needsCoefficients ? scan.unitGrid.columns * scan.unitGrid.rows : 0
        guard blockCount <= JPEGCoefficients.blockCountAtMost else { return nil }
        var known = JPEGCoefficients(blockCount: 0)
        if scan.needsCoefficients {
            known =
                coefficients.removeValue(forKey: identifier)
                ?? JPEGCoefficients(blockCount: blockCount)
        }
        let walk = scan.walk(bytes, from: start, to: endOfData(from: start), &known)
        if scan.needsCoefficients { coefficients[identifier] = known }
        return walk
    }

    private mutating func takeGap(_ units: ClosedRange<Int>, of scan: JPEGScan) {
        let columns = scan.unitGrid.columns
        let height = scan.unitSize.height
        let rows =
            units.lowerBound / columns * height...units.upperBound / columns * height + height - 1
        gap =
            min(
                gap?.lowerBound ?? .max,
                rows.lowerBound
            )...max(gap?.upperBound ?? 0, rows.upperBound)
    }

    /// The scan, if all it needs is there.
    private func scan(_ payload: [UInt8]) -> JPEGScan? {
        guard let count = payload.first.map(Int.init), payload.count >= 4 + 2 * count else {
            return nil
        }
        let parts = (0..<count)
            .compactMap { part(payload[1 + 2 * $0], choosing: payload[2 + 2 * $0]) }
        let band = JPEGScan.Band(
            first: Int(payload[1 + 2 * count]),
            last: Int(payload[2 + 2 * count]),
            isRefinement: payload[3 + 2 * count] >> 4 > 0
        )
        let scan = JPEGScan(
            size: size,
            largestSampling: (
                components.map(\.horizontalSampling).max() ?? 1,
                components.map(\.verticalSampling).max() ?? 1
            ),
            parts: parts,
            band: isProgressive ? band : nil,
            restartInterval: restartInterval
        )
        guard count > 0, parts.count == count, scan.hasWhatItNeeds else { return nil }
        return scan
    }

    private func part(_ identifier: UInt8, choosing tableNumbers: UInt8) -> JPEGScan.Part? {
        guard let component = components.first(where: { $0.identifier == identifier }),
            (1...4).contains(component.horizontalSampling),
            (1...4).contains(component.verticalSampling)
        else { return nil }
        return JPEGScan.Part(
            component: component,
            dcTable: tables[tableNumbers >> 4],
            acTable: tables[0x10 | tableNumbers & 15]
        )
    }

    /// Where coded data ends: at the next marker but a restart, without the zeros of a download that
    /// never came.
    private func endOfData(from start: Int) -> Int {
        let next = JPEGMarker(in: bytes.span, from: start)
        var end = next.map { $0.endOffset - 2 } ?? bytes.count
        let unfilled = end
        while end > start, bytes[end - 1] == 0 { end -= 1 }
        return unfilled - end >= Self.zeroRunAtLeast ? end + Self.ownZeroCountAtMost : unfilled
    }

    /// No coder writes so many zeros in a row.
    private static let zeroRunAtLeast = 32

    /// How many zeros before such a run may be the data's own.
    private static let ownZeroCountAtMost = 2
}

extension JPEGScan {
    /// Whether its tables are there and its numbers are among those that are allowed (T.81, G.1.1.1).
    fileprivate var hasWhatItNeeds: Bool {
        guard let band else { return parts.allSatisfy { $0.dcTable != nil && $0.acTable != nil } }
        guard band.first <= band.last, band.last < 64 else { return false }
        if band.first > 0 { return parts.count == 1 && parts[0].acTable != nil }
        return band.isRefinement || parts.allSatisfy { $0.dcTable != nil }
    }
}

extension JPEGCodedData {
    /// The flaw that no end marker follows a picture that is whole; nil where it is not.
    ///
    /// Pillow asks for the marker, unless enough other bytes follow; Go always.
    var endFlaw: StructuralFlaw? {
        guard let endOffset else { return nil }
        let fact =
            switch bytes.count - endOffset {
            case 0: "nothing follows the last scan"
            case 1: "1 byte follows the last scan"
            case let count: "\(count.grouped) bytes follow the last scan"
            }
        return StructuralFlaw(fact, refusedBy: [.pillow, .goImage])
    }
}
