extension JSONValue {
    /// The value as compact JSON, its numbers as they were spelled.
    var compactText: String {
        switch content {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let spelling): spelling
        case .string(let text): "\"\(ChatCompletionLayout.jsonEscaped(text))\""
        case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { member in
                    "\"\(ChatCompletionLayout.jsonEscaped(member.name))\":\(member.value.compactText)"
                }
                .joined(separator: ",") + "}"
        }
    }
}
