extension StandIn {
    private static let nothing = "the image was not there when the request was written, send it"
    private static let encodeIt = "encode the image's bytes instead of printing the object"

    /// Words that programs print where there is nothing.
    private static let words: [String: String] = [
        "undefined": "the word “undefined”", "null": "the word “null”", "none": "the word “None”",
        "nil": "the word “nil”", "nan": "the word “NaN”", "true": "the word “true”",
        "false": "the word “false”", "string": "the word “string”",
        "\"\"": "an empty text in quotation marks", "''": "an empty text in quotation marks",
        "...": "an ellipsis", "…": "an ellipsis",
    ]

    /// A single word instead of an image.
    static func word(_ opening: TextOpening) -> StandIn? {
        guard opening.isWhole, opening.units.count <= 16 else { return nil }
        let text = String(decoding: TextOpening.lowercased(opening.units), as: UTF8.self)
        return words[text].map { StandIn(name: $0, cure: nothing) }
    }

    /// How the printed forms of objects begin, and what they are.
    private static let objects: [(opening: String, name: String)] = [
        ("<PIL.", "a Python object's printed form"),
        ("<_io.", "a Python object's printed form"),
        ("<class ", "a Python object's printed form"),
        ("<function ", "a Python object's printed form"),
        ("<coroutine ", "a Python object's printed form"),
        ("<generator ", "a Python object's printed form"),
        ("<memory at ", "a Python object's printed form"),
        ("PosixPath(", "a Python object's printed form"),
        ("bytearray(", "a Python object's printed form"),
        ("array(", "a Python array's printed form"),
        ("tensor(", "a Python array's printed form"),
        ("b'\\x", "the printed form of Python bytes"),
        ("b\"\\x", "the printed form of Python bytes"),
        ("<Buffer ", "a Node.js buffer's printed form"),
        ("[object ", "a JavaScript object's printed form"),
        ("Promise {", "a JavaScript object's printed form"),
        ("System.Byte[]", "a .NET array's printed form"),
        ("[B@", "a Java array's printed form"),
        ("java.", "a Java object's printed form"),
    ]

    /// What an object looks like that was turned into a text instead of being encoded.
    static func printedObject(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        if let known = objects.first(where: { units.starts(with: $0.opening.utf8) }) {
            return StandIn(name: known.name, cure: encodeIt)
        }
        let isPython =
            units.first == UInt8(ascii: "<") && units.last == UInt8(ascii: ">")
            && Array(units.prefix(200)).offset(of: " at 0x") != nil
        return isPython
            ? StandIn(name: "a Python object's printed form", cure: encodeIt) : nil
    }

    /// A name in braces or angle brackets, or one that begins with YOUR, which a program or a person
    /// should have replaced.
    static func placeholder(_ opening: TextOpening) -> StandIn? {
        let units = opening.units
        guard opening.isWhole, units.count <= 80, let last = units.last else { return nil }
        let isFramed =
            ["{{", "${", "{", "<", "%", "["].contains { units.starts(with: $0.utf8) }
            && ["}", ">", "%", "]"].contains { $0.utf8.elementsEqual([last]) }
        let inner = units.drop(while: framing.contains).reversed().drop(while: framing.contains)
        let isName = !inner.isEmpty && inner.allSatisfy(Self.isNameUnit)
        let isYours = TextOpening.lowercased(units.prefix(5)).starts(with: "your_".utf8)
        guard isName, isFramed || isYours else { return nil }
        return StandIn(name: "a placeholder that was not filled", cure: encodeBytes)
    }

    private static let framing = Set("{}<>%$[]".utf8)

    private static func isNameUnit(_ unit: UInt8) -> Bool {
        switch unit {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x20: true
        default: false
        }
    }
}
