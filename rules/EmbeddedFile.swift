/// A file that was compiled into the binary.
public struct EmbeddedFile: Sendable, Hashable {
    /// The file's name without its folder.
    public var name: String

    /// The file's content, byte for byte.
    public var bytes: [UInt8]

    /// Creates a file from its name and content.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
