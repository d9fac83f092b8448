import Testing

@testable import PreflightCore

/// Documents in a body, which some models count as images.
struct DocumentCountTests {
    @Test(arguments: [
        (#"{"messages":[{"role":"user","content":[{"type":"document","source":{}}]}]}"#, 1),
        (
            #"{"messages":[{"role":"user","content":[{"type" : "document"},{"type":"document"}]}]}"#,
            2
        ),
        (#"{"messages":[{"role":"user","content":"say \"type\":\"document\""}]}"#, 0),
        (#"{"messages":[{"role":"user","content":["document","type"]}]}"#, 0),
        (
            #"{"contents":[{"parts":[{"inlineData":{"mimeType":"application/pdf","data":"AA=="}}]}]}"#,
            1
        ),
        (#"{"messages":[]}"#, 0),
    ])
    func `documents are counted where they are members`(text: String, count: Int) throws {
        let body = try RequestBody(Array(text.utf8))
        #expect(body.requests.map(body.documentCount).reduce(0, +) == count)
    }
}
