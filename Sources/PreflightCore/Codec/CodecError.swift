/// Why a codec could not do what it was asked.
public struct CodecError: Error, Sendable, Equatable {
    /// What was being done when it failed.
    public enum Stage: String, Sendable {
        /// Starting the decoder; it has seen no image yet, so that nothing is said of one.
        case start
        /// Reading the header.
        case open
        /// Reading the pixels.
        case decode
        /// Changing the picture.
        case transform
        /// Writing the picture.
        case encode
    }

    /// What was being done.
    public var stage: Stage

    /// What the decoder said, for people; may be empty, and is never compared.
    public var detail: String

    /// Whether time ran out before the decoder had an answer, so that the image may be sound.
    public var isLate = false

    /// Creates an error.
    public init(stage: Stage, detail: String) {
        self.stage = stage
        self.detail = detail
    }
}

extension CodecError: CustomStringConvertible {
    /// One clause: what failed, then the decoder's own words where it had any.
    public var description: String {
        let failure =
            switch stage {
            case .start: "there is no decoder"
            case .open: "the decoder does not open it"
            case .decode: "the pixels cannot be decoded"
            case .transform: "the picture cannot be changed"
            case .encode: "the picture cannot be written"
            }
        return detail.isEmpty ? failure : "\(failure) (\(detail))"
    }
}
