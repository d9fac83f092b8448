import Testing

@testable import PreflightCore

/// What of a file no decoder sees.
struct DecoderInputTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let format: ImageFormat
        let bytes: [UInt8]
        let spared: [UInt8]

        init(_ name: String, _ format: ImageFormat, _ bytes: [UInt8], becomes spared: [UInt8]) {
            testDescription = name
            self.format = format
            self.bytes = bytes
            self.spared = spared
        }

        init(_ name: String, _ format: ImageFormat, staying bytes: [UInt8]) {
            self.init(name, format, bytes, becomes: bytes)
        }
    }

    private static let exif = Array("Exif\0\0II*\0".utf8)

    static let rows = [
        Row(
            "EXIF and IPTC of a JPEG become comments",
            .jpeg,
            JPEGBytes().segment(0xE1, exif).segment(0xED, [1]).frame().bytes,
            becomes: JPEGBytes().segment(0xFE, exif).segment(0xFE, [1]).frame().bytes
        ),
        Row(
            "what says what the colours of a JPEG are stays",
            .jpeg,
            staying: JPEGBytes().segment(0xE0, [1]).segment(0xE2, [2]).segment(0xEE, [3]).frame()
                .bytes
        ),
        Row(
            "coded data of a JPEG stay",
            .jpeg,
            staying: JPEGBytes().frame().segment(0xDA, [1, 1, 0, 0, 63, 0]).segment(0xE1, exif)
                .bytes
        ),
        Row(
            "EXIF of a PNG goes, wherever it stands",
            .png,
            PNGBytes().chunk("eXIf", [1]).imageData().chunk("eXIf", [2]).end().bytes,
            becomes: PNGBytes().imageData().end().bytes
        ),
        Row(
            "other chunks of a PNG stay",
            .png,
            staying: PNGBytes().chunk("iCCP", [1]).imageData().end().appending([1, 2]).bytes
        ),
        Row(
            "a chunk that a PNG ends inside goes",
            .png,
            PNGBytes().appending([0x7F, 0xFF, 0xFF, 0xFF] + "tEXta".utf8).bytes,
            becomes: PNGBytes().bytes
        ),
        Row(
            "image data that a PNG ends inside stay",
            .png,
            staying: PNGBytes().appending([0x7F, 0xFF, 0xFF, 0xFF] + "IDATa".utf8).bytes
        ),
        Row(
            "EXIF of a WebP is renamed",
            .webp,
            WebPBytes().extended(4, 4).chunk("EXIF", [1, 2]).lossless(4, 4).file(),
            becomes: WebPBytes().extended(4, 4).chunk("none", [1, 2]).lossless(4, 4).file()
        ),
        Row("a GIF stays", .gif, staying: Array("GIF89a".utf8) + exif),
        Row("nothing stays nothing", .jpeg, staying: []),
    ]

    @Test(arguments: rows)
    func `what adds nothing to the picture is left out`(_ row: Row) {
        #expect(DecoderInput.spared(row.bytes, as: row.format) == row.spared)
    }
}
