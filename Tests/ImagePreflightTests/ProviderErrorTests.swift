import Foundation
import ImagePreflight
import Testing

/// What people paste of a provider's answer leads to the finding.
struct ProviderErrorTests {
    @Test
    func `every entry of the file has a code that exists, and is found by its own words`() throws {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(components: "rules", "errors.json")
        let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let entries = (document as? [String: Any])?["errors"] as? [[String: String]]
        #expect(try #require(entries).count == ProviderError.known.count)
        for error in ProviderError.known {
            #expect(ProviderError.quoted(in: error.text) == error)
        }
    }

    @Test(arguments: [
        (
            "messages.3.content.1.image.source.base64: image exceeds 5 MB maximum: 9 bytes > 5242880 bytes",
            "IMG301"
        ),
        (
            #"{"error":{"message":"messages.0.content.0.image.source.base64.data: At least one of the "#
                + #"image dimensions exceed max allowed size: 8000 pixels"}}"#, "IMG201"
        ),
        (
            "AT LEAST ONE OF THE IMAGE DIMENSIONS EXCEED MAX  ALLOWED SIZE FOR MANY-IMAGE REQUESTS: 2000 "
                + "pixels", "IMG202"
        ),
        (
            "The image you provided requires 33,174 patches after processing, exceeding the limit of "
                + "30,000.", "IMG211"
        ),
        (
            "The image was specified using the image/webp media type, but the image appears to be a "
                + "image/png image", "IMG102"
        ),
        ("too many images and documents: 7 + 99 > 100", "REQ401"),
        ("Could not process image", "IMG105"),
        ("ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:2406)", "REQ403"),
    ])
    func `an answer as people paste it`(answer: String, code: String) {
        #expect(ProviderError.quoted(in: answer)?.code.rawValue == code)
    }

    @Test(arguments: ["", "image", "something else went wrong", "5", "   "])
    func `other words lead nowhere`(answer: String) {
        #expect(ProviderError.quoted(in: answer) == nil)
    }
}
