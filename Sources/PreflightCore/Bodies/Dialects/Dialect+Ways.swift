// What all dialects together know, for an engine that reads whichever comes.
extension Dialect {
    /// The ways from a request to turns, each once.
    static let turnPaths: [JSONPath] = unique(all.flatMap(\.turns))

    /// The ways from a turn to parts, each once.
    static let partPaths: [JSONPath] = unique(all.flatMap(\.parts))

    /// The parts outside turns, each way once.
    static let allAsides: [Aside] = all.flatMap(\.asides)
        .reduce(into: []) { asides, aside in
            if !asides.contains(where: { $0.path == aside.path }) { asides.append(aside) }
        }

    /// The parts that hold others.
    static let allNests: [Nest] = unique(all.flatMap(\.nests))

    /// The spelling of an image, by the places of its dialect in ``all`` and of its own there.
    struct Spelling {
        let dialectIndex: Int
        let imageIndex: Int

        /// The dialect.
        var dialect: Dialect { Dialect.all[dialectIndex] }
        /// The spelling.
        var image: ImagePart { Dialect.all[dialectIndex].images[imageIndex] }
    }

    /// Every spelling of an image.
    private static let allSpellings: [Spelling] = all.indices.flatMap { dialect in
        all[dialect].images.indices.map { Spelling(dialectIndex: dialect, imageIndex: $0) }
    }

    /// The spellings of parts of each type.
    private static let spellingsByType = Dictionary(grouping: allSpellings) { $0.image.type }

    /// The spellings that a part of this type may have; of a part without one those that have none,
    /// and those that should.
    static func spellings(ofType type: String?) -> [Spelling] {
        guard type != nil else { return allSpellings }
        return spellingsByType[type] ?? []
    }

    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }

    /// Whether an image of this spelling can stand where a way leads.
    ///
    /// In a list of parts every dialect's image is understood, and told if it is another dialect's.
    /// A string without anything around it, or a part without its list, is an image only where the
    /// dialect itself has it.
    func takes(_ spelling: ImagePart, at path: JSONPath, isLone: Bool) -> Bool {
        let isOwn = parts.contains(path) || asides.contains { $0.path == path }
        let isList = path.steps.last == .elements
        // What a dialect takes without a list is read where it says so.
        guard !(isLone && parts.contains(JSONPath(path.steps.dropLast()))) else { return false }
        return isOwn || (isList && !spelling.path.steps.isEmpty && path != "images[]")
    }

    /// Whether a turn at the end of a way is another dialect's, for what is sent as it is.
    func isForeign(at turn: JSONPath) -> Bool {
        isSent && !turn.steps.isEmpty && turn != "[]" && Self.turnPaths.contains(turn)
            && !turns.contains(turn)
    }
}
