extension XMLProlog {
    /// Elements that begin a page or a fragment of one, where the page has no document type.
    private static let pageElements: Set<String> = [
        "html", "head", "body", "title", "meta", "script", "link", "style", "div", "center", "h1",
        "p", "table", "iframe", "noscript", "span", "pre",
    ]

    /// Whether the text is an HTML page: by its document type in any letter case, or by its first
    /// element.
    var isHTML: Bool {
        let opening = TextOpening.lowercased(afterComments.prefix(64))
        if opening.starts(with: "<!doctype html".utf8) { return true }
        let name = opening.dropFirst().prefix { Self.isNameUnit($0) }
        return opening.first == UInt8(ascii: "<")
            && Self.pageElements.contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether the text says that it is XML, or goes on with a document type.
    var beginsAsXML: Bool {
        text.starts(with: "<?xml".utf8) || afterComments.starts(with: "<!DOCTYPE".utf8)
    }

    private static func isNameUnit(_ unit: UInt8) -> Bool {
        (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit)
    }

    /// The text from its first element or document type on.
    private var afterComments: ArraySlice<UInt8> {
        var rest = text[...]
        while !TextOpening.lowercased(rest.prefix(9)).starts(with: "<!doctype".utf8),
            let next = Self.afterMiscellany(rest)
        {
            rest = next
        }
        return rest
    }
}
