/// Which rows of a JPEG picture are in its coded data, told without computing a pixel.
///
/// A decoder fills what is missing with grey and says so at most in a warning. The walk goes through
/// the Huffman codes as libjpeg does, of a progressive picture through the scans of its first
/// coefficients, without which there is no picture.
///
/// Source: ITU-T T.81, annexes B, F and G.
struct JPEGCodedRows {
    private let bytes: [UInt8]
    private var size = PixelSize(width: 0, height: 0)
    private var components: [JPEGScan.Component] = []
    private var tables: [UInt8: JPEGHuffmanTable] = [:]
    private var restartInterval = 0
    private var isProgressive = false
    private var isHuffman = false
    private var gap: ClosedRange<Int>?

    /// The rows that are missing; nil where none is, or where the coding is one that is not read.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - height: The rows that the picture has.
    /// - Returns: From the first missing row to the last.
    static func missing(in bytes: [UInt8], of height: Int) -> MissingPixels? {
        var walk = JPEGCodedRows(bytes: bytes)
        walk.run()
        guard let gap = walk.gap, gap.lowerBound < height else { return nil }
        let last = min(gap.upperBound, height - 1)
        return MissingPixels(
            .row,
            from: gap.lowerBound,
            count: last - gap.lowerBound + 1,
            of: height
        )
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension JPEGCodedRows {
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
            let payload = Array(bytes[marker.endOffset + 2..<end])
            switch marker.code {
            case 0xC4: takeTables(payload)
            case 0xDD where payload.count >= 2:
                restartInterval = Int(payload[0]) << 8 | Int(payload[1])
            case JPEGMarker.defineNumberOfLines where payload.count >= 2 && size.height == 0:
                size.height = Int(payload[0]) << 8 | Int(payload[1])
            case JPEGMarker.startOfScan: takeScan(payload, from: end)
            case _ where marker.startsFrame && components.isEmpty:
                takeFrame(payload, code: marker.code)
            default: break
            }
            offset = end
        }
    }

    /// SOF0 to SOF2 are coded by Huffman tables and with blocks; others are not walked.
    private mutating func takeFrame(_ payload: [UInt8], code: UInt8) {
        guard payload.count >= 6, payload.count >= 6 + 3 * Int(payload[5]) else { return }
        isHuffman = (0xC0...0xC2).contains(code)
        isProgressive = code == 0xC2
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

    private mutating func takeScan(_ payload: [UInt8], from start: Int) {
        guard isHuffman, let scan = scan(payload), size.width > 0, size.height > 0 else { return }
        let end = endOfData(from: start)
        guard let units = scan.missingUnits(in: bytes, from: start, to: end) else { return }
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

    /// The scan, if it has the first coefficients of blocks and all it needs is there.
    private func scan(_ payload: [UInt8]) -> JPEGScan? {
        guard let count = payload.first.map(Int.init), payload.count >= 4 + 2 * count else {
            return nil
        }
        let parts = (0..<count)
            .compactMap { index -> JPEGScan.Part? in
                let (identifier, choice) = (payload[1 + 2 * index], payload[2 + 2 * index])
                guard let component = components.first(where: { $0.identifier == identifier }),
                    (1...4).contains(component.horizontalSampling),
                    (1...4).contains(component.verticalSampling)
                else { return nil }
                return JPEGScan.Part(
                    component: component,
                    dcTable: tables[choice >> 4],
                    acTable: tables[0x10 | choice & 15]
                )
            }
        let (first, approximation) = (payload[1 + 2 * count], payload[3 + 2 * count])
        let hasTables = parts.allSatisfy { part in
            part.dcTable != nil && (isProgressive || part.acTable != nil)
        }
        // A scan that refines adds a bit to what is there.
        let isFirst = !isProgressive || first == 0 && approximation >> 4 == 0
        guard count > 0, parts.count == count, hasTables, isFirst else { return nil }
        return JPEGScan(
            size: size,
            largestSampling: (
                components.map(\.horizontalSampling).max() ?? 1,
                components.map(\.verticalSampling).max() ?? 1
            ),
            parts: parts,
            isProgressive: isProgressive,
            restartInterval: restartInterval
        )
    }

    /// Where coded data ends: at the next marker but a restart, without the zeros of a download that
    /// never came.
    private func endOfData(from start: Int) -> Int {
        let next = JPEGMarker(in: bytes.span, from: start)
        var end = next.map { $0.endOffset - 2 } ?? bytes.count
        let unfilled = end
        while end > start, bytes[end - 1] == 0 { end -= 1 }
        return unfilled - end >= Self.zeroRunAtLeast ? end : unfilled
    }

    /// No coder writes so many zeros in a row.
    private static let zeroRunAtLeast = 32
}
