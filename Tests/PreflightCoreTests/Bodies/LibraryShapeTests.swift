import Testing

@testable import PreflightCore

/// Images are found, and repaired in place, in what libraries and servers write, saved or answered.
struct LibraryShapeTests {
    /// A document with images.
    struct Shape: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var locations: [String]
        var isInText = false

        init(_ name: String, _ text: String, at locations: String..., isInText: Bool = false) {
            testDescription = name
            self.text = text
            self.locations = locations
            self.isInText = isInText
        }
    }

    /// The start of a PNG, long enough to be told from a word.
    private static let start = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe"

    private static let mcp =
        #"{"type":"image","data":"\#(start)","mimeType":"image/png"}"#
    private static let blob =
        #""uri":"file:///a","mimeType":"image/png","blob":"\#(start)""#
    private static let chat = BodySample.imagePart(
        url: "data:image/png;base64,\(start)"
    )
    private static let turn = #"{"role":"user","content":[\#(chat)]}"#
    private static let dumped =
        #"{"lc":1,"type":"constructor","id":["langchain","schema","messages","HumanMessage"],"#
        + #""kwargs":{"content":[\#(chat)]}}"#

    private static func string(_ json: String) -> String {
        "\"" + json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    static let answers = [
        Shape(
            "a part without its list",
            #"{"messages":[{"role":"user","content":\#(mcp)}]}"#,
            at: "messages[0].content"
        ),
        Shape("what a tool answers", #"{"content":[{"type":"text"},\#(mcp)]}"#, at: "content[1]"),
        Shape(
            "the same in JSON-RPC",
            #"{"jsonrpc":"2.0","id":1,"result":{"content":[\#(mcp)],"isError":false}}"#,
            at: "result.content[0]"
        ),
        Shape(
            "a message that a model is asked for",
            #"{"jsonrpc":"2.0","params":{"messages":[{"role":"user","content":\#(mcp)}]}}"#,
            at: "params.messages[0].content"
        ),
        Shape(
            "a prompt",
            #"{"result":{"description":"d","messages":[{"role":"user","content":\#(mcp)}]}}"#,
            at: "result.messages[0].content"
        ),
        Shape(
            "an embedded resource",
            #"{"result":{"content":[{"type":"resource","resource":{\#(blob)}}]}}"#,
            at: "result.content[0]"
        ),
        Shape(
            "a resource that was read",
            #"{"result":{"contents":[{\#(blob)}]}}"#,
            at: "result.contents[0]"
        ),
    ]

    static let saved = [
        Shape(
            "LangChain's messages as dictionaries",
            #"[{"type":"system","data":{"content":"a"}},"#
                + #"{"type":"human","data":{"content":[\#(chat)]}}]"#,
            at: "[1].data.content[0]"
        ),
        Shape("LangChain's dump of a message", dumped, at: "kwargs.content[0]"),
        Shape("LangChain's dump of messages", "[\(dumped)]", at: "[0].kwargs.content[0]"),
        Shape(
            "LangChain's dump of a prompt",
            #"{"lc":1,"type":"constructor","id":[],"kwargs":{"messages":[\#(dumped)]}}"#,
            at: "kwargs.messages[0].kwargs.content[0]"
        ),
        Shape(
            "a traced run",
            #"{"inputs":{"messages":[[\#(dumped)]]}}"#,
            at: "inputs.messages[0][0].kwargs.content[0]"
        ),
    ]

    static let strings = [
        Shape(
            "cells of a data frame that are turns in a string",
            #"{"dataframe_split":{"data":[[\#(string("[\(turn)]"))],[\#(string("[\(turn)]"))]]}}"#,
            at: "dataframe_split.data[0][0][0].content[0]",
            "dataframe_split.data[1][0][0].content[0]"
        ),
        Shape(
            "a column of messages in strings",
            #"{"dataframe_records":[{"messages":\#(string("[\(turn)]"))}]}"#,
            at: "dataframe_records[0].messages[0].content[0]"
        ),
        Shape(
            "messages in a string",
            #"{"messages":\#(string("[\(turn)]"))}"#,
            at: "messages[0].content[0]"
        ),
        Shape(
            "a request in a string of any name",
            #"{"payload":\#(string(#"{"messages":[\#(turn)]}"#))}"#,
            at: "payload.messages[0].content[0]"
        ),
        Shape(
            "a turn in a string in a string",
            #"{"a":\#(string(#"{"messages":\#(string("[\(turn)]"))}"#))}"#,
            at: "a.messages[0].content[0]"
        ),
        Shape(
            "a tool's parts in a string",
            #"{"messages":[{"role":"tool","content":\#(string("[\(mcp), \(chat)]"))}]}"#,
            at: "messages[0].content[0]",
            "messages[0].content[1]",
            isInText: true
        ),
        Shape(
            "a tool's answer in a string",
            #"{"messages":[{"role":"tool","content":\#(string(#"{"content":[\#(mcp)]}"#))}]}"#,
            at: "messages[0].content.content[0]",
            isInText: true
        ),
    ]

    @Test(arguments: answers + saved + strings)
    func `Every image is found, and others in its place change nothing else`(
        _ shape: Shape
    ) throws {
        let body = try RequestBody(Array(shape.text.utf8))
        #expect(body.images.map(\.location) == shape.locations)
        #expect(body.images.allSatisfy { $0.isInText == shape.isInText })
        for image in body.images {
            #expect(image.dialect != nil && !image.isForeign)
            #expect(try body.imageBytes(of: image) == Base64.decode(Array(Self.start.utf8).span))
        }
        let other = BodyReplacement.image([1, 2, 3], mediaType: "image/jpeg")
        let replacements = Dictionary(
            uniqueKeysWithValues: body.images.indices.map { ($0, other) }
        )
        let expected = shape.text.replacing(Self.start, with: "AQID")
            .replacing("image/png", with: "image/jpeg")
        #expect(String(decoding: body.rewritten(replacements), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        // A model reads it as text.
        #"{"messages":[{"role":"user","content":\#(string("[\(chat)]"))}]}"#,
        #"{"messages":[{"role":"user","content":[{"type":"text","text":\#(string("[\(turn)]"))}]}]}"#,
        // Torn JSON in a string is no JSON.
        #"{"messages":\#(string("[\(turn)"))}"#,
    ])
    func `What is text stays unchecked`(_ text: String) throws {
        let body = try RequestBody(Array(text.utf8))
        #expect(body.images.count == 1)
        #expect(body.images.allSatisfy { $0.dialect == nil })
    }

    @Test
    func `Lines of a session may be a tool's answers`() throws {
        let lines = #"{"id":1,"method":"a"}"# + "\n" + #"{"result":{"content":[\#(Self.mcp)]}}"#
        let body = try RequestBody(Array(lines.utf8))
        #expect(body.images.map(\.location) == ["line 2: result.content[0]"])
    }

    @Test
    func `A turn beside requests is a request too`() throws {
        let lines = #"{"messages":[\#(Self.turn)]}"# + "\n" + Self.turn
        let body = try RequestBody(Array(lines.utf8))
        #expect(
            body.images.map(\.location) == [
                "line 1: messages[0].content[0]", "line 2: content[0]",
            ]
        )
    }

    @Test
    func `A part without its list and without an image is told`() throws {
        let text = #"{"messages":[{"role":"user","content":{"type":"image_url","image_url":{}}}]}"#
        let body = try RequestBody(Array(text.utf8))
        #expect(body.images.map(\.location) == ["messages[0].content"])
        #expect(body.images.allSatisfy { $0.content.error?.isOfLonePart == true })
    }
}
