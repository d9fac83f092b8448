/// Reads JSON (RFC 8259) into values that know their place.
///
/// Foundation's decoder keeps neither the order of members, nor repeated names, nor offsets, and a
/// rule table that says a limit twice must not pass. The scanner knows the grammar; here its steps
/// become values.
enum JSONParser {
    /// The deepest nesting that is read; tables need five levels.
    static let depthAtMost = 64

    /// The value that the whole of `bytes` spells, white space around it aside.
    static func value(of bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        var scanner = JSONScanner(bytes, in: 0..<bytes.count, depthAtMost: depthAtMost)
        let value = try value(&scanner)
        scanner.skipWhiteSpace()
        guard scanner.next == nil else { throw scanner.error("the end of the text") }
        return value
    }

    private static func value(
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) -> JSONValue {
        scanner.skipWhiteSpace()
        let start = scanner.offset
        let content: JSONValue.Content
        switch scanner.next {
        case UInt8(ascii: "{"): content = .object(try members(&scanner))
        case UInt8(ascii: "["): content = .array(try elements(&scanner))
        case UInt8(ascii: "\""):
            content = .string(try scanner.string("a string").value(in: scanner.bytes))
        default:
            try scanner.skipValue()
            content = scalar(scanner.bytes[start..<scanner.offset])
        }
        return JSONValue(content: content, offset: start)
    }

    private static func members(
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        guard try scanner.enterObject() else { return members }
        while let name = try scanner.nextName() {
            members.append(
                JSONValue.Member(
                    name: name.value(in: scanner.bytes),
                    nameOffset: name.range.lowerBound - 1,
                    value: try value(&scanner)
                )
            )
        }
        return members
    }

    private static func elements(
        _ scanner: inout JSONScanner
    ) throws(JSONSyntaxError) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard try scanner.enterArray() else { return elements }
        while try scanner.nextElement() { elements.append(try value(&scanner)) }
        return elements
    }

    private static func scalar(_ spelling: ArraySlice<UInt8>) -> JSONValue.Content {
        switch spelling.first {
        case UInt8(ascii: "t"): .bool(true)
        case UInt8(ascii: "f"): .bool(false)
        case UInt8(ascii: "n"): .null
        default: .number(String(decoding: spelling, as: UTF8.self))
        }
    }
}
