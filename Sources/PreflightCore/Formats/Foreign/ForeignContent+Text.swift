extension ForeignContent {
    /// What a text is: a page, an answer, something that stands for an image, or just text.
    static func text(_ bytes: Span<UInt8>) -> ForeignContent? {
        if let page = page(bytes) { return page }
        guard let opening = TextOpening(of: bytes) else { return xml(bytes) }
        guard !opening.units.isEmpty else {
            return ForeignContent("nothing but white space", cure: "get it again from its origin")
        }
        if let json = json(opening) { return json }
        if let standIn = StandIn(opening) { return standIn.asFile }
        if let xml = xml(bytes) { return xml }
        return ForeignContent("plain text (\(quoted(opening.units)))")
    }

    /// An HTML page, with its title.
    static func page(_ bytes: Span<UInt8>) -> ForeignContent? {
        let prolog = XMLProlog(of: bytes)
        guard prolog.isHTML else { return nil }
        let text = TextOpening(of: bytes)?.units ?? prolog.text
        return ForeignContent(
            "an HTML page" + note(content(of: "title", in: text)),
            cure: "download the image itself, not a page about it"
        )
    }

    /// An XML document; what a store of objects says in one is quoted.
    static func xml(_ bytes: Span<UInt8>) -> ForeignContent? {
        let prolog = XMLProlog(of: bytes)
        guard prolog.rootElementName != nil || prolog.beginsAsXML else { return nil }
        let text = TextOpening(of: bytes)?.units ?? prolog.text
        guard let message = content(of: "message", in: text) else {
            return ForeignContent("an XML document")
        }
        return ForeignContent("an XML answer" + note(message), cure: answerCure)
    }

    /// What a server says in the place of an image has to be cured there.
    static let answerCure = "get the image again, and see why it was refused"

    /// The text of the first element with this name, as far as it is there.
    private static func content(of element: String, in units: [UInt8]) -> [UInt8]? {
        let text = TextOpening.lowercased(units)
        guard let tag = text.offset(of: "<\(element)"),
            let open = text[tag...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let content = units[(open + 1)...].prefix { $0 != UInt8(ascii: "<") }
        return content.contains { !TextOpening.isSpace($0) } ? Array(content) : nil
    }
}

extension ForeignContent {
    /// A note in parentheses with the beginning of a text; empty where there is none.
    static func note(_ units: [UInt8]?) -> String {
        units.map { " (\(quoted($0)))" } ?? ""
    }

    /// How many characters of a text are quoted.
    private static let quotedCharacterCount = 60

    /// The beginning of a text in quotation marks, on one line.
    static func quoted(_ units: some Collection<UInt8>) -> String {
        let words = String(decoding: units.prefix(512), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        let line = words.joined(separator: " ")
        let isLong = line.count > quotedCharacterCount
        return "“\(line.prefix(quotedCharacterCount))\(isLong ? "…" : "")”"
    }
}
