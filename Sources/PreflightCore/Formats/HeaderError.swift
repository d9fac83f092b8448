/// Why a header could not be read.
///
/// The wording is for people and may change; programs compare the cases.
public enum HeaderError: Error, Sendable, Equatable {
    /// The file ends where more was promised; `offset` is the first byte, from 0, that is missing.
    case truncated(offset: Int)
    /// A field holds what the format does not allow; `offset` is its first byte, from 0.
    case malformed(offset: Int, reason: String)
    /// A side is longer than the format allows, so that nothing after it matters; `size` is what is
    /// claimed, in pixels.
    case oversize(PixelSize)
    /// The format is not one of the four whose header is read.
    case notDecodable
}

extension HeaderError: CustomStringConvertible {
    /// One clause for a sentence that begins with "the header cannot be read:".
    public var description: String {
        switch self {
        case .truncated(let offset): "the file ends at byte \(offset)"
        case .malformed(let offset, let reason): "\(reason) at byte \(offset)"
        case .oversize(let size): "it claims \(size) px, more than the format allows"
        case .notDecodable: "the format is not JPEG, PNG, GIF or WebP"
        }
    }
}
