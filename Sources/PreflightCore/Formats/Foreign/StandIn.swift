/// A text that stands where the bytes of an image should: a path, an address, a printed object.
struct StandIn: Sendable, Hashable {
    /// A noun phrase with its article.
    var name: String

    /// What is to be done where the text stands in a request, as a clause.
    var cure: String

    /// What is to be done where a file holds the text, as a clause; nil where that is the same.
    var fileCure: String?

    /// Whether the image itself is in the text, in an encoding that can be undone.
    var isBase64 = false
}

extension StandIn {
    /// Recognises what a text stands for; nil for a text that says nothing of the kind.
    init?(_ opening: TextOpening) {
        guard !opening.units.isEmpty else { return nil }
        guard let found = Self.encoding(opening) ?? Self.unencoded(opening) else { return nil }
        self = found
    }

    /// What a text stands for that holds no image in any encoding.
    static func unencoded(_ opening: TextOpening) -> StandIn? {
        word(opening)
            ?? printedObject(opening)
            ?? placeholder(opening)
            ?? address(opening)
            ?? numbers(opening)
            ?? path(opening)
    }

    /// The description of a file with this text.
    var asFile: ForeignContent {
        ForeignContent("a text that is \(name)", cure: fileCure ?? cure)
    }

    /// The description of the text itself.
    var asText: ForeignContent { ForeignContent(name, cure: cure) }
}

extension ForeignContent {
    /// Recognises a text that stands where base64 of an image should.
    ///
    /// Nil for base64 of an image and for data URLs that hold it, however spelled, and for texts of
    /// which nothing is known. Never traps, and looks at no more than the beginning.
    ///
    /// - Parameter text: The text in UTF-8, without the escapes of a JSON string.
    package init?(insteadOfBase64 text: Span<UInt8>) {
        guard let opening = TextOpening(of: text) else { return nil }
        guard !opening.units.isEmpty else {
            self.init("an empty text", cure: StandIn.encodeBytes)
            return
        }
        let standIn = StandIn(opening)
        guard standIn?.isBase64 != true else { return nil }
        let found =
            Self.page(text) ?? standIn?.asText ?? ForeignSignature.content(of: text)
            ?? Self.json(opening) ?? Self.xml(text) ?? Self.sentence(opening)
        guard let found else { return nil }
        self = found
    }

    /// Three or more short words: no line of base64 has its white space so close.
    private static func sentence(_ opening: TextOpening) -> ForeignContent? {
        let words = opening.units.prefix(200).split(whereSeparator: TextOpening.isSpace)
        guard words.count >= 3, words.allSatisfy({ $0.count <= 20 }) else { return nil }
        return ForeignContent("plain text (\(quoted(opening.units)))", cure: StandIn.encodeBytes)
    }
}

extension StandIn {
    static let encodeBytes = "read the image's file and encode its bytes in base64"
    static let readFile = "read the file and encode its bytes in base64"
    static let download = "download it and encode its bytes in base64"
}
