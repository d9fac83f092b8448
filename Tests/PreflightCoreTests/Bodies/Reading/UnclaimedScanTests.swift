import Testing

@testable import PreflightCore

/// Images in strings that no dialect claims are found, and words and paths are not taken for them.
struct UnclaimedScanTests {
    private static let png = Base64RecoveryTests.plain
    private static let jpeg = String(
        decoding: Base64.encode([0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 60)),
        as: UTF8.self
    )

    /// A JSON string's inside and what is found in it.
    struct Text: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var format: ImageFormat?
        var spelling = UnclaimedImage.Spelling.base64
    }

    static let texts = [
        Text(testDescription: "base64 alone", text: png, format: .png),
        Text(
            testDescription: "encoded twice",
            text: String(decoding: Base64.encode(Array(png.utf8)), as: UTF8.self),
            format: .png
        ),
        Text(
            testDescription: "in percent escapes",
            text: "data%3Aimage%2Fpng%3Bbase64%2C" + png.replacing("/", with: "%2F"),
            format: .png
        ),
        Text(testDescription: "after an escaped mark", text: #"\ufeff"# + png, format: .png),
        Text(
            testDescription: "in hexadecimal digits",
            text: "89504e470d0a1a0a0000000d49484452000000010000000108",
            format: .png,
            spelling: .digits
        ),
        Text(
            testDescription: "as characters",
            text: #"\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"# + "\u{e9}\u{e9}",
            format: .png,
            spelling: .characters
        ),
        Text(testDescription: "after words", text: "What is this? \(png) Say.", format: .png),
        Text(testDescription: "after a line break", text: #"look:\n\#(jpeg)"#, format: .jpeg),
        Text(testDescription: "in brackets", text: "[(\(jpeg))]", format: .jpeg),
        Text(
            testDescription: "in Markdown",
            text: "![x](data:image/png;base64,\(png))",
            format: .png,
            spelling: .dataURL
        ),
        Text(
            testDescription: "slashes escaped",
            text: jpeg.replacing("/", with: #"\/"#),
            format: .jpeg
        ),
        Text(
            testDescription: "escaped for JSON in JSON",
            text: #"{\"data\": \"\#(jpeg.replacing("/", with: #"\\/"#))\"}"#,
            format: .jpeg
        ),
        Text(
            testDescription: "escapes of letters",
            text: jpeg.replacing("9", with: #"\u0039"#),
            format: .jpeg
        ),
        Text(
            testDescription: "lines",
            text: String(png.prefix(76)) + #"\r\n"# + png.dropFirst(76),
            format: .png
        ),
        Text(
            testDescription: "the URL-safe alphabet",
            text: jpeg.replacing("/", with: "_"),
            format: .jpeg
        ),
        Text(
            testDescription: "a data URL of what is none",
            text: "data:image/png;base64,AAAA",
            format: .unknown,
            spelling: .dataURL
        ),
        Text(
            testDescription: "a data URL in capitals",
            text: "DATA:IMAGE/PNG;BASE64,AAAA",
            format: .unknown,
            spelling: .dataURL
        ),
        Text(testDescription: "nothing", text: ""),
        Text(testDescription: "words", text: String(repeating: "lorem ipsum ", count: 99)),
        Text(testDescription: "a path", text: "/workspace/project/images/screenshots/one"),
        Text(testDescription: "another path", text: "/9j/not/long"),
        Text(testDescription: "a hash", text: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c"),
        Text(testDescription: "a token", text: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOi"),
        Text(testDescription: "advice", text: "write data:image/png;base64, before it"),
        Text(testDescription: "a signature alone", text: "PNG begins with iVBORw0KGgo in base64"),
        Text(testDescription: "a data URL of a text", text: "data:text/plain;base64,AAAA"),
        Text(testDescription: "an empty data URL", text: "data:image/png;base64,"),
        Text(testDescription: "a PDF", text: String(repeating: "JVBERi0xLjQK", count: 9)),
    ]

    @Test(arguments: texts)
    func `A string holds an image or none`(_ text: Text) {
        let bytes = Array(text.text.utf8)
        let found = UnclaimedScan.image(in: bytes, at: 0..<bytes.count)
        #expect(found?.format == text.format)
        if text.format != nil { #expect(found?.spelling == text.spelling) }
    }

    @Test
    func `Cut and changed strings never trap`() {
        for text in Self.texts {
            let bytes = Array(text.text.utf8)
            for end in 0..<bytes.count { _ = UnclaimedScan.image(in: bytes, at: 0..<end) }
            for index in bytes.indices {
                var changed = bytes
                changed[index] = UInt8(ascii: "\\")
                _ = UnclaimedScan.image(in: changed, at: 0..<changed.count)
            }
        }
    }
}
