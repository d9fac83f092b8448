/// A path as the file system has it: bytes, which need not be UTF-8.
public struct FilePath: Sendable, Hashable {
    /// The path's bytes, without a terminating zero.
    public var bytes: [UInt8]

    /// Creates a path from its bytes.
    public init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Creates a path from text, as UTF-8.
    public init(_ text: String) {
        self.init(bytes: text.utf8)
    }
}

extension FilePath {
    /// What stands after the last slash, trailing slashes left out.
    public var lastComponent: FilePath {
        let end = bytes.lastIndex { $0 != Self.slash }.map { $0 + 1 } ?? bytes.count
        let trimmed = bytes[..<end]
        let start = trimmed.lastIndex(of: Self.slash).map { trimmed.index(after: $0) }
        return FilePath(bytes: trimmed[(start ?? trimmed.startIndex)...])
    }

    /// The text after the last dot of the file name, or nil where there is none.
    public var fileNameExtension: String? {
        let name = lastComponent.bytes
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
        return String(decoding: name[(dot + 1)...], as: UTF8.self)
    }

    /// The path with `component` joined to it by one slash.
    public func appending(_ component: FilePath) -> FilePath {
        guard let last = bytes.last else { return component }
        let separator = last == Self.slash ? [] : [Self.slash]
        return FilePath(bytes: bytes + separator + component.bytes)
    }

    /// The path as C functions take it, with its terminating zero.
    ///
    /// No file has a zero in its name. What stands before it would name another file, so that the
    /// empty path, which names none, stands for such a name.
    var cString: [CChar] {
        bytes.contains(0) ? [0] : bytes.map { CChar(bitPattern: $0) } + [0]
    }

    static let slash = UInt8(ascii: "/")
}

extension FilePath {
    /// The path as text; a byte that is not part of a character is written as `\xNN`.
    public var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return characters.reduce(into: "") { text, character in
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

extension FilePath {
    /// The names between the slashes, without empty ones.
    public var components: [FilePath] {
        bytes.split(separator: Self.slash).map { FilePath(bytes: $0) }
    }

    /// Whether the path is one name that a folder can hold: no slash, no zero, not `.` or `..`.
    public var isPlainName: Bool {
        guard !bytes.isEmpty, self != FilePath("."), self != FilePath("..") else { return false }
        return !bytes.contains(Self.slash) && !bytes.contains(0)
    }

    /// The path up to its last name, or nil where it has only one: `a/b` of `a/b/c.png`.
    public var parent: FilePath? {
        guard let end = bytes.lastIndex(where: { $0 != Self.slash }),
            let slash = bytes[...end].lastIndex(of: Self.slash), slash > 0
        else { return nil }
        return FilePath(bytes: bytes[..<slash])
    }

    /// The path without the text after the last dot of the file name, and that dot.
    public var withoutFileNameExtension: FilePath {
        guard fileNameExtension != nil, let dot = bytes.lastIndex(of: UInt8(ascii: "."))
        else { return self }
        return FilePath(bytes: bytes[..<dot])
    }

    /// The path with text added at its end.
    public func appendingText(_ text: String) -> FilePath {
        FilePath(bytes: bytes + text.utf8)
    }
}
