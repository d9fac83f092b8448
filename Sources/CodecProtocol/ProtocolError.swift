/// What is wrong with bytes that should be a message.
public enum ProtocolError: Error, Sendable, Hashable {
    /// They end before what they announce.
    case cutShort
    /// Bytes follow the message.
    case overlong
    /// They do not begin as a message does.
    case notAMessage
    /// They are of another version of the protocol.
    case version(UInt16)
    /// A part announces more bytes than it may have.
    case tooLarge(byteCount: UInt64)
    /// A field has a value that it cannot have.
    case nonsense(field: String)
}

extension ProtocolError: CustomStringConvertible {
    /// The mistake as a clause about the answer.
    public var description: String {
        switch self {
        case .cutShort: "it ends too early"
        case .overlong: "it has too many bytes"
        case .notAMessage: "it is no message"
        case .version(let version): "it is of version \(version) of the protocol"
        case .tooLarge(let byteCount): "it announces \(byteCount) bytes"
        case .nonsense(let field): "its \(field) makes no sense"
        }
    }
}
