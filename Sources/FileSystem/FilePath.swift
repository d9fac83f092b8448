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
    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    static let slash = UInt8(ascii: "/")
}
