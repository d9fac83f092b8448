public import CodecProtocol
public import FileSystem

/// Why a message did not come or go.
public enum TransportError: Error, Sendable, Hashable {
    /// The other side is gone.
    case closed
    /// The other side is too slow.
    case late
    /// What came is no message.
    case malformed(ProtocolError)
    /// The system did not do what it was asked.
    case system(FileError)
}
