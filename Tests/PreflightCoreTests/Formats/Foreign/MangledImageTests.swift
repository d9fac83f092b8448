import Testing

@testable import PreflightCore

/// Images that were carried as text, and images with something in front.
struct MangledImageTests {
    typealias Case = ForeignCase

    static let png = PNGBytes().imageData().end().bytes
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 2]

    static let cases = [
        Case(
            "PNG, CRLF to LF",
            png.filter { $0 != 0x0D },
            "a PNG whose CRLF line ends became LF",
            cure: "as binary"
        ),
        Case(
            "PNG, LF to CRLF",
            png.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
            "a PNG whose LF line ends became CRLF"
        ),
        Case(
            "PNG, Latin-1 to UTF-8",
            png.replacing { [0xC0 | $0 >> 6, $0 & 0xBF] },
            "a PNG that was converted from Latin-1 to UTF-8"
        ),
        Case(
            "PNG, decoded as UTF-8",
            png.replacing { _ in [0xEF, 0xBF, 0xBD] },
            "a PNG that was decoded as UTF-8 and lost bytes",
            cure: "as binary"
        ),
        Case(
            "PNG, to ASCII",
            png.replacing { _ in [0x3F] },
            "a PNG that was converted to ASCII and lost bytes"
        ),
        Case("PNG, seven bits", png.map { $0 & 0x7F }, "a PNG whose high bits were cut off"),
        Case("PNG, cut in front", Array(png.dropFirst()), "a PNG whose first byte is missing"),
        Case(
            "PNG behind a newline",
            [0x0A] + png,
            "a PNG with 1 byte in front of it",
            cure: "cut off what stands before it"
        ),
        Case("PNG behind a mark", [0xEF, 0xBB, 0xBF] + png, "a PNG with 3 bytes in front of it"),
        Case(
            "JPEG behind white space",
            [0x20, 0x0D, 0x0A] + jpeg,
            "a JPEG with 3 bytes in front of it"
        ),
        Case(
            "JPEG, Latin-1 to UTF-8",
            jpeg.replacing { [0xC0 | $0 >> 6, $0 & 0xBF] },
            "a JPEG that was converted from Latin-1 to UTF-8"
        ),
        Case(
            "JPEG, decoded as UTF-8",
            jpeg.replacing { _ in [0xEF, 0xBF, 0xBD] },
            "a JPEG that was decoded as UTF-8 and lost bytes"
        ),
        Case(
            "JPEG, to ASCII",
            jpeg.replacing { _ in [0x3F] },
            "a JPEG that was converted to ASCII and lost bytes"
        ),
    ]

    @Test(arguments: cases)
    func `what was done is told`(_ c: Case) { c.verify(ForeignContent(of: c.bytes.span)) }

    @Test(arguments: [255, 256, 257])
    func `white space in front is bounded`(_ count: Int) {
        let content = ForeignContent(
            of: ([UInt8](repeating: 0x20, count: count) + Self.png).span
        )
        #expect((content != nil) == (count <= 256))
    }

    @Test func `Apple's PNG is named although it is a PNG`() {
        let bytes = PNGBytes.signatureOnly.chunk("CgBI", [0x50, 0, 0x20, 2]).bytes
        let content = ForeignContent(of: bytes.span)
        #expect(content?.name.contains("CgBI") == true)
        #expect(content?.cure?.contains("pngcrush -revert-iphone-optimizations") == true)
    }
}
