import Testing

@testable import PreflightCore

/// How closely the model looks, where another member than `detail` says so.
struct DetailWayTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        let details: [String?]

        init(_ description: String, _ body: String, _ details: [String?]) {
            testDescription = description
            self.body = body
            self.details = details
        }
    }

    private static func gemini(beside: String = "", part: String = "") -> String {
        #"{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBOR"}\#(part)}"#
            + #"]}]\#(beside)}"#
    }

    private static func qwen(_ members: String, detail: String = "") -> String {
        #"{"messages":[{"role":"user","content":[{"type":"image_url","image_url":"#
            + #"{"url":"data:image/png;base64,iVBOR"\#(detail)}}]}]\#(members)}"#
    }

    static let rows = [
        Row("Gemini, nothing said", gemini(), [nil]),
        Row(
            "Gemini, for the request",
            gemini(beside: #","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}"#),
            ["low"]
        ),
        Row(
            "Gemini, in snake case",
            gemini(beside: #","generation_config":{"media_resolution":"MEDIA_RESOLUTION_MEDIUM"}"#),
            ["medium"]
        ),
        Row(
            "Gemini, in the client's config",
            gemini(beside: #","config":{"media_resolution":"MEDIA_RESOLUTION_HIGH"}"#),
            ["high"]
        ),
        Row(
            "Gemini, unspecified",
            gemini(
                beside: #","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_UNSPECIFIED"}"#
            ),
            [nil]
        ),
        Row(
            "Gemini, beside the image",
            gemini(part: #","mediaResolution":{"level":"MEDIA_RESOLUTION_ULTRA_HIGH"}"#),
            ["ultra_high"]
        ),
        Row(
            "Gemini, beside the image in snake case",
            gemini(part: #","media_resolution":{"level":"media_resolution_low"}"#),
            ["low"]
        ),
        Row(
            "Gemini, beside the image against the request",
            gemini(
                beside: #","generationConfig":{"mediaResolution":"MEDIA_RESOLUTION_LOW"}"#,
                part: #","mediaResolution":{"level":"MEDIA_RESOLUTION_HIGH"}"#
            ),
            ["high"]
        ),
        Row("Qwen, true", qwen(#","vl_high_resolution_images":true"#), ["high"]),
        Row("Qwen, false", qwen(#","vl_high_resolution_images":false"#), [nil]),
        Row(
            "Qwen, in the client's extra_body",
            qwen(#","extra_body":{"vl_high_resolution_images":true}"#),
            ["high"]
        ),
        Row(
            "Qwen, true against a detail",
            qwen(#","vl_high_resolution_images":true"#, detail: #","detail":"auto""#),
            ["high"]
        ),
        Row(
            "Qwen, false against a detail",
            qwen(#","vl_high_resolution_images":false"#, detail: #","detail":"high""#),
            [nil]
        ),
        Row(
            "Qwen, no flag at all",
            qwen(#","vl_high_resolution_images":null"#, detail: #","detail":"high""#),
            ["high"]
        ),
    ]

    @Test(arguments: rows)
    func `the body's own word is read`(_ row: Row) throws {
        let body = try RequestBody(Array(row.body.utf8))
        #expect(body.images.map(\.detail) == row.details)
    }
}
