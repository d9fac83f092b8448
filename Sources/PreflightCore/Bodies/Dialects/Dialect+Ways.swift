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

    /// Every spelling of an image, with its dialect.
    static let allImages: [(Dialect, ImagePart)] = all.flatMap { dialect in
        dialect.images.map { (dialect, $0) }
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
