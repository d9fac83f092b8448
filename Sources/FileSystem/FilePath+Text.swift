extension FilePath {
    /// The path as text; a byte that is not part of a character is written as `\xNN`.
    public var text: String {
        characters.reduce(into: "") { text, character in
            switch character {
            case .scalar(let scalar): text.unicodeScalars.append(scalar)
            case .byte(let byte): text += #"\x"# + String(byte, radix: 16)
            }
        }
    }

    /// A character of a path, or a byte that belongs to none.
    enum Character {
        /// A well-formed character.
        case scalar(Unicode.Scalar)
        /// A byte that belongs to no well-formed character.
        case byte(UInt8)
    }

    /// The path's characters, and the bytes between them that form none (RFC 3629, section 4).
    var characters: [Character] {
        var characters: [Character] = []
        var rest = bytes[...]
        while let first = rest.first {
            let scalar = (1...4).lazy.compactMap { Self.scalar(rest.prefix($0)) }.first
            characters.append(scalar.map(Character.scalar) ?? .byte(first))
            rest = rest.dropFirst(scalar.map { String($0).utf8.count } ?? 1)
        }
        return characters
    }

    private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }
}
