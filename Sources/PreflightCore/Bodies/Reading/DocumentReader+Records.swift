// The turn that one record of a saved session holds.
extension DocumentReader {
    /// The turn of the document's object; nil where it is no record that says anything of one.
    mutating func recordedTurn() throws(JSONSyntaxError) -> Turn? {
        guard outline.nodes[0].kind == .object else { return nil }
        let isUnsent = SessionRecord.unsent.contains { path, value in
            outline.string(outline.value(at: path, from: 0)) == value
        }
        if isUnsent { claim(0) }
        for path in SessionRecord.copies {
            if let copy = outline.value(at: path, from: 0) { claim(copy) }
        }
        let boundary = SessionRecord.boundaries.contains { path, value in
            outline.string(outline.value(at: path, from: 0)) == value
        }
        let node =
            SessionRecord.turns.compactMap { outline.value(at: $0, from: 0) }
            .first(where: outline.isTurn)
            ?? SessionRecord.answers.compactMap { outline.value(at: $0, from: 0) }
            .first(where: outline.isAnswer)
        guard let node, !isUnsent else {
            guard boundary else { return nil }
            return Turn(
                range: outline.nodes[0].range,
                chain: outline.chain,
                isBoundary: true,
                isSent: false,
                images: []
            )
        }
        try readTurn(node, on: Dialect.savedWay)
        let found = images.map(\.image) + stillEmpty(from: 0).map(\.image)
        return Turn(
            range: outline.nodes[node].range,
            chain: outline.chain,
            isBoundary: boundary,
            isUsers: outline.isUsers(node, role: outline.role(ofTurn: node)),
            images: found.inOrder
        )
    }
}

extension SessionRecord {
    /// Which conversation of a session a record belongs to.
    struct Chain: Sendable, Hashable {
        /// Whether it is one beside the main one.
        var isSide = false
        /// What the record is called, and the one before it.
        var record: String?
        var parent: String?
        /// What the conversation is called.
        var name: String?
    }
}

extension JSONOutline {
    /// Which conversation of a session the document's record belongs to.
    fileprivate var chain: SessionRecord.Chain {
        let side = value(at: SessionRecord.sideChain, from: 0)
        let name = SessionRecord.sideChainNames.lazy
            .compactMap { self.string(self.value(at: $0, from: 0)) }.first
        return SessionRecord.Chain(
            isSide: side.map { nodes[$0].kind == .yes } ?? false,
            record: string("uuid", of: 0),
            parent: string("parentUuid", of: 0),
            name: name
        )
    }
}
