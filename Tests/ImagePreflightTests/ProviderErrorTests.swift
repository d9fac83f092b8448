import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// What people paste of a provider's answer leads to the finding.
struct ProviderErrorTests {
    @Test
    func `every entry of the file has codes that exist, and is found by its own words`() throws {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(components: "rules", "errors.json")
        let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let entries = try #require((document as? [String: Any])?["errors"] as? [[String: Any]])
        #expect(entries.count == ProviderError.known.count)
        for (entry, error) in zip(entries, ProviderError.known) {
            #expect((entry["also"] as? [String] ?? []).count == error.otherCodes.count)
            for text in error.texts {
                let found = ProviderError.quoted(in: Self.example(of: text))
                #expect(found?.error == error, "\(text): \(found?.error.texts.first ?? "none")")
            }
        }
    }

    @Test(arguments: ProviderError.known)
    func `a meaning has no numbers, which may be others in the answer`(_ error: ProviderError) {
        let words = error.meaning.split { !$0.isLetter && !$0.isNumber }
        #expect(words.allSatisfy { $0.first?.isNumber != true }, "\(error.meaning)")
        #expect(error.meaning.hasSuffix(".") && !error.texts.isEmpty)
    }

    /// What happens to a sentence on its way to somebody who pastes it.
    enum Way: String, CaseIterable {
        case json = "as the message of a JSON answer"
        case nested = "in JSON in a string of JSON"
        case traceback = "at the end of a traceback"
        case wrapped = "broken into lines by a terminal"
        case upper = "in capitals"
        case numbers = "with other numbers"
        case typographic = "with quotation marks and entities of a web page"
        case cut = "cut off near its end"
        case beheaded = "without its beginning"

        func paste(_ text: String) throws -> String {
            switch self {
            case .json:
                return try Self.json(["error": ["type": "invalid_request_error", "message": text]])
            case .nested:
                let raw = try Self.json(["message": text, "code": "400"])
                return try Self.json(["error": ["metadata": raw + "\n"]])
            case .traceback:
                return """
                    Traceback (most recent call last):
                      File "/app/main.py", line 12, in <module>
                        raise self._make_status_error_from_response(err.response) from None
                    BadRequestError: Error code: 400 - {'error': {'message': '\(text)', 'param': None}}
                    """
            case .wrapped:
                let letters = Array(text)
                return stride(from: 0, to: letters.count, by: 17)
                    .map { "| " + String(letters[$0..<min(letters.count, $0 + 17)]) }
                    .joined(separator: "\r\n")
            case .upper:
                return text.uppercased()
            case .numbers:
                return text.replacing(/[0-9]+/, with: "7,654,321")
            case .typographic:
                return text.replacing("'", with: "’").replacing(">", with: "&gt;")
                    .replacing("\"", with: "&quot;").replacing(" ", with: "\u{A0}")
            case .cut:
                return String(text.prefix(max(24, text.count - 3)))
            case .beheaded:
                return String(text.suffix(max(24, text.count - 3)))
            }
        }

        private static func json(_ value: [String: Any]) throws -> String {
            String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
        }
    }

    @Test(arguments: Way.allCases)
    func `every known answer is found as people paste it`(_ way: Way) throws {
        for error in ProviderError.known {
            // What is cut off has to leave enough.
            let text = Self.example(of: try #require(error.texts.first))
            let isCut = [.cut, .beheaded].contains(way)
            guard !isCut || text.count > 30 else { continue }
            let found = ProviderError.quoted(in: try way.paste(text))?.error
            // What is left may be of another sentence, too.
            let codes = found.map { isCut ? [$0.code] + $0.otherCodes : [$0.code] } ?? []
            #expect(codes.contains(error.code), "\(text): \(found?.texts.first ?? "none")")
        }
    }

    @Test(arguments: [
        ("Invalid MIME type. Only image types are supported.", "IMG102"),
        ("413 Request Entity Too Large", "REQ402"),
        ("<html>\n<head><title>413 Request Entity Too Large</title></head>", "REQ402"),
        ("Error: 413 status code (no body)", "REQ402"), ("HTTP 413", "REQ402"), ("413", "REQ402"),
        (
            "An error occurred (ValidationException) when calling the Converse operation: 1 validation "
                + "error detected: Value at 'messages.1.member.content.1.member.image.source.bytes' "
                + "failed to satisfy constraint: Member must have length less than or equal to 3932160",
            "IMG302"
        ),
        ("height and width must be > 28", "IMG210"),
        ("ValueError: height:10 and width:400 must be larger than factor:28", "IMG210"),
        ("absolute aspect ratio must be smaller than 200, got 312.5", "IMG110"),
        (
            #"{"error":{"message":"No endpoints found that support image input","code":404}}"#,
            "REQ401"
        ),
        ("PIL.UnidentifiedImageError: cannot identify image file <_io.BytesIO object>", "IMG101"),
        (
            "The image data you provided does not represent a valid image. Please check your input and "
                + "try again with one of the supported image formats: ['image/jpeg', 'image/png'].",
            "IMG105"
        ),
        ("Unsupported MIME type: image/gif", "IMG101"), ("Unsupported MIME type: png", "IMG102"),
        ("Unsupported MIME type: image/jpg", "IMG102"),
        (
            "Unable to submit request because it has a mimeType parameter with value image/gif, which "
                + "is not supported. Update the mimeType and try again.", "IMG101"
        ),
        ("image exceeds 20 MB maximum: 31000000 bytes > 20971520 bytes", "IMG301"),
        ("image exceeds 5 MB maximum: 9 bytes > 5242880 bytes", "IMG301"),
        (
            "image dimensions exceed max allowed size for many-image requests: 2000 pixels",
            "IMG202"
        ),
        (
            "The image was specified using the image/webp media type, but the image appears to be a "
                + "image/png image", "IMG102"
        ),
        ("ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:2406)", "REQ403"),
        (
            "Failed to deserialize the JSON body into the target type: messages[408]: unknown variant "
                + "`image_url`, expected `text` at line 1 column 4795048", "REQ401"
        ),
        (
            "Invalid 'messages[2]'. Image URLs are only allowed for messages with role 'user', but this "
                + "message with role 'system' contains an image URL.", "REQ404"
        ),
        (
            "400 Invalid 'input[3].content[1].image_url': string too long. Expected a string with "
                + "maximum length 20971520, but got a string with length 23045044 instead.",
            "IMG303"
        ),
        (
            "Too many images in request: 11 images provided, but the model supports a maximum of 10 "
                + "images.", "REQ401"
        ),
    ])
    func `an answer as people paste it`(answer: String, code: String) {
        #expect(ProviderError.quoted(in: answer)?.error.code.rawValue == code)
    }

    @Test
    func `the words that are quoted are the answer's own`() {
        let answer =
            #"{"message":"messages.3: image exceeds 20 MB\n  maximum: 22 bytes > 7 bytes"}"#
        #expect(
            ProviderError.quoted(in: answer)?.words
                == #"image exceeds 20 MB\n maximum: 22 bytes > 7 bytes"#
        )
    }

    @Test(arguments: [
        "", "image", "something else went wrong", "5", "   ", "the image has 413 px",
        "Error code: 400 - bad request", "rate limit exceeded, try again in 413 ms",
        "You exceeded your current quota, please check your plan and billing details.",
        "Incorrect API key provided", "…", "\u{0}", "上传失败",
    ])
    func `other words lead nowhere`(answer: String) {
        #expect(ProviderError.quoted(in: answer) == nil)
    }

    // MARK: - What the collections of facts quote

    /// A sentence of a provider that a collection quotes.
    struct Quote: CustomTestStringConvertible {
        let text: String
        var testDescription: String { text }
    }

    /// Quoted text that no provider says where it refuses an image.
    static let unrelated = [
        // Of clients and of imgcheck itself.
        "Invalid type for url", "Expected a body with messages",
    ]

    @Test(
        .enabled(if: !quotes.isEmpty, "the collections of facts are not there"),
        arguments: quotes
    )
    func `every error that is quoted is known`(_ quote: Quote) {
        #expect(ProviderError.quoted(in: quote.text) != nil)
    }

    /// The sentences of the table of messages, and what elsewhere reads like one.
    static let quotes: [Quote] = {
        let folder = SharedCases.folder.deletingLastPathComponent().appending(path: "reference")
        let texts = ["limits.md", "models.md"]
            .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        let words =
            /exceed|too many|too large|valid|refuse|limit|unsupported|fail|violation|do not meet/
            .ignoresCase()
        return
            texts.flatMap { text in
                text.split(separator: "\n")
                    .flatMap { line -> [String] in
                        let spans = line.matches(of: /`([^`]+)`/).map { String($0.output.1) }
                        let isMessage =
                            line.contains("| `") && line.split(separator: "|").count == 4
                        return spans.filter { span in
                            span.count > 14 && span.contains(" ")
                                && (isMessage || !span.matches(of: words).isEmpty)
                        }
                    }
            }
            .filter { !unrelated.contains($0) }
            .map(Quote.init)
    }()

    /// A text with its gaps filled.
    static func example(of text: String) -> String { text.replacing("…", with: " some words ") }
}
