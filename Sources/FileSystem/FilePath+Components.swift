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
