/// Reads JSON (RFC 8259) into values that know their place.
///
/// Foundation's decoder keeps neither the order of members, nor repeated names, nor offsets, and a
/// rule table that says a limit twice must not pass. Takes time linear in the text, and nesting is
/// bounded, so that no text can exhaust the stack.
struct JSONParser {
    /// The deepest nesting that is read; tables need five levels.
    static let depthAtMost = 64

    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that the whole of `bytes` spells, white space around it aside.
    static func value(of bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value()
        parser.skipWhiteSpace()
        guard parser.offset == bytes.count else { throw parser.error("the end of the text") }
        return value
    }
}

extension JSONParser {
    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func error(_ expected: String) -> JSONSyntaxError {
        let found = next == nil ? "the end of the text" : "something else"
        return JSONSyntaxError(offset: offset, reason: "expected \(expected), found \(found)")
    }

    private mutating func skipWhiteSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
    }

    /// Skips white space, then `byte` if it is there.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipWhiteSpace()
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func require(_ byte: UInt8, _ expected: String) throws(JSONSyntaxError) {
        guard skip(byte) else { throw error(expected) }
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipWhiteSpace()
        let start = offset
        let content: JSONValue.Content
        switch next {
        case UInt8(ascii: "{"): content = .object(try nested(Self.members))
        case UInt8(ascii: "["): content = .array(try nested(Self.elements))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try literal("true", .bool(true))
        case UInt8(ascii: "f"): content = try literal("false", .bool(false))
        case UInt8(ascii: "n"): content = try literal("null", .null)
        default: content = .number(try number())
        }
        return JSONValue(content: content, offset: start)
    }

    private mutating func nested<Parts>(
        _ parts: (inout JSONParser) throws(JSONSyntaxError) -> Parts
    ) throws(JSONSyntaxError) -> Parts {
        guard depth < Self.depthAtMost else {
            throw JSONSyntaxError(offset: offset, reason: "nested too deeply")
        }
        depth += 1
        defer { depth -= 1 }
        offset += 1
        return try parts(&self)
    }

    private static func members(
        _ parser: inout JSONParser
    ) throws(JSONSyntaxError) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        guard !parser.skip(UInt8(ascii: "}")) else { return members }
        repeat {
            parser.skipWhiteSpace()
            let start = parser.offset
            let name = try parser.string()
            try parser.require(UInt8(ascii: ":"), "“:” after a name")
            let value = try parser.value()
            members.append(JSONValue.Member(name: name, nameOffset: start, value: value))
        } while parser.skip(UInt8(ascii: ","))
        try parser.require(UInt8(ascii: "}"), "“,” or “}” after a member")
        return members
    }

    private static func elements(_ parser: inout JSONParser) throws(JSONSyntaxError) -> [JSONValue]
    {
        var elements: [JSONValue] = []
        guard !parser.skip(UInt8(ascii: "]")) else { return elements }
        repeat { elements.append(try parser.value()) } while parser.skip(UInt8(ascii: ","))
        try parser.require(UInt8(ascii: "]"), "“,” or “]” after an element")
        return elements
    }

    private mutating func literal(
        _ word: String,
        _ content: JSONValue.Content
    ) throws(JSONSyntaxError) -> JSONValue.Content {
        guard bytes[offset...].starts(with: word.utf8) else { throw error("“\(word)”") }
        offset += word.utf8.count
        return content
    }
}

// MARK: - Numbers (RFC 8259, section 6)

extension JSONParser {
    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let startsWithZero = next == UInt8(ascii: "0")
        let digitCount = skipDigits()
        guard digitCount > 0, !(startsWithZero && digitCount > 1) else {
            throw JSONSyntaxError(offset: start, reason: "expected a value, found something else")
        }
        if next == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() > 0 else { throw error("a digit after the point") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() > 0 else { throw error("a digit in the exponent") }
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            offset += 1
        }
        return offset - start
    }
}

// MARK: - Strings (RFC 8259, section 7)

extension JSONParser {
    private mutating func string() throws(JSONSyntaxError) -> String {
        guard next == UInt8(ascii: "\"") else { throw error("a string") }
        let start = offset
        offset += 1
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw error("an escape in place of a control character") }
            offset += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: String(try escapedCharacter()).utf8)
            } else {
                text.append(byte)
            }
        }
        guard next != nil else { throw error("“\"” at the end of a string") }
        offset += 1
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONSyntaxError(offset: start, reason: "expected UTF-8 in a string")
        }
        return string
    }

    /// The character that the escape after a backslash stands for.
    private mutating func escapedCharacter() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw error("an escape") }
        guard byte != UInt8(ascii: "u") else {
            offset += 1
            return try escapedScalar()
        }
        let scalar = Unicode.Scalar(byte)
        guard let meaning = Self.escapes[scalar] else { throw error("an escape") }
        offset += 1
        return meaning
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
        "t": "\t",
    ]

    private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = offset
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let escapesAgain = bytes[offset...].starts(with: "\\u".utf8)
        guard first < 0xDC00, escapesAgain else {
            throw JSONSyntaxError(offset: start, reason: "expected both halves of a surrogate pair")
        }
        offset += 2
        let second = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else {
            throw JSONSyntaxError(offset: start, reason: "expected both halves of a surrogate pair")
        }
        return scalar
    }

    private mutating func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw error("four hexadecimal digits")
            }
            number = number << 4 | UInt32(digit)
            offset += 1
        }
        return number
    }
}
