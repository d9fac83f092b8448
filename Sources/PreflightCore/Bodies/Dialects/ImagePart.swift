extension Dialect {
    /// One spelling of an image.
    package struct ImagePart: Sendable, Hashable {
        /// The value of the part's `type`; nil where it has none.
        package var type: String?

        /// The way from the part to the string that is the image or points to it; empty where the
        /// part is that string.
        package let path: JSONPath

        /// What the string holds.
        package let holds: Holding

        /// Members that have to have these values, by their ways.
        package var conditions: [JSONPath: String] = [:]

        /// The names of members, of which one says the media type, beside the string.
        package var mediaTypes: [String] = []

        /// Whether the media type is written as a format's name, `png` and not `image/png`.
        package var isFormatName = false

        /// The way from the part to the object that says the media type; nil where the string is.
        package var mediaTypeHolder: JSONPath?

        /// Whether a request without the media type is refused.
        package var needsMediaType = false

        /// Whether the part is an image only where its media type says so, as of a general file.
        package var isAnyFile = false

        /// The way from the part to how closely the model looks.
        package var detail: JSONPath?

        /// How the object around the string is written anew, where its spelling takes no bytes.
        package var recast: Recast?

        /// The only formats that may stand there, whatever the model takes; nil for any.
        package var formats: [ImageFormat]?

        /// Whether a text can stand in the place of the part.
        package var canBeText = true
    }

    /// What a string of a part holds.
    package enum Holding: String, Sendable, Hashable {
        /// A data URL, or the address of an image.
        case dataURL
        /// Base64.
        case base64
        /// Base64, a data URL, or an address.
        case anything
        /// An address.
        case address
        /// The identifier of an uploaded file.
        case identifier
    }

    /// An object with an image, written anew around its media type and its base64.
    package struct Recast: Sendable, Hashable {
        /// What stands before the media type.
        package let before: String
        /// What stands between the media type and the base64.
        package let between: String
        /// What stands after the base64.
        package let after: String
    }
}

extension Dialect.ImagePart {
    /// The kind of the part: its type, or where it has none the member that makes it one.
    package var kind: String {
        if let type { return type }
        guard case .member(let name)? = path.steps.first else { return "images" }
        return name
    }
}
