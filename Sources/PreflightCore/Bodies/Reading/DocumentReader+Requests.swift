// The requests of a document, and what is left over.
extension DocumentReader {
    /// What a document holds.
    struct Document {
        /// The requests in the document's order.
        var requests: [Request] = []
        /// The turn that it records, where it holds no request.
        var turn: Turn?
        /// The model that it names outside a conversation.
        var model: String?
        /// What stands in the place of a conversation, where it holds none.
        var fault: PartFault?
    }

    /// One request.
    struct Request {
        /// The way to it, where the document may hold several; nil where it may not.
        var label: String?
        /// Its bytes.
        var range: Range<Int>
        /// Its length when it is sent.
        var byteCount: Int
        /// The model that is named in it, or else around it.
        var model: String?
        /// Whether there is a conversation in it.
        var hasMessages = true
        /// What stands in the place of a conversation; nil where that is there, or nothing is.
        var fault: PartFault?
        /// Its images, and those that no dialect claims.
        var images: [BodyImage]
        /// How many of them stand in the user's last turn; nil where no turn is the user's.
        var lastTurnImageCount: Int?
        /// What stands where parts should; nil for nothing.
        var misfits: PartMisfits?
    }

    /// One turn that a document records.
    struct Turn {
        /// Its bytes.
        var range: Range<Int>
        /// Which conversation of the session it belongs to.
        var chain: SessionRecord.Chain
        /// Whether it ends a conversation, whose turns are not sent again.
        var isBoundary = false
        /// Whether it is a turn, and no other record of the session.
        var isSent = true
        /// Whether the user speaks in it.
        var isUsers = false
        /// Its images, and those of the record that no dialect claims.
        var images: [BodyImage]
    }

    /// Reads the whole document.
    mutating func read() throws(JSONSyntaxError) -> Document {
        var document = Document(model: model(around: 0))
        for envelope in Envelope.all where document.requests.isEmpty {
            for node in outline.values(at: envelope.path, from: 0) {
                if let inner = try readString(node, isOneOfMany: envelope.isOfMany) {
                    document.requests += inner
                } else if holdsConversation(node, envelope.holds) {
                    document.requests.append(try request(at: node, envelope))
                }
            }
        }
        if document.requests.isEmpty { document.turn = try recordedTurn() }
        var leftOver = unclaimedImages()
        if document.turn == nil { try readStrings(among: &leftOver, into: &document) }
        if document.requests.isEmpty, document.turn == nil, !leftOver.isEmpty {
            document.requests = [unknownRequest]
        }
        document.add(leftOver)
        if document.requests.isEmpty { document.fault = faultOfTurns }
        return document
    }

    /// The first member that should be a list of turns and is of another kind.
    private var faultOfTurns: PartFault? {
        Self.turnLists.lazy.compactMap { outline.member($0, of: 0) }.first
            .map { node in
                PartFault(
                    path: location(of: node),
                    found: outline.summary(of: node),
                    expected: "an array of turns"
                )
            }
    }

    /// What the list of turns is called in the dialects that are sent.
    private static let turnLists = ["messages", "contents", "input"]

    /// A request of a kind that no dialect has.
    private var unknownRequest: Request {
        let range = outline.range(ofValue: 0)
        return Request(
            range: range,
            byteCount: range.count,
            model: model(around: 0),
            hasMessages: false,
            images: []
        )
    }
}

// MARK: - Conversations

extension DocumentReader {
    /// Whether a dialect's conversation stands at a node.
    private func holdsConversation(_ node: Int, _ holding: Envelope.Holding) -> Bool {
        switch holding {
        case .turns: isListOfTurns(node)
        case .request: outline.nodes[node].kind == .object && hasTurns(node)
        }
    }

    private func hasTurns(_ node: Int) -> Bool {
        if outline.text(outline.member("input", of: node)) != nil { return true }
        if outline.member("prompt", of: node) != nil, outline.member("images", of: node) != nil {
            return true
        }
        return Self.turnLists
            .contains { name in
                outline.member(name, of: node).map { outline.nodes[$0].kind == .array } ?? false
            }
            || outline.member("contents", of: node).map { outline.nodes[$0].kind == .object }
                ?? false
    }

    private func isListOfTurns(_ node: Int) -> Bool {
        guard outline.nodes[node].kind == .array else { return false }
        return outline.children(of: node).contains { outline.isTurn($0) }
    }

    private mutating func request(
        at node: Int,
        _ envelope: Envelope
    ) throws(JSONSyntaxError) -> Request {
        let start = images.count
        let emptyStart = emptyParts.count
        lastUserTurn = nil
        misfits = nil
        switch envelope.holds {
        case .turns: try readTurns(of: node)
        case .request:
            try readRequest(node)
            takeDetail(of: node, from: start)
        }
        let range = outline.range(ofValue: node)
        let found = images[start...].map(\.image) + stillEmpty(from: emptyStart).map(\.image)
        return Request(
            label: envelope.isOfMany ? location(of: node) : nil,
            range: range,
            byteCount: range.count,
            model: model(around: node),
            images: found.inOrder,
            lastTurnImageCount: lastUserTurn.map { turn in
                images[start...].count { (turn..<Int(outline.nodes[turn].end)).contains($0.node) }
            },
            misfits: misfits
        )
    }

    /// The parts without an image that hold none that no dialect knows either.
    func stillEmpty(from start: Int) -> [EmptyPart] {
        emptyParts[start...]
            .filter { part in
                !(part.node..<Int(outline.nodes[part.node].end)).contains { unclaimed($0) != nil }
            }
    }

    /// The model that is named at a node, or else around it.
    private func model(around node: Int) -> String? {
        let wrapped: [JSONPath] = node == 0 ? ["body.model", "params.model"] : []
        var place = node
        while place >= 0 {
            for name in wrapped + ["model", "modelId"] {
                let found = outline.value(at: name, from: place)
                if let model = outline.string(found) { return model }
            }
            place = Int(outline.nodes[place].parent)
        }
        return nil
    }
}

extension JSONOutline {
    /// Whether an object is a turn: it says who speaks, and what, or what a tool answered.
    func isTurn(_ node: Int) -> Bool {
        guard nodes[node].kind == .object else { return false }
        if string("type", of: node)?.hasSuffix("_output") == true {
            return member("output", of: node) != nil
        }
        let isSpoken =
            string("role", of: node) != nil || string(value(at: "info.role", from: node)) != nil
        guard !isSpoken else {
            return member("content", of: node) != nil || member("parts", of: node) != nil
        }
        return Dialect.allSavedTurns.contains { value(at: $0, from: node) != nil }
            && savedRole(ofTurn: node) != nil
    }

    /// Whether an object is what a tool answers: parts of a tool's kinds, and nothing that says who
    /// speaks.
    func isAnswer(_ node: Int) -> Bool {
        guard nodes[node].kind == .object, let content = member("content", of: node),
            nodes[content].kind == .array
        else { return false }
        let kinds = children(of: content).map { string("type", of: $0) }
        return !kinds.isEmpty
            && kinds.allSatisfy { kind in kind.map(SessionRecord.answerKinds.contains) ?? false }
    }

    /// What an image that no dialect claims stands in.
    func place(of node: Int) -> UnclaimedImage.Place {
        if case .member(let name) = nodes[node].key {
            let texts = ["text", "content", "input", "instructions", "system", "prompt", "output"]
            if texts.contains(name.quoted(in: bytes)) { return .text }
        }
        var place = Int(nodes[node].parent)
        while place >= 0 {
            if member("type", of: place) != nil { return .part }
            place = Int(nodes[place].parent)
        }
        return .string
    }
}

extension DocumentReader.Document {
    /// Gives images that no dialect claims to the request, or the turn, around them.
    fileprivate mutating func add(_ images: [DocumentReader.FoundImage]) {
        for found in images {
            let offset = found.image.partRange.lowerBound
            if turn != nil {
                turn?.images.append(found.image)
            } else {
                let index = requests.firstIndex { $0.range.contains(offset) } ?? 0
                requests[index].images.append(found.image)
            }
        }
    }
}
