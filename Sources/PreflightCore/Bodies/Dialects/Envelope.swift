/// Where requests stand in a document that is not itself one.
package struct Envelope: Sendable, Hashable {
    /// The way from the document to the requests.
    package let path: JSONPath

    /// What writes documents like this.
    package let title: String

    /// What is there.
    package var holds = Holding.request

    /// What stands at the end of the way.
    package enum Holding: Sendable, Hashable {
        /// A request.
        case request
        /// The turns of one.
        case turns
    }

    /// Whether the way may lead to several.
    var isOfMany: Bool { path.steps.contains(.elements) }

    /// All, the plainest first; the first that leads to a conversation counts, with all that it leads to.
    package static let all: [Envelope] = [
        Envelope(path: "", title: "A request"),
        Envelope(path: "body", title: "A line of an OpenAI batch"),
        Envelope(path: "params", title: "A request of an Anthropic batch"),
        Envelope(path: "result", title: "An answer of an MCP server"),
        Envelope(path: "kwargs", title: "A prompt that LangChain saved"),
        Envelope(path: "requests[].params", title: "An Anthropic batch"),
        Envelope(path: "request", title: "A row of an inference table, a line of a Gemini batch"),
        Envelope(path: "requests[].request", title: "A Gemini batch"),
        Envelope(
            path: "batch.input_config.requests.requests[].request",
            title: "A Gemini batch as it is sent"
        ),
        Envelope(
            path: "batch.inputConfig.requests.requests[].request",
            title: "The same in camel case"
        ),
        Envelope(path: "modelInput", title: "A record of a Bedrock batch"),
        Envelope(path: "inputs", title: "Databricks, `inputs`"),
        Envelope(path: "inputs[]", title: "Databricks, a list of `inputs`"),
        Envelope(path: "instances[]", title: "Databricks, `instances`"),
        Envelope(path: "dataframe_records[]", title: "Databricks, `dataframe_records`"),
        Envelope(path: "dataframe_split.data[][]", title: "Databricks, `dataframe_split`"),
        Envelope(
            path: "dataframe_split.data[][]",
            title: "Databricks, `dataframe_split`",
            holds: .turns
        ),
        Envelope(path: "inputs", title: "Databricks, `inputs` as messages", holds: .turns),
        Envelope(path: "", title: "A conversation as one array", holds: .turns),
        Envelope(path: "[]", title: "A list of requests"),
        Envelope(path: "[]", title: "A list of conversations", holds: .turns),
        Envelope(path: "messages", title: "Messages as a string", holds: .turns),
        Envelope(path: "inputs.messages", title: "Databricks, messages as a string", holds: .turns),
        Envelope(
            path: "inputs[].messages",
            title: "Databricks, a list of `inputs` with messages as a string",
            holds: .turns
        ),
        Envelope(
            path: "instances[].messages",
            title: "Databricks, `instances` with messages as a string",
            holds: .turns
        ),
        Envelope(
            path: "dataframe_records[].messages",
            title: "Databricks, `dataframe_records` with messages as a string",
            holds: .turns
        ),
        Envelope(path: "[].body", title: "A list of an OpenAI batch's lines"),
        Envelope(path: "[].params", title: "A list of an Anthropic batch's requests"),
    ]
}
