import PreflightCore
import Testing

/// Parts that were begun as an image, in every dialect: what is wrong is named by its key path.
struct PartFaultTests {
    /// A body and what is said of its only image.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String { body }
        let body: String
        let fault: String

        init(_ body: String, _ fault: String) {
            self.body = body
            self.fault = fault
        }
    }

    private static func chat(_ part: String) -> String {
        #"{"messages":[{"role":"user","content":[{"type":"text","text":"x"},\#(part)]}]}"#
    }

    private static func gemini(_ part: String) -> String {
        #"{"contents":[{"role":"user","parts":[\#(part)]}]}"#
    }

    private static let second = "messages[0].content[1]"

    static let cases = [
        Case(
            chat(#"{"type":"image_url","image_url":{"url":5}}"#),
            "\(second).image_url.url is 5, where a data URL or an address should be"
        ),
        Case(
            chat(#"{"type":"image_url","image_url":7}"#),
            "\(second).image_url is 7, where an object with “url” should be"
        ),
        Case(
            chat(#"{"type":"image_url"}"#),
            "\(second).image_url is missing, where an object with “url” should be"
        ),
        Case(
            chat(#"{"type":"image_url","image_url":{"url":["a"]}}"#),
            "\(second).image_url.url is an array, where a data URL or an address should be"
        ),
        Case(
            #"{"input":[{"role":"user","content":[{"type":"input_image","image_url":true}]}]}"#,
            "input[0].content[0].image_url is true, where a data URL or an address should be"
        ),
        Case(
            chat(#"{"type":"image","source":{"type":"base64","data":{}}}"#),
            "\(second).source.data is an object, where base64 should be"
        ),
        Case(
            chat(#"{"type":"image","source":{"type":"base64","url":"https://a.b"}}"#),
            "\(second).source.type is “base64”, where “url” should be"
        ),
        Case(
            chat(#"{"type":"image","source":{"media_type":"image/png","data":"AAAA"}}"#),
            "\(second).source.type is missing, where “base64” should be"
        ),
        Case(
            chat(#"{"type":"image","source_type":"base64","data":1}"#),
            "\(second).data is 1, where base64 should be"
        ),
        Case(
            chat(#"{"image":{"format":"png","source":{"bytes":5}}}"#),
            "\(second).image.source.bytes is 5, where base64 should be"
        ),
        Case(
            chat(#"{"image":{"format":"png"}}"#),
            "\(second).image.source is missing, where an object with “bytes” should be"
        ),
        Case(
            gemini(#"{"inlineData":{"mimeType":"image/png","data":null}}"#),
            "contents[0].parts[0].inlineData.data is null, where base64 should be"
        ),
        Case(
            gemini(#"{"inline_data":{"mime_type":"image/png"}}"#),
            "contents[0].parts[0].inline_data.data is missing, where base64 should be"
        ),
        Case(
            #"{"messages":[{"role":"user","content":"x","images":[{"data":"AAAA"}]}]}"#,
            "messages[0].images[0] is an object, where base64 should be"
        ),
    ]

    @Test(arguments: cases)
    func `the key path, what stands there and what should are named`(_ c: Case) throws {
        let body = try RequestBody(Array(c.body.utf8))
        try #require(body.images.count == 1)
        let error = #expect(throws: BodyImageError.self) { try body.imageBytes(of: body.images[0]) }
        #expect(error?.description == c.fault)
        #expect(error?.cure.phrase().hasPrefix("write ") == true)
    }

    @Test(arguments: [
        chat(#"{"guardContent":{"text":{"text":"x"}}}"#),
        chat(#"{"document":{"format":"pdf","source":{}}}"#),
        gemini(#"{"inlineData":{"mimeType":"audio/wav","data":5}}"#),
        gemini(#"{"inlineData":{"mimeType":"audio/wav","data":"AAAA"}}"#),
        gemini(#"{"fileData":{"mimeType":"video/mp4"}}"#),
        gemini(#"{"functionCall":{"name":"image","args":{"image":{}}}}"#),
    ])
    func `what is no image is none`(body: String) throws {
        #expect(try RequestBody(Array(body.utf8)).images.isEmpty)
    }

    @Test(arguments: [
        (#"{"messages":"hi"}"#, "messages is “hi”, where an array of turns should be"),
        (
            #"{"messages":{"role":"user"}}"#,
            "messages is an object, where an array of turns should be"
        ),
        (#"{"contents":7}"#, "contents is 7, where an array of turns should be"),
    ])
    func `what stands in the place of turns is named`(body: String, fault: String) throws {
        let request = try #require(try RequestBody(Array(body.utf8)).requests.first)
        #expect(!request.hasMessages)
        #expect(request.fault?.description == fault)
    }

    @Test(arguments: [#"{"prompt":"x"}"#, #"{"messages":[]}"#, #"[{"role":"user","content":"x"}]"#])
    func `nothing stands in their place`(body: String) throws {
        #expect(try RequestBody(Array(body.utf8)).requests.first?.fault == nil)
    }
}
