// What all dialects together know, for an engine that reads whichever comes.
extension Dialect {
    /// The ways from a request to turns, each once.
    static let turnPaths: [JSONPath] = unique(all.flatMap(\.turns))

    /// Those of the dialects that are sent as they are.
    fileprivate static let sentTurnPaths = Set(all.filter(\.isSent).flatMap(\.turns))

    /// A way to parts, with what is asked of it for every turn of a long conversation.
    ///
    /// It is shared by reference: a part's place is copied for every part.
    final class PartWay: Sendable {
        /// The way.
        let path: JSONPath
        /// The way to the list, where it leads to the elements of one; else the way itself.
        let container: JSONPath
        /// Whether it leads to the elements of a list.
        let isList: Bool
        /// The name of its first member; nil where it stays where it is.
        let firstName: String?
        /// The places in ``Dialect/all`` of the dialects that have it.
        let owners: Set<Int>
        /// Those that also take a part there without its list, on a way of their own.
        let loneOwners: Set<Int>

        init(_ path: JSONPath, isNest: Bool = false) {
            self.path = path
            isList = path.steps.last == .elements
            let container = isList ? JSONPath(path.steps.dropLast()) : path
            self.container = container
            if case .member(let name)? = path.steps.first {
                firstName = name
            } else {
                firstName = nil
            }
            let dialects = Dialect.all.enumerated()
            owners = Set(
                dialects.filter {
                    $1.parts.contains(path) || $1.asides.contains { $0.path == path }
                }
                .map(\.offset)
            )
            loneOwners = Set(
                isNest ? [] : dialects.filter { $1.parts.contains(container) }.map(\.offset)
            )
        }
    }

    /// The ways from a turn to parts, each once.
    static let partWays: [PartWay] = unique(all.flatMap(\.parts)).map { PartWay($0) }

    /// How turns say who speaks, where it is not by `role`.
    static let allSpeakers: [Speaker] = all.flatMap(\.speakers)

    /// Where the parts of turns stand that say so.
    static let allSavedTurns: [JSONPath] = all.filter { !$0.speakers.isEmpty }
        .flatMap(\.parts).map { JSONPath($0.steps.filter { $0 != .elements }) }
        .filter { $0.steps.count > 1 }

    /// The parts outside turns, each way once.
    static let allAsides: [(way: PartWay, role: String)] = all.flatMap(\.asides)
        .reduce(into: []) { asides, aside in
            if !asides.contains(where: { $0.way.path == aside.path }) {
                asides.append((PartWay(aside.path), aside.role))
            }
        }

    /// The parts that hold others.
    static let allNests: [(type: String?, way: PartWay, takesText: Bool)] =
        unique(all.flatMap(\.nests))
        .map { ($0.type, PartWay($0.path, isNest: true), $0.takesText) }

    /// A way to turns, with what is asked of it for every turn of a long conversation.
    final class TurnWay: Sendable {
        /// The way.
        let path: JSONPath
        /// Whether no request has turns there, so that they are saved by themselves.
        let isSaved: Bool
        /// Whether a dialect that is sent as it is has turns there.
        let isSent: Bool
        /// The places in ``Dialect/all`` of the dialects that are another's there, for what is sent.
        let foreign: Set<Int>

        init(_ path: JSONPath, isSaved: Bool = false) {
            self.path = path
            self.isSaved = isSaved
            isSent = !path.steps.isEmpty && Dialect.sentTurnPaths.contains(path)
            foreign = Set(Dialect.all.indices.filter { Dialect.all[$0].isForeign(at: path) })
        }
    }

    /// The ways from a request to turns.
    static let turnWays: [TurnWay] = turnPaths.map { TurnWay($0) }

    /// The way to what stands in the request itself.
    static let requestWay = TurnWay("")

    /// The way to turns of a saved conversation.
    static let savedWay = TurnWay("", isSaved: true)

    /// The spelling of an image, by the places of its dialect in ``all`` and of its own there.
    final class Spelling: Sendable {
        let dialectIndex: Int
        let imageIndex: Int
        /// The spelling.
        let image: ImagePart

        init(dialectIndex: Int, imageIndex: Int) {
            self.dialectIndex = dialectIndex
            self.imageIndex = imageIndex
            image = Dialect.all[dialectIndex].images[imageIndex]
        }
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

    /// Whether a turn at the end of a way is another dialect's, for what is sent as it is.
    private func isForeign(at turn: JSONPath) -> Bool {
        isSent && !turn.steps.isEmpty && Self.sentTurnPaths.contains(turn)
            && !turns.contains(turn)
    }
}

extension Dialect.Spelling {
    /// Whether an image of this spelling can stand where a way leads.
    ///
    /// In a list of parts every dialect's image is understood, and told if it is another dialect's.
    /// A string without anything around it, or a part without its list, is an image only where the
    /// dialect itself has it.
    func isTaken(at way: Dialect.PartWay, isLone: Bool) -> Bool {
        // What a dialect takes without a list is read where it says so.
        if isLone, way.isList, way.loneOwners.contains(dialectIndex) { return false }
        if way.owners.contains(dialectIndex) { return true }
        return way.isList && !image.path.steps.isEmpty && way.firstName != "images"
    }
}
