extension ForeignContent {
    /// A JSON text, by how it begins; what an error answer says is quoted.
    static func json(_ opening: TextOpening) -> ForeignContent? {
        let units = opening.units
        guard let first = units.first,
            let second = units.dropFirst().first(where: { !TextOpening.isSpace($0) })
        else { return nil }
        switch (first, second) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")):
            if let buffer = nodeBuffer(units) { return buffer }
            guard let message = message(in: units) else { return ForeignContent("a JSON text") }
            return ForeignContent("a JSON answer" + note(message), cure: answerCure)
        case (UInt8(ascii: "{"), UInt8(ascii: "}")),
            (UInt8(ascii: "["), UInt8(ascii: "{")), (UInt8(ascii: "["), UInt8(ascii: "\"")),
            (UInt8(ascii: "["), UInt8(ascii: "]")):
            return ForeignContent("a JSON text")
        default:
            return nil
        }
    }

    /// What `JSON.stringify` makes of a Node.js buffer.
    private static func nodeBuffer(_ units: [UInt8]) -> ForeignContent? {
        let beginning = units.prefix(32).filter { !TextOpening.isSpace($0) }
        guard beginning.starts(with: #"{"type":"Buffer""#.utf8) else { return nil }
        return ForeignContent("a Node.js buffer as JSON", cure: "encode its bytes in base64")
    }

    /// Where servers say what went wrong.
    private static let messageKeys = ["message", "error_description", "detail", "error", "title"]

    /// The first text that stands under one of ``messageKeys``, however deep.
    private static func message(in units: [UInt8]) -> [UInt8]? {
        for key in messageKeys {
            var start = 0
            while let place = units.offset(of: "\"\(key)\"", from: start) {
                start = place + key.utf8.count + 2
                if let text = text(in: units, after: start) { return text }
            }
        }
        return nil
    }

    /// The character that four hexadecimal digits spell; a space for a control, and U+FFFD for half
    /// of a surrogate pair.
    private static func character(_ digits: String) -> [UInt8] {
        guard let value = UInt32(digits, radix: 16) else { return [] }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        return scalar.properties.generalCategory == .control ? [0x20] : Array(String(scalar).utf8)
    }

    /// The text that follows a colon, without its escapes; nil where something else follows.
    private static func text(in units: [UInt8], after start: Int) -> [UInt8]? {
        var rest = units[start...].drop(while: TextOpening.isSpace)
        guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
        rest = rest.drop(while: TextOpening.isSpace)
        guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
        var text: [UInt8] = []
        while let unit = rest.popFirst(), unit != UInt8(ascii: "\"") {
            guard unit == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                text.append(unit)
                continue
            }
            if escaped == UInt8(ascii: "u") {
                text += character(String(decoding: rest.prefix(4), as: UTF8.self))
                rest = rest.dropFirst(4)
            } else {
                text.append("nrtbf".utf8.contains(escaped) ? 0x20 : escaped)
            }
        }
        return text.isEmpty ? nil : text
    }
}
