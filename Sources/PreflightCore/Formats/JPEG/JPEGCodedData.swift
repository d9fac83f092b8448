/// Which rows of a JPEG picture are in its coded data and where that ends, told without computing a
/// pixel.
///
/// A decoder fills what is missing with grey and says so at most in a warning. The walk goes through
/// the codes as libjpeg does.
///
/// Source: ITU-T T.81, annexes B, D, F and G.
struct JPEGCodedData {
    /// The offset after the coded data of the last scan, where the picture has all its scans and each
    /// is whole; where a file without end marker lacks scans, that after the last whole one.
    ///
    /// Nil where something else is missing, or the coding is one that is not read.
    private(set) var endOffset: Int?

    /// Bytes after the last row of a scan, or of an interval of one, that stand before the next
    /// marker, in their order.
    private(set) var strayBytes: [Range<Int>] = []

    /// The first scan, from 1, that only makes the picture finer and of which a part is missing.
    private(set) var brokenScan: Int?

    /// Whether all scans are there.
    var hasAllScans: Bool { coverage.isWhole(ofComponents: components.count) && isWhole }

    /// Whether what is missing is made up by decoders without a warning.
    var isSilent = false

    /// The rows that data which go on after the last one tell of.
    var surplusRows: MissingPixels?

    /// The file.
    let bytes: [UInt8]
    private(set) var size = PixelSize(width: 0, height: 0)
    private var components: [JPEGScan.Component] = []
    private var tables: [UInt8: JPEGHuffmanTable] = [:]
    private var restartInterval = 0
    private var isProgressive = false
    private(set) var coding = Coding.unread
    private var conditioning = JPEGConditioning()
    /// The rows that the data do not have, from the first to the last.
    var gap: ClosedRange<Int>?
    private var scanCount = 0
    private var isWhole = true
    private var lastWholeEnd: Int?
    private var coverage = JPEGScanCoverage()
    private var coefficients: [UInt8: JPEGCoefficients] = [:]

    /// Goes through a file.
    init(of bytes: [UInt8]) {
        self.bytes = bytes
        if !reachesEnd() { endOffset = lastWholeEnd }
    }
}

extension JPEGCodedData {
    /// Goes through the segments and scans; whether all scans are there, or an end marker.
    private mutating func reachesEnd() -> Bool {
        var offset = 2
        while let marker = JPEGMarker(in: bytes.span, from: offset) {
            guard marker.code != JPEGMarker.endOfImage else { return true }
            guard marker.code != JPEGMarker.startOfImage, marker.code != JPEGMarker.temporary else {
                offset = marker.endOffset
                continue
            }
            guard let end = marker.segmentEnd(in: bytes.span), end - marker.endOffset >= 2 else {
                return false
            }
            take(marker, Array(bytes[marker.endOffset + 2..<end]), to: end)
            guard endOffset == nil else { return true }
            offset = end
        }
        return false
    }

    private mutating func take(_ marker: JPEGMarker, _ payload: [UInt8], to end: Int) {
        switch marker.code {
        case JPEGMarker.defineHuffmanTables: takeTables(payload)
        case JPEGMarker.defineArithmeticConditioning: conditioning.take(payload)
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

    /// How a frame is coded, as far as it is walked: without differences between pictures or pixels.
    enum Coding {
        /// By Huffman tables: SOF0 to SOF2.
        case huffman
        /// Arithmetically: SOF9 and SOF10.
        case arithmetic
        /// Otherwise.
        case unread

        init(code: UInt8) {
            switch code {
            case 0xC0...0xC2: self = .huffman
            case 0xC9, 0xCA: self = .arithmetic
            default: self = .unread
            }
        }
    }

    private mutating func takeFrame(_ payload: [UInt8], code: UInt8) {
        guard payload.count >= 6, payload.count >= 6 + 3 * Int(payload[5]) else { return }
        coding = Coding(code: code)
        isProgressive = JPEGFrame.progressiveCodes.contains(code)
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
        guard coding != .unread, size.width > 0, size.height > 0, let scan = scan(payload) else {
            isWhole = false
            return
        }
        coverage.take(payload.span, isProgressive: isProgressive)
        guard let walk = walk(scan, from: start) else {
            isWhole = false
            return
        }
        strayBytes += walk.strayBytes
        scanCount += 1
        if !scan.isFirst, walk.missingUnits != nil { brokenScan = brokenScan ?? scanCount }
        isSilent = isSilent || coding == .arithmetic
        isWhole = isWhole && walk.missingUnits == nil
        if scan.isFirst || coding == .arithmetic { takeRows(of: scan, from: start, after: walk) }
        if isProgressive, hasForeignEnd(walk, from: start) { brokenScan = brokenScan ?? scanCount }
        guard isWhole else { return }
        if coverage.missingComponents(of: components.map(\.identifier)) == nil {
            lastWholeEnd = walk.endOffset
        }
        if coverage.isWhole(ofComponents: components.count) { endOffset = walk.endOffset }
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
        let walk = walkToFilling(scan, from: start, &known)
        if scan.needsCoefficients { coefficients[identifier] = known }
        return walk
    }

    /// Goes through a scan up to its next marker, or to what fills the room of a download that never
    /// came.
    ///
    /// A decoder takes that for data too, and knows that it is none where the last row is over before.
    private mutating func walkToFilling(
        _ scan: JPEGScan,
        from start: Int,
        _ coefficients: inout JPEGCoefficients
    ) -> JPEGScan.Walk {
        let end = JPEGDataEnd(in: bytes, from: start)
        var whole: JPEGScan.Walk
        if let filling = end.fillingOffset {
            let before = coefficients
            whole = walk(scan, from: start, to: end.offset, &coefficients)
            // An arithmetic coder leaves out the zeros that it ends in (T.81, D.1.8).
            let isOverBefore =
                whole.endOffset > filling + end.doubtfulByteCount
                && (coding == .arithmetic
                    || end.offset - whole.endOffset >= end.surplusAtLeast)
            if whole.missingUnits != nil || isOverBefore {
                isSilent = isSilent || whole.missingUnits == nil
                coefficients = before
                whole = walk(scan, from: start, to: filling, &coefficients)
            }
        } else {
            whole = walk(scan, from: start, to: end.offset, &coefficients)
        }
        // An arithmetic decoder may be over before the coder's last byte or two.
        let ownByteCount = coding == .arithmetic ? 2 : 0
        if end.isAtMarker, whole.missingUnits == nil, end.offset - whole.endOffset > ownByteCount {
            whole.strayBytes.append(whole.endOffset..<end.offset)
        }
        return whole
    }

    private func walk(
        _ scan: JPEGScan,
        from start: Int,
        to end: Int,
        _ coefficients: inout JPEGCoefficients
    ) -> JPEGScan.Walk {
        guard coding == .arithmetic else {
            return scan.walk(bytes, from: start, to: end, &coefficients)
        }
        var walk = JPEGArithmeticScan(scan, conditioning, bytes, from: start, to: end)
        return walk.walk(&coefficients)
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
        guard count > 0, parts.count == count,
            coding == .arithmetic ? scan.band?.isPossible(ofParts: count) ?? true : scan.hasTables
        else { return nil }
        return scan
    }

    private func part(_ identifier: UInt8, choosing tableNumbers: UInt8) -> JPEGScan.Part? {
        guard let component = components.first(where: { $0.identifier == identifier }),
            (1...4).contains(component.horizontalSampling),
            (1...4).contains(component.verticalSampling)
        else { return nil }
        return JPEGScan.Part(
            component: component,
            tableNumbers: tableNumbers,
            dcTable: tables[tableNumbers >> 4],
            acTable: tables[0x10 | tableNumbers & 15]
        )
    }
}
