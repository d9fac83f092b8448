import Testing

@testable import PreflightCore

/// How many parts a file may be cut into, on three sides of the bound.
struct FilePartsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let format: ImageFormat
        /// The most parts.
        let most: Int
        /// The parts of a file without any more.
        let ownCount: Int
        /// The file with so many parts more than its own.
        let file: @Sendable (Int) -> [UInt8]
    }

    static let rows = [
        Row(
            testDescription: "segments of a JPEG",
            format: .jpeg,
            most: FileParts.segmentCountAtMost,
            ownCount: 3,
            file: { count in
                let scan = JPEGBytes().frame().segment(0xDA, [1, 1, 0, 0, 63, 0]).bytes
                return scan + repeated([0xFF, 0xFE, 0, 2], count) + [0xFF, 0xD9]
            }
        ),
        Row(
            testDescription: "chunks of a PNG",
            format: .png,
            most: FileParts.countAtMost,
            ownCount: 3,
            file: { count in
                let empty = PNGBytes.signatureOnly.chunk("teSt").bytes.dropFirst(8)
                return PNGBytes().appending(repeated(Array(empty), count)).imageData().end().bytes
            }
        ),
        Row(
            testDescription: "blocks of a GIF",
            format: .gif,
            most: FileParts.countAtMost,
            ownCount: 2,
            file: { count in
                let screen: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0]
                let image: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
                return screen + repeated([0x21, 0xFE, 0], count) + image + [0x3B]
            }
        ),
        Row(
            testDescription: "chunks of a WebP",
            format: .webp,
            most: FileParts.countAtMost,
            ownCount: 2,
            file: { count in
                let empty = WebPBytes().chunk("test", []).chunks
                let chunks =
                    WebPBytes().extended(4, 4).chunks + repeated(empty, count)
                    + WebPBytes().lossless(4, 4).chunks
                let size = (4 + chunks.count).bigEndianBytes(4).reversed()
                return Array("RIFF".utf8) + size + Array("WEBP".utf8) + chunks
            }
        ),
    ]

    private static func repeated(_ part: [UInt8], _ count: Int) -> [UInt8] {
        Array(repeatElement(part, count: count).joined())
    }

    @Test(arguments: rows)
    func `a file is read up to the bound and refused above`(_ row: Row) throws {
        for count in [row.most - 1, row.most] {
            let bytes = row.file(count - row.ownCount)
            #expect(FileParts.count(in: bytes.span, as: row.format) == count)
            let facts = ImageFacts(reading: bytes.span)
            #expect(throws: Never.self) { try facts.header.get() }
        }
        let bytes = row.file(row.most + 1 - row.ownCount)
        let facts = ImageFacts(reading: bytes.span)
        #expect(facts.header == .failure(.tooManyParts(row.most + 1, most: row.most)))
    }
}
