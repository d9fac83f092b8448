import Foundation
import PreflightCore
import Testing

/// A new request is compact, counted before it is written, and read back as what went in.
struct DialectWritingTests {
    /// A dialect, what stands beside the images, and the request without base64.
    struct Row: Sendable, CustomTestStringConvertible {
        var dialect: Dialect
        var isPlain: Bool
        var text: String
        var testDescription: String { "\(dialect.name), \(isPlain ? "plain" : "with everything")" }
    }

    private static let full = MessageOptions(
        prompt: "p\"",
        system: "s",
        detail: "low",
        maxTokens: 9,
        label: "{n}"
    )

    static let rows = [
        Row(
            dialect: .chat,
            isPlain: true,
            text: #"{"messages":[{"content":[{"text":"","type":"text"},"#
                + #"{"image_url":{"url":"data:image/png;base64,@"},"type":"image_url"},"#
                + #"{"image_url":{"url":"data:image/gif;base64,@"},"type":"image_url"}"#
                + #"],"role":"user"}],"model":"m"}"#
        ),
        Row(
            dialect: .responses,
            isPlain: true,
            text: #"{"input":[{"content":["#
                + #"{"detail":"auto","image_url":"data:image/png;base64,@","type":"input_image"},"#
                + #"{"detail":"auto","image_url":"data:image/gif;base64,@","type":"input_image"}"#
                + #"],"role":"user"}],"model":"m"}"#
        ),
        Row(
            dialect: .responses,
            isPlain: false,
            text: #"{"input":[{"content":[{"text":"p\"","type":"input_text"},"#
                + #"{"text":"1","type":"input_text"},"#
                + #"{"detail":"low","image_url":"data:image/png;base64,@","type":"input_image"},"#
                + #"{"text":"2","type":"input_text"},"#
                + #"{"detail":"low","image_url":"data:image/gif;base64,@","type":"input_image"}"#
                + #"],"role":"user"}],"instructions":"s","max_output_tokens":9,"model":"m"}"#
        ),
        Row(
            dialect: .anthropic,
            isPlain: true,
            text: #"{"max_tokens":1024,"messages":[{"content":["#
                + #"{"source":{"data":"@","media_type":"image/png","type":"base64"},"type":"image"},"#
                + #"{"source":{"data":"@","media_type":"image/gif","type":"base64"},"type":"image"}"#
                + #"],"role":"user"}],"model":"m"}"#
        ),
        Row(
            dialect: .anthropic,
            isPlain: false,
            text: #"{"max_tokens":9,"messages":[{"content":[{"text":"p\"","type":"text"},"#
                + #"{"text":"1","type":"text"},"#
                + #"{"source":{"data":"@","media_type":"image/png","type":"base64"},"type":"image"},"#
                + #"{"text":"2","type":"text"},"#
                + #"{"source":{"data":"@","media_type":"image/gif","type":"base64"},"type":"image"}"#
                + #"],"role":"user"}],"model":"m","system":"s"}"#
        ),
        Row(
            dialect: .gemini,
            isPlain: true,
            text: #"{"contents":[{"parts":["#
                + #"{"inlineData":{"data":"@","mimeType":"image/png"}},"#
                + #"{"inlineData":{"data":"@","mimeType":"image/gif"}}],"role":"user"}]}"#
        ),
        Row(
            dialect: .gemini,
            isPlain: false,
            text: #"{"contents":[{"parts":[{"text":"p\""},{"text":"1"},"#
                + #"{"inlineData":{"data":"@","mimeType":"image/png"},"#
                + #""mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"}},{"text":"2"},"#
                + #"{"inlineData":{"data":"@","mimeType":"image/gif"},"#
                + #""mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"}}],"role":"user"}],"#
                + #""generationConfig":{"maxOutputTokens":9},"#
                + #""systemInstruction":{"parts":[{"text":"s"}]}}"#
        ),
        Row(
            dialect: .converse,
            isPlain: true,
            text: #"{"messages":[{"content":["#
                + #"{"image":{"format":"png","source":{"bytes":"@"}}},"#
                + #"{"image":{"format":"gif","source":{"bytes":"@"}}}],"role":"user"}],"modelId":"m"}"#
        ),
        Row(
            dialect: .converse,
            isPlain: false,
            text: #"{"inferenceConfig":{"maxTokens":9},"messages":[{"content":[{"text":"p\""},"#
                + #"{"text":"1"},{"image":{"format":"png","source":{"bytes":"@"}}},"#
                + #"{"text":"2"},{"image":{"format":"gif","source":{"bytes":"@"}}}],"role":"user"}],"#
                + #""modelId":"m","system":[{"text":"s"}]}"#
        ),
    ]

    private static func body(_ row: Row) -> (body: DialectBody, pictures: [BodyPicture]) {
        let message = row.isPlain ? MessageOptions() : full
        let pictures = ["image/png", "image/gif"].enumerated()
            .map { index, mediaType in
                BodyPicture(
                    bytes: BodySample.pixel,
                    mediaType: mediaType,
                    label: message.label(number: index + 1, name: "a")
                )
            }
        return (DialectBody(model: "m", message: message, dialect: row.dialect), pictures)
    }

    @Test(arguments: [
        ("high", #"],"model":"m","vl_high_resolution_images":true}"#),
        ("auto", #"],"model":"m"}"#),
        (nil, #"],"model":"m"}"#),
    ])
    func `Where images have no detail of their own, the request has a flag`(
        _ detail: String?,
        _ end: String
    ) throws {
        let body = DialectBody(
            model: "m",
            message: MessageOptions(detail: detail),
            takesImageDetail: false
        )
        let picture = BodyPicture(bytes: BodySample.pixel, mediaType: "image/png")
        let bytes = body.bytes(with: [picture])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix(end))
        #expect(!text.contains("detail"))
        #expect(
            bytes.count
                == body.overheadByteCount
                + body.partByteCount(
                    imageByteCount: picture.bytes.count,
                    mediaType: picture.mediaType,
                    label: nil
                )
        )
        #expect(try RequestBody(bytes).images.map(\.detail) == [detail == "high" ? "high" : nil])
    }

    @Test(arguments: rows)
    func `The request is written to the byte`(_ row: Row) throws {
        let (body, pictures) = Self.body(row)
        let bytes = body.bytes(with: pictures)
        let expected = row.text.replacing("@", with: BodySample.pixelBase64)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        let sorted = try JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        #expect(Array(sorted) == bytes)
    }

    @Test(arguments: rows)
    func `It is counted before it is written`(_ row: Row) {
        let (body, pictures) = Self.body(row)
        let count = pictures.reduce(body.overheadByteCount) { sum, picture in
            sum
                + body.partByteCount(
                    imageByteCount: picture.bytes.count,
                    mediaType: picture.mediaType,
                    label: picture.label
                )
        }
        #expect(count == body.bytes(with: pictures).count)
    }

    @Test(arguments: rows)
    func `What is written is read back`(_ row: Row) throws {
        let (body, pictures) = Self.body(row)
        let read = try RequestBody(body.bytes(with: pictures))
        #expect(read.images.count == 2)
        #expect(read.images.allSatisfy { $0.dialect == row.dialect && !$0.isForeign })
        #expect(read.images.map(\.declaredMediaType) == ["image/png", "image/gif"])
        for image in read.images {
            let file = try read.file(of: image)
            #expect(file.bytes == BodySample.pixel && file.faults.isEmpty)
        }
        let takesDetail = row.dialect.layout?.takesDetail == true
        // The client's type of a Responses part cannot do without it.
        let unasked = row.dialect == .responses ? "auto" : nil
        let detail = row.isPlain ? unasked : takesDetail ? "low" : nil
        #expect(read.images.allSatisfy { $0.detail == detail })
    }

    @Test
    func `Every dialect that is sent can be written, but for a list of images beside a text`() {
        let written = Dialect.all.filter { $0.layout != nil }
        #expect(Dialect.all.filter { $0.isSent && $0.name != "ollama" } == written)
    }
}
