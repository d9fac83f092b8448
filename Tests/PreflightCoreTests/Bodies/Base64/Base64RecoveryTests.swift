import PreflightCore
import Testing

/// Base64 that strict decoders refuse is read where nothing has to be guessed.
struct Base64RecoveryTests {
    /// A PNG's signature and bytes whose base64 has every kind of letter.
    static let file: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00] + [
            0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF,
        ]
        + (0..<90).map { UInt8($0) } + [0x10]

    static let plain = String(decoding: Base64.encode(file), as: UTF8.self)

    /// A spelling and what is unusual about it.
    struct Spelling: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var faults: [Base64Fault]

        init(_ description: String, _ text: String, _ faults: Base64Fault...) {
            testDescription = description
            self.text = text
            self.faults = faults
        }
    }

    private static func broken(every count: Int, by separator: String) -> String {
        stride(from: 0, to: plain.count, by: count)
            .map { String(plain.dropFirst($0).prefix(count)) }
            .joined(separator: separator)
    }

    private static let unpadded = plain.replacing("=", with: "")
    private static let urlSafe = plain.replacing("+", with: "-").replacing("/", with: "_")

    static let spellings = [
        Spelling("plain", plain),
        Spelling("lines of 76", broken(every: 76, by: "\n"), .whiteSpace),
        Spelling("lines of 64 with CRLF", broken(every: 64, by: "\r\n"), .whiteSpace),
        Spelling("line breaks spelled out", broken(every: 76, by: #"\n"#), .whiteSpace),
        Spelling("groups with spaces", broken(every: 40, by: " "), .whiteSpace),
        Spelling("tabs", broken(every: 20, by: "\t"), .whiteSpace),
        Spelling("a space before", " \(plain)", .whiteSpace),
        Spelling("a newline after", "\(plain)\n", .whiteSpace),
        Spelling("a byte order mark before", "\u{FEFF}\(plain)", .whiteSpace),
        Spelling("a space of no width after a line break", "\(plain)\n\u{200B} ", .whiteSpace),
        Spelling("no padding", unpadded, .padding),
        Spelling("too much padding", unpadded + "====", .padding),
        Spelling("URL-safe", urlSafe, .urlSafeAlphabet),
        Spelling(
            "percent escapes",
            plain.replacing("+", with: "%2B").replacing("=", with: "%3d"),
            .percentEscapes
        ),
        Spelling("plus signs lost", plain.replacing("+", with: " "), .plusSigns),
        Spelling("a data URL", "data:image/png;base64,\(plain)", .superfluousPrefix),
        Spelling("a prefix without a scheme", "base64,\(plain)", .superfluousPrefix),
        Spelling("Python's bytes", "b'\(plain)'", .quotationMarks),
        Spelling("Python's bytes, doubly quoted", "b\"\(plain)\"", .quotationMarks),
        Spelling("quotation marks", "\"\(plain)\"", .quotationMarks),
        Spelling(
            "twice",
            String(decoding: Base64.encode(Array(plain.utf8)), as: UTF8.self),
            .encodedTwice
        ),
    ]

    @Test(arguments: spellings)
    func `The file is had, and what is unusual is named`(_ spelling: Spelling) throws {
        let recovered = try #require(Base64.recoveredImage(of: Array(spelling.text.utf8)))
        #expect(recovered.bytes == Self.file)
        #expect(recovered.faults == spelling.faults)
    }

    @Test
    func `Pieces that were encoded one by one are one file`() throws {
        let pieces = [Self.file.prefix(31), Self.file.dropFirst(31)]
        let text = pieces.map { String(decoding: Base64.encode(Array($0)), as: UTF8.self) }.joined()
        let recovered = try #require(Base64.recoveredImage(of: Array(text.utf8)))
        #expect(recovered.bytes == Self.file)
        #expect(recovered.faults == [.padding])
    }

    @Test(arguments: [
        "", "undefined", "null", "/var/folders/x/T/c9060e38png", "a.png", "https://a/b.png",
        "data:image/png;base64,", "iVBORw0KGgo!", "AAAA", "b''", "%", "\u{1F600}",
        String(repeating: "A", count: 41),
    ])
    func `What is no image in base64 is none`(_ text: String) {
        #expect(Base64.recoveredImage(of: Array(text.utf8)) == nil)
    }

    @Test
    func `Cut and changed texts never trap`() {
        for spelling in Self.spellings {
            let text = Array(spelling.text.utf8)
            for count in 0..<text.count { _ = Base64.recoveredImage(of: Array(text.prefix(count))) }
            for index in text.indices {
                var changed = text
                changed[index] ^= 0xA5
                _ = Base64.recoveredImage(of: changed)
            }
        }
    }
}
