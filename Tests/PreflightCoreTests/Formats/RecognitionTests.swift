import Testing

@testable import PreflightCore

struct RecognitionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let expected: ImageFormat
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8], _ expected: ImageFormat) {
            self.name = name
            self.bytes = bytes
            self.expected = expected
        }

        init(_ name: String, text: String, _ expected: ImageFormat) {
            self.init(name, Array(text.utf8), expected)
        }
    }

    @Test(arguments: signatureCases + brandCases + layoutCases + textCases)
    func `recognises content`(_ row: Case) {
        #expect(ImageFormat(recognising: row.bytes.span) == row.expected)
    }

    private static let signatureCases: [Case] = [
        Case("empty", [], .unknown),
        Case("JPEG", [0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        Case("SOI without a marker", [0xFF, 0xD8, 0x00, 0xE0], .unknown),
        Case("SOI alone", [0xFF, 0xD8], .unknown),
        Case("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        Case(
            "PNG with line ends changed",
            [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A, 0],
            .unknown
        ),
        Case("GIF 87a", text: "GIF87a", .gif),
        Case("GIF 89a", text: "GIF89a", .gif),
        Case("GIF of no known version", text: "GIF80x", .gif),
        Case("GIF 9", text: "GIF99a", .unknown),
        Case("WebP", text: "RIFF\u{1}\0\0\0WEBP", .webp),
        Case("another RIFF file", text: "RIFF\u{1}\0\0\0WAVE", .unknown),
        Case("WebP cut in its signature", text: "RIFF\u{1}\0\0\0WEB", .unknown),
        Case("TIFF, little-endian", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .tiff),
        Case("TIFF, big-endian", [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8], .tiff),
        Case("BigTIFF, little-endian", [0x49, 0x49, 0x2B, 0, 8, 0, 0, 0], .tiff),
        Case("BigTIFF, big-endian", [0x4D, 0x4D, 0, 0x2B, 0, 8, 0, 0], .tiff),
        Case("TIFF with its byte order mixed up", [0x49, 0x49, 0, 0x2A, 0, 0, 0, 8], .unknown),
        Case("JPEG XL codestream", [0xFF, 0x0A, 0xFA, 0x7F], .jxl),
        Case("JPEG XL container", text("\0\0\0\u{C}JXL \r\n") + [0x87, 0x0A], .jxl),
        Case("JPEG 2000", text("\0\0\0\u{C}jP  \r\n") + [0x87, 0x0A], .jp2),
        Case("JPEG 2000 codestream", [0xFF, 0x4F, 0xFF, 0x51], .jp2),
        Case("JPEG 2000 codestream without SIZ", [0xFF, 0x4F, 0xFF, 0x52], .unknown),
    ]

    private static let brandCases: [Case] = [
        Case("HEIC", fileType("heic", "mif1", "heic"), .heic),
        Case("HEIC sequence", fileType("hevc", "msf1"), .heic),
        Case("AVIF", fileType("avif", "mif1", "miaf"), .avif),
        Case("AVIF sequence", fileType("avis", "msf1"), .avif),
        Case("HEIF that lists AVIF", fileType("mif1", "miaf", "avif"), .avif),
        Case("HEIF that lists HEVC", fileType("mif1", "heix"), .heic),
        Case("HEIF that lists no coding", fileType("mif1", "miaf"), .heic),
        Case("a film", fileType("isom", "iso2", "avc1", "mp41"), .unknown),
        Case("a brand outside its box", fileType("isom") + text("avif"), .unknown),
        Case("a box cut after its brand", Array(fileType("heic", "mif1").prefix(12)), .heic),
        Case("a box of the longest length", longFileType(byteCount: 272), .avif),
        Case("a box one brand longer", longFileType(byteCount: 276), .unknown),
        Case("a box without brands", text("\0\0\0\u{8}ftypheic"), .unknown),
        Case("ftyp in text", text: "the ftypheic box", .unknown),
    ]

    private static let layoutCases: [Case] = [
        Case("BMP", bitmap(headerByteCount: 40), .bmp),
        Case("BMP, version 5", bitmap(headerByteCount: 124), .bmp),
        Case("BMP, core header", bitmap(headerByteCount: 12), .bmp),
        Case("BMP with an unknown header", bitmap(headerByteCount: 41), .unknown),
        Case("BMP with two planes", bitmap(headerByteCount: 40, planeCount: 2), .unknown),
        Case("text about cars", text: "BMW builds cars and motorcycles in Munich.", .unknown),
        Case("ICO", icon(type: 1), .ico),
        Case("CUR", icon(type: 2), .ico),
        Case("ICO of .NET", icon(type: 1, reserved: 255), .ico),
        Case("ICO with another reserved byte", icon(type: 1, reserved: 7), .unknown),
        Case("ICO without images", icon(type: 1, imageCount: 0), .unknown),
        Case("ICO with its image in the directory", icon(type: 1, offset: 21), .unknown),
        Case("ICO with its image beyond the end", icon(type: 1, offset: 23), .unknown),
        Case("an icon of type 3", icon(type: 3), .unknown),
        Case("zeros", [UInt8](repeating: 0, count: 64), .unknown),
    ]

    private static let textCases: [Case] = [
        Case("PDF", text: "%PDF-1.7\n", .pdf),
        Case("text about PDF", text: "A file that begins with %PDF-1.7\n", .unknown),
        Case("SVG", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", .svg),
        Case("SVG, empty", text: "<svg/>", .svg),
        Case("SVG with a prefix", text: "<svg:svg>", .svg),
        Case("SVG after a byte order mark", text: "\u{FEFF}\n <svg>", .svg),
        Case("SVG after everything that may stand there", text: prologue + "<svg >", .svg),
        Case("SVG in UTF-16, little-endian", utf16(prologue + "<svg>", isBigEndian: false), .svg),
        Case("SVG in UTF-16, big-endian", utf16(prologue + "<svg>", isBigEndian: true), .svg),
        Case(
            "SVG after a long comment",
            text: "<!--" + String(repeating: ".", count: 16_371) + "--><svg >",
            .svg
        ),
        Case(
            "SVG after a comment longer than the window",
            text: "<!--" + String(repeating: ".", count: 16_373) + "--><svg >",
            .unknown
        ),
        Case("an element that only begins so", text: "<svgfont>", .unknown),
        Case("a name cut off", text: "<svg", .unknown),
        Case("a comment without end", text: "<!-- <svg>", .unknown),
        Case("a document type without end", text: "<!DOCTYPE svg [ <svg>", .unknown),
        Case("SVG within HTML", text: "<!DOCTYPE html><html><svg></svg></html>", .unknown),
        Case("text before the element", text: "see <svg>", .unknown),
        Case("text", text: "Hello, world", .unknown),
    ]

    private static let prologue = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a comment with <svg> and > in it -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [
            <!ENTITY ns "http://www.w3.org/2000/svg">
        ]>

        """
}

extension RecognitionTests {
    struct WeakSignature: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    @Test(arguments: [
        WeakSignature(name: "none", bytes: []),
        WeakSignature(name: "BMP", bytes: [0x42, 0x4D]),
        WeakSignature(name: "ICO", bytes: [0, 0, 1, 0]),
        WeakSignature(name: "CUR", bytes: [0, 0, 2, 0]),
        WeakSignature(name: "SOI", bytes: [0xFF, 0xD8, 0x00]),
        WeakSignature(name: "JPEG 2000", bytes: [0xFF, 0x4F]),
        WeakSignature(name: "TIFF", bytes: [0x49, 0x49]),
        WeakSignature(name: "RIFF", bytes: [0x52, 0x49, 0x46, 0x46]),
        WeakSignature(name: "XML", bytes: [0x3C]),
    ])
    func `random bytes after a weak signature are unknown`(_ signature: WeakSignature) {
        var generator = SplitMix64(state: 1)
        for _ in 0..<500 {
            let random = (0..<256).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let bytes = signature.bytes + random
            #expect(ImageFormat(recognising: bytes.span) == .unknown, "\(bytes.prefix(32))")
        }
    }

    @Test(arguments: signatureCases + brandCases + layoutCases + textCases)
    func `a cut or changed file never traps`(_ row: Case) {
        for byteCount in 0...min(row.bytes.count, 400) {
            let cut = Array(row.bytes.prefix(byteCount))
            let found = ImageFormat(recognising: cut.span)
            #expect(found == .unknown || byteCount > 1, "\(byteCount) bytes")
        }
        for offset in row.bytes.indices.prefix(64) {
            var changed = row.bytes
            changed[offset] ^= 0xFF
            let found = ImageFormat(recognising: changed.span)
            #expect(found == .unknown || offset > 0 || found != row.expected, "byte \(offset)")
        }
    }
}

/// A small generator whose sequence is the same on every run.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private func text(_ string: String) -> [UInt8] { Array(string.utf8) }

private func utf16(_ string: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + string).utf16
        .flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? bytes : bytes.reversed()
        }
}

/// A file type box: the major brand, no minor version, the compatible brands.
private func fileType(_ majorBrand: String, _ compatible: String...) -> [UInt8] {
    let byteCount = UInt8(16 + 4 * compatible.count)
    return [0, 0, 0, byteCount] + text("ftyp" + majorBrand) + [0, 0, 0, 0]
        + compatible.flatMap(text)
}

/// A file type box of the given length that names AVIF last.
private func longFileType(byteCount: Int) -> [UInt8] {
    let length = [UInt8(byteCount >> 8), UInt8(byteCount & 0xFF)]
    let fillers = [UInt8](repeating: 0x20, count: byteCount - 16)
    return [0, 0] + length + text("ftypmif1") + fillers + text("avif")
}

/// File header and information header of a bitmap of 1 × 1 pixels.
private func bitmap(headerByteCount: UInt8, planeCount: UInt8 = 1) -> [UInt8] {
    let sides: [UInt8] = headerByteCount == 12 ? [1, 0, 1, 0] : [1, 0, 0, 0, 1, 0, 0, 0]
    return text("BM") + [0, 0, 0, 0, 0, 0, 0, 0, 14 + headerByteCount, 0, 0, 0]
        + [headerByteCount, 0, 0, 0] + sides + [planeCount, 0, 24, 0]
}

/// A directory of one entry, and an image of one byte.
private func icon(
    type: UInt8,
    imageCount: UInt8 = 1,
    reserved: UInt8 = 0,
    offset: UInt8 = 22
) -> [UInt8] {
    [0, 0, type, 0, imageCount, 0]
        + [16, 16, 0, reserved, 1, 0, 32, 0, 1, 0, 0, 0, offset, 0, 0, 0] + [7]
}
