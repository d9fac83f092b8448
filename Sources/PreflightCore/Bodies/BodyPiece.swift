/// A piece of a rewritten body.
package enum BodyPiece: Sendable, Hashable {
    /// Bytes of the original body.
    case original(Range<Int>)
    /// New bytes as they are.
    case written([UInt8])
    /// The base64 of these bytes.
    case base64([UInt8])
}

extension BodyPiece {
    /// The length of the piece in the rewritten body, in bytes.
    package var byteCount: Int {
        switch self {
        case .original(let range): range.count
        case .written(let bytes): bytes.count
        case .base64(let bytes): Base64.encodedByteCount(bytes.count)
        }
    }
}
