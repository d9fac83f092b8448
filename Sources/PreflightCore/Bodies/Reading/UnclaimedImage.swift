/// An image that was found in a body where no dialect has one.
package struct UnclaimedImage: Sendable, Hashable {
    /// What was found.
    package var format: ImageFormat

    /// How it is spelled.
    package var spelling: Spelling

    /// What it stands in.
    package var place: Place

    /// How the image is spelled.
    package enum Spelling: Sendable, Hashable {
        case base64, dataURL
        /// Hexadecimal digits, two a byte.
        case digits
        /// Characters, one a byte.
        case characters
        /// A list of numbers, one a byte.
        case numbers
        /// An image part as a dialect spells it, whatever it holds.
        case part
    }

    /// What an image stands in.
    package enum Place: Sendable, Hashable {
        /// A text that the model reads.
        case text
        /// A part of a kind that no dialect has, or whose members are others.
        case part
        /// Any other string.
        case string
    }
}

extension UnclaimedImage: CustomStringConvertible {
    /// What was found and what becomes of it, and what to do about it.
    package var message: Message {
        let cure: Cure =
            switch place {
            case .text: .act("move it into an image part")
            case .part, .string: .act("write it as one of the dialects spells images")
            }
        let clause = description
        return Message(clause.prefix(1).uppercased() + clause.dropFirst(), help: cure)
    }

    /// One clause that says what was found and what becomes of it.
    package var description: String {
        let kind = format == .unknown ? "an image" : "\(format.article) \(format.displayName)"
        let content =
            switch spelling {
            case .base64: "base64 of \(kind)"
            case .dataURL: "a data URL of \(kind)"
            case .digits: "\(kind) in hexadecimal digits"
            case .characters: "\(kind) whose bytes are written as characters"
            case .numbers: "\(kind) whose bytes are written as numbers"
            case .part: "an image part"
            }
        return switch place {
        case _ where spelling == .part: "\(content) stands where imgcheck knows of no image"
        case .text: "\(content) stands in a text: the model reads it as text"
        case .part: "a part of a kind imgcheck does not know holds \(content)"
        case .string: "\(content) stands where imgcheck knows of no image"
        }
    }
}

extension ImageFormat {
    /// The indefinite article before the name.
    fileprivate var article: String {
        switch self {
        case .avif, .ico, .svg: "an"
        default: "a"
        }
    }

    /// The format of an image at the start of `bytes`; ``unknown`` also for what is no picture, or
    /// has too weak a signature to be told from text.
    init(ofImage bytes: Span<UInt8>) {
        let format = ImageFormat(recognising: bytes)
        // Two bytes are all that a bare JPEG XL codestream has, and `/work/…` is base64 of them.
        let isBareCodestream = format == .jxl && bytes[0] == 0xFF
        self = format == .pdf || isBareCodestream ? .unknown : format
    }

    /// Whether nothing was recognised.
    var isNone: Bool { self == .unknown }
}
