// What a table may be called.
extension ModelName {
    /// The name that a table of the model can have: what stands after the last slash, with dashes for
    /// what no name holds; nil where nothing is left of it.
    package var tableName: String? {
        let name = lastPart.map { Self.isAllowed($0) ? $0 : "-" }
            .trimmed { "-.".contains($0) }
        return name.isEmpty || ModelName(String(name)).isAll ? nil : String(name)
    }

    /// Whether a table can have the text among its names as it stands.
    package var canBeAlias: Bool {
        !text.isEmpty && text.allSatisfy(Self.isAllowed) && !isAll
    }

    /// What a command line takes apart or takes for something else: commas between names, quotation
    /// marks, patterns.
    package static func isReserved(_ character: Character) -> Bool {
        ",*\"'`\\\u{201C}\u{201D}\u{201E}\u{2018}\u{2019}".contains(character)
    }

    private static func isAllowed(_ character: Character) -> Bool {
        !isReserved(character) && !character.isWhitespace
            && !character.unicodeScalars.contains(where: \.isHidden)
    }
}

extension [Character] {
    /// The characters without those at either end that are such.
    fileprivate func trimmed(of isDropped: (Character) -> Bool) -> [Character] {
        drop(while: isDropped).reversed().drop(while: isDropped).reversed()
    }
}
