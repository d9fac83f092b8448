import ImagePreflight
import PreflightCore
import Testing

/// A place of an image in a request of some dialect, as a text with two gaps.
struct DialectShape: Sendable, CustomTestStringConvertible {
    /// The dialect and the place.
    let testDescription: String

    /// The dialect's name.
    let dialect: String

    /// The body; `TYPE` stands for the media type, `FORMAT` for its second half, `DATA` for base64.
    let body: String

    /// The path at which the image is found.
    let location: String

    /// Whether a text can take its place.
    var takesText = true

    /// The body with a file in it.
    func body(
        of bytes: [UInt8],
        declared mediaType: String,
        spelling: (String) -> String = { $0 }
    ) -> [UInt8] {
        let base64 = spelling(String(decoding: Base64.encode(bytes), as: UTF8.self))
        let text = body.replacing("TYPE", with: mediaType)
            .replacing("FORMAT", with: mediaType.split(separator: "/").last.map(String.init) ?? "")
            .replacing("DATA", with: base64)
        return Array(text.utf8)
    }
}

extension DialectShape {
    private init(_ dialect: String, _ name: String, _ body: String, at location: String) {
        self.init(
            testDescription: "\(dialect): \(name)",
            dialect: dialect,
            body: body,
            location: location
        )
    }

    /// A request of one user message with this part after a text.
    private static func turn(_ part: String) -> String {
        #"{"messages":[{"role":"user","content":[{"type":"text","text":"hi"}, \#(part) ]}],"n":1.0}"#
    }

    private static let url = "data:TYPE;base64,DATA"
    private static let chatPart = #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
    private static let source =
        #"{"type":"image","source":{"type":"base64","media_type":"TYPE","data":"DATA"}}"#
    private static let second = "messages[0].content[1]"

    /// Every dialect that is sent as it is.
    static let sent = [
        DialectShape("chat", "a part", turn(chatPart), at: second),
        DialectShape(
            "chat",
            "the address alone",
            turn(#"{"type":"image_url","image_url":"\#(url)"}"#),
            at: second
        ),
        DialectShape(
            "responses",
            "a message",
            #"{"input":[{"role":"user","content":[{"type":"input_image","image_url":"\#(url)"}]}]}"#,
            at: "input[0].content[0]"
        ),
        DialectShape(
            "responses",
            "a function's output",
            #"{"input":[{"type":"function_call_output","call_id":"c","output":["#
                + #"{"type":"input_image","image_url":"\#(url)"}]}]}"#,
            at: "input[0].output[0]"
        ),
        DialectShape(
            testDescription: "responses: a computer's output",
            dialect: "responses",
            body: #"{"input":[{"type":"computer_call_output","call_id":"c","output":"#
                + #"{"type":"computer_screenshot","image_url":"\#(url)"}}]}"#,
            location: "input[0].output",
            takesText: false
        ),
        DialectShape("anthropic", "a part", turn(source), at: second),
        DialectShape(
            "anthropic",
            "a tool's result",
            turn(#"{"type":"tool_result","tool_use_id":"t","content":[\#(source)]}"#),
            at: "\(second).content[0]"
        ),
        DialectShape(
            "anthropic",
            "a document of parts",
            turn(#"{"type":"document","source":{"type":"content","content":[\#(source)]}}"#),
            at: "\(second).source.content[0]"
        ),
        DialectShape(
            "anthropic",
            "the system prompt",
            #"{"system":[\#(source)],"messages":[{"role":"user","content":"x"}]}"#,
            at: "system[0]"
        ),
        DialectShape(
            "anthropic",
            "a batch",
            #"{"requests":[{"custom_id":"1","params":\#(turn(source))}]}"#,
            at: "requests[0].params.\(second)"
        ),
        DialectShape(
            "gemini",
            "as REST has it",
            #"{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"TYPE","data":"DATA"}}"#
                + "]}]}",
            at: "contents[0].parts[0]"
        ),
        DialectShape(
            "gemini",
            "as Python has it",
            #"{"contents":{"parts":[{"inline_data":{"data":"DATA","mime_type":"TYPE"}}]}}"#,
            at: "contents.parts[0]"
        ),
        DialectShape(
            testDescription: "gemini: a function's response",
            dialect: "gemini",
            body: #"{"contents":[{"parts":[{"functionResponse":{"name":"f","response":{},"parts":["#
                + #"{"inlineData":{"mimeType":"TYPE","data":"DATA"}}]}}]}]}"#,
            location: "contents[0].parts[0].functionResponse.parts[0]",
            takesText: false
        ),
        DialectShape(
            "converse",
            "a block",
            turn(#"{"image":{"format":"FORMAT","source":{"bytes":"DATA"}}}"#),
            at: second
        ),
        DialectShape(
            "converse",
            "a tool's result",
            turn(
                #"{"toolResult":{"toolUseId":"t","content":["#
                    + #"{"image":{"source":{"bytes":"DATA"},"format":"FORMAT"}}]}}"#
            ),
            at: "\(second).toolResult.content[0]"
        ),
    ]

    /// What libraries make requests of, and what wraps requests.
    static let written = [
        DialectShape(
            "langchain",
            "version 0",
            turn(#"{"type":"image","source_type":"base64","mime_type":"TYPE","data":"DATA"}"#),
            at: second
        ),
        DialectShape(
            "langchain",
            "version 1",
            turn(#"{"type":"image","base64":"DATA","mime_type":"TYPE"}"#),
            at: second
        ),
        DialectShape(
            "mcp",
            "a tool's image",
            turn(#"{"type":"image","data":"DATA","mimeType":"TYPE"}"#),
            at: second
        ),
        DialectShape(
            "ai-sdk",
            "an image",
            turn(#"{"type":"image","image":"\#(url)","mediaType":"TYPE"}"#),
            at: second
        ),
        DialectShape(
            "ai-sdk",
            "a file",
            #"{"messages":[{"role":"user","parts":[{"type":"file","mediaType":"TYPE","url":"\#(url)"}]}]}"#,
            at: "messages[0].parts[0]"
        ),
        DialectShape(
            "chat",
            "Databricks inputs",
            #"{"inputs":\#(turn(chatPart))}"#,
            at: "inputs.\(second)"
        ),
        DialectShape(
            "chat",
            "a data frame by columns",
            #"{"dataframe_split":{"columns":["messages"],"data":[[[{"role":"user","content":[\#(chatPart)"#
                + "]}]]]}}",
            at: "dataframe_split.data[0][0][0].content[0]"
        ),
        DialectShape(
            "chat",
            "a data frame by rows",
            #"{"dataframe_records":[\#(turn(chatPart))]}"#,
            at: "dataframe_records[0].\(second)"
        ),
        DialectShape(
            "chat",
            "a request as a string",
            #"{"request":"\#(ChatCompletionLayout.jsonEscaped(turn(chatPart)))","status":400}"#,
            at: "request.\(second)"
        ),
        DialectShape(
            "anthropic",
            "a conversation as one array",
            #"[{"role":"user","content":[\#(source)]}]"#,
            at: "[0].content[0]"
        ),
        DialectShape(
            "responses",
            "a session's record",
            #"{"type":"response_item","payload":{"role":"user","content":["#
                + #"{"type":"input_image","image_url":"\#(url)"}]}}"#,
            at: "payload.content[0]"
        ),
    ]
}
