/// An image inside a request body, by its place in the body's bytes.
package struct BodyImage: Sendable, Hashable {
    /// The path of its content part, as in `messages[41].content[1]`; what wraps a request stands
    /// before it, as in `body.`, and `line 2: ` in JSON lines.
    package var location: String

    /// The place in ``Dialect/all`` of its part's dialect; nil where no dialect claims it.
    var dialectIndex: Int?

    /// The place of its spelling in the dialect's.
    package var spellingIndex: Int?

    /// The place in ``Dialect/allNests`` of what it stands in; nil where that is the turn.
    var nestIndex: Int?

    /// In whose name the turn speaks that it stands in; nil where the body does not say.
    package var role: String?

    /// How closely the model is to look, as the body spells it; nil where it does not say.
    package var detail: String?

    /// Whether the request as a whole says so, and not the image's part.
    var isDetailOfRequest = false

    /// Whether its turn is saved and not a request's: what sends it again writes it anew.
    package var isSaved = false

    /// Whether its part is of another dialect than the conversation around it.
    package var isForeign = false

    /// Whether its part is JSON in a string of its turn, which a model reads as text unless what
    /// sends the body unpacks it.
    package var isInText = false

    /// The bytes of the content part.
    package var partRange: Range<Int>

    /// How many times what is written here is escaped for JSON: once, and twice in a request that is
    /// itself a string.
    var escapingCount = 1

    /// The only formats that its dialect takes in its place, whatever the model takes; nil for any.
    package var formats: [ImageFormat]?

    /// Whether a text can stand in its place.
    var canBeText = true

    /// How it is taken out of a list that holds nothing but images; nil where it is a part.
    var listing: Listing?

    /// Where its bytes are.
    package var content: Content

    /// Where the bytes of an image are.
    package enum Content: Sendable, Hashable {
        /// In the body, in base64 that may still turn out to be malformed.
        case embedded(EmbeddedImage)
        /// Elsewhere, under a web address; a report's excerpt of it.
        case remote(String)
        /// Uploaded before, under a file identifier; a report's excerpt of it.
        case uploaded(String)
        /// Nowhere: the part is not built as it has to be.
        case missing(BodyImageError)
        /// In the body, where no dialect has an image.
        case unclaimed(UnclaimedImage)
    }
}

extension BodyImage {
    /// An element of a list of images, and the text that is said beside the list.
    struct Listing: Sendable, Hashable {
        /// Where the list begins, which tells it from others.
        var list: Int
        /// The position of the element in the list, from 0.
        var position: Int
        /// The end of the element before it, or the start of the list.
        var precedingEnd: Int
        /// The start of the element after it, or the end of the list.
        var followingStart: Int
        /// The end of the text beside the list; nil where there is none.
        var textEnd: Int?
    }
}

extension BodyImage {
    /// The dialect of its part; nil where no dialect claims it.
    package var dialect: Dialect? { dialectIndex.map { Dialect.all[$0] } }

    /// The kinds of its part, and of the part around it.
    package var partKinds: [String] {
        let part = dialect.flatMap { dialect in spellingIndex.map { dialect.images[$0].kind } }
        let nest = nestIndex.map { Dialect.allNests[$0] }
            .map { $0.type ?? $0.way.firstName ?? "" }
        return [nest, part].compactMap(\.self)
    }

    /// The media types that the body declares, each a place of its own; nil where the bytes are not
    /// in the body or the dialect declares none, an empty one where it is missing.
    package var declaredMediaTypes: [String] {
        guard case .embedded(let image) = content else { return [] }
        return image.mediaTypes.map(\.declared)
    }

    /// Whether its bytes are, or should be, in the body.
    package var isInBody: Bool {
        switch content {
        case .remote, .uploaded: false
        default: true
        }
    }

    /// Whether the image is elsewhere, and a file identifier stands for it.
    package var isUploaded: Bool { if case .uploaded = content { true } else { false } }

    /// Whether a text can stand in the place of its part.
    package var takesText: Bool { canBeText && dialectIndex != nil }

    /// The media type that the body declares: of several the first; nil as above.
    package var declaredMediaType: String? { declaredMediaTypes.first }
}

/// An image in base64 inside a string of the body.
package struct EmbeddedImage: Sendable, Hashable {
    /// The string, between its quotation marks.
    var string: Range<Int>

    /// Its base64, escapes not resolved.
    var base64: Range<Int>

    /// Where its media type is declared.
    var mediaTypes: [BodyMediaType] = []

    /// Whether the string has to be a data URL.
    var isDataURL: Bool

    /// What is unusual about what stands before the base64.
    var faults: [Base64Fault] = []

    /// The object around it that has to be written anew, and how; nil where the string is enough.
    var recast: PlacedRecast?

    /// An object to write anew.
    struct PlacedRecast: Sendable, Hashable {
        var range: Range<Int>
        var form: Dialect.Recast
    }
}

extension BodyImage.Content {
    /// How the part is not built as it has to be; nil where it is.
    package var error: BodyImageError? {
        guard case .missing(let error) = self else { return nil }
        return error
    }
}
