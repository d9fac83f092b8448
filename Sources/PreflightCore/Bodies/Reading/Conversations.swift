/// Puts the turns of a saved session together: the main conversation, those beside it, and those
/// that were summed up and are no longer sent.
struct Conversations {
    /// The conversations in the order in which they begin.
    private(set) var all: [Conversation] = []

    /// The main conversation that turns join; nil before its first turn.
    private var main: Int?

    /// The conversations beside it, by their names and those of their records.
    private var sides: [String: Int] = [:]

    /// One conversation.
    struct Conversation {
        /// The line, from 1, of its first turn.
        var line: Int
        /// The bytes from its first turn to its last.
        var range: Range<Int>
        /// The lengths of its turns together, with a comma between them.
        var byteCount = 0
        /// Its images.
        var images: [BodyImage] = []
        /// How many of them stand in the user's last turn; nil where no turn is the user's.
        var lastTurnImageCount: Int?
    }

    /// Adds the turn of a line.
    mutating func add(_ turn: DocumentReader.Turn, line: Int) {
        if turn.isBoundary, !turn.chain.isSide { main = nil }
        guard turn.isSent || !turn.images.isEmpty else { return }
        let index = index(of: turn, line: line)
        all[index].range = all[index].range.lowerBound..<turn.range.upperBound
        all[index].images += turn.images
        if turn.isSent { all[index].byteCount += turn.range.count + 1 }
        if turn.isSent, turn.isUsers { all[index].lastTurnImageCount = turn.images.count }
    }

    private mutating func index(of turn: DocumentReader.Turn, line: Int) -> Int {
        let chain = turn.chain
        guard chain.isSide else {
            let index = main ?? begin(turn, line: line)
            main = index
            return index
        }
        let named = chain.name.map { "agent \($0)" } ?? (chain.record == nil ? "side" : nil)
        let known = named.flatMap { sides[$0] } ?? chain.parent.flatMap { sides[$0] }
        let index = known ?? begin(turn, line: line)
        for name in [named, chain.record].compactMap(\.self) { sides[name] = index }
        return index
    }

    /// Adds images that no dialect claims, of a record that is no turn.
    mutating func add(unclaimed images: [BodyImage], line: Int, range: Range<Int>) {
        let turn = DocumentReader.Turn(
            range: range,
            chain: SessionRecord.Chain(),
            isSent: false,
            images: images
        )
        add(turn, line: line)
    }

    private mutating func begin(_ turn: DocumentReader.Turn, line: Int) -> Int {
        all.append(Conversation(line: line, range: turn.range))
        return all.count - 1
    }
}
