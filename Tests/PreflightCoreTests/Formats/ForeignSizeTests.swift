import Testing

@testable import PreflightCore

/// The sizes of BMP and TIFF, by which a table that lists them judges them.
struct ForeignSizeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let format: ImageFormat
        let bytes: [UInt8]
        let size: PixelSize?

        init(_ description: String, _ format: ImageFormat, _ bytes: [UInt8], _ size: PixelSize?) {
            testDescription = description
            self.format = format
            self.bytes = bytes
            self.size = size
        }
    }

    private static func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func number(_ value: Int, _ byteCount: Int, _ isBigEndian: Bool) -> [UInt8] {
        isBigEndian ? little(value, byteCount).reversed() : little(value, byteCount)
    }

    private static func bitmap(header: Int, _ width: Int, _ height: Int) -> [UInt8] {
        let side = header == 12 ? 2 : 4
        let info = little(header, 4) + little(width, side) + little(height, side)
            + little(1, 2) + little(24, 2)
        let file = Array("BM".utf8) + little(200, 4) + little(0, 4) + little(14 + header, 4)
        return file + info + [UInt8](repeating: 0, count: 160)
    }

    private static func picture(
        isBigEndian: Bool,
        isBig: Bool = false,
        type: Int,
        _ fields: [(tag: Int, value: Int)]
    ) -> [UInt8] {
        let wide = isBig ? 8 : 4
        var bytes = Array((isBigEndian ? "MM" : "II").utf8)
        bytes += number(isBig ? 43 : 42, 2, isBigEndian)
        if isBig { bytes += number(8, 2, isBigEndian) + number(0, 2, isBigEndian) }
        bytes += number(isBig ? 16 : 8, wide, isBigEndian)
        bytes += number(fields.count, isBig ? 8 : 2, isBigEndian)
        for field in fields {
            let byteCount = type == 3 ? 2 : type == 4 ? 4 : 8
            let value = number(field.value, byteCount, isBigEndian)
            bytes += number(field.tag, 2, isBigEndian) + number(type, 2, isBigEndian)
            bytes += number(1, wide, isBigEndian)
            bytes += value + [UInt8](repeating: 0, count: wide - byteCount)
        }
        return bytes + [UInt8](repeating: 0, count: 8)
    }

    private static func size(_ width: Int, _ height: Int) -> PixelSize {
        PixelSize(width: width, height: height)
    }

    static let rows = [
        Row("BMP", .bmp, bitmap(header: 40, 5_000, 3_000), size(5_000, 3_000)),
        Row("BMP from the top", .bmp, bitmap(header: 40, 100, -5), size(100, 5)),
        Row("BMP, version 5", .bmp, bitmap(header: 124, 7, 9), size(7, 9)),
        Row("BMP, core header", .bmp, bitmap(header: 12, 640, 480), size(640, 480)),
        Row("BMP without a side", .bmp, bitmap(header: 40, 0, 5), nil),
        Row(
            "TIFF of 16 bits",
            .tiff,
            picture(isBigEndian: false, type: 3, [(256, 9_000), (257, 3_000)]),
            size(9_000, 3_000)
        ),
        Row(
            "TIFF of 32 bits, big-endian",
            .tiff,
            picture(isBigEndian: true, type: 4, [(254, 0), (256, 70_000), (257, 3)]),
            size(70_000, 3)
        ),
        Row(
            "TIFF on its side",
            .tiff,
            picture(isBigEndian: true, type: 3, [(256, 40), (257, 30), (274, 6)]),
            size(30, 40)
        ),
        Row(
            "BigTIFF",
            .tiff,
            picture(isBigEndian: false, isBig: true, type: 16, [(256, 300), (257, 200)]),
            size(300, 200)
        ),
        Row(
            "TIFF without a height",
            .tiff,
            picture(isBigEndian: false, type: 3, [(256, 9_000)]),
            nil
        ),
    ]

    @Test(arguments: rows)
    func `the size stands in the header`(_ row: Row) {
        let facts = ImageFacts(reading: row.bytes.span)
        #expect(facts.format == row.format)
        #expect((try? facts.header.get())?.displaySize == row.size)
    }

    @Test(arguments: rows)
    func `no beginning of a file and no flipped byte traps`(_ row: Row) {
        for count in row.bytes.indices {
            let cut = Array(row.bytes[..<count])
            _ = try? ImageHeader(reading: cut.span, as: row.format)
            var flipped = row.bytes
            flipped[count] ^= 0xFF
            _ = try? ImageHeader(reading: flipped.span, as: row.format)
        }
    }

    @Test
    func `a table that lists the format holds its limits against the size`() {
        let facts = ImageFacts(reading: Self.bitmap(header: 40, 100, 5).span)
        var table = RuleTable.sample([], formats: [.jpeg, .bmp])
        table.limits.append(
            Limit(
                code: .edgeTooShort,
                measure: .shortEdgePixels,
                bound: .atLeast(11),
                evidence: .documented,
                source: "a"
            )
        )
        let image = InspectedImage(label: .none, facts: facts)
        #expect(
            table.findings(for: image, amongImages: 1).map(\.code) == [.notDecoded, .edgeTooShort]
        )
    }
}
