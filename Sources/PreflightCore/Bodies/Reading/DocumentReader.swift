/// Finds the conversations of one JSON value, and their images.
struct DocumentReader {
    /// The value.
    let outline: JSONOutline

    /// The path of the string that the document is, in another; empty where it is none.
    let prefix: String

    /// The most images that are read.
    let imageCountAtMost: Int

    /// Whether a dialect knows what the string of this index is, or that it is not sent.
    private var isClaimed: [Bool]

    /// Parts of an image's type that hold none as far as a dialect knows.
    private(set) var emptyParts: [EmptyPart] = []

    /// What stood in the request at hand where parts should; nil for nothing.
    var misfits: PartMisfits?

    /// The images that were found so far.
    var images: [FoundImage] = []

    /// Parts that were read; two dialects may lead to one.
    private var readParts: Set<Int> = []

    /// The list of images that was met last, and where the text beside it ends.
    var metList: (node: Int, textEnd: Int?)?

    /// The user's turn that was read last in the request at hand; nil where none was.
    var lastUserTurn: Int?

    /// An image and the node of its part.
    struct FoundImage {
        var node: Int
        var image: BodyImage
    }

    /// A part of an image's type without an image.
    struct EmptyPart {
        var node: Int
        var image: BodyImage
    }

    /// Where in a conversation a part stands.
    struct Place {
        /// The way to the turn, and from the turn to the part.
        var turn: Dialect.TurnWay
        var parts: Dialect.PartWay
        /// The place in ``Dialect/allNests`` of the part around it; nil where that is the turn.
        var nest: Int?
        /// In whose name the turn speaks.
        var role: String?
    }

    /// Creates a reader of a value.
    init(_ outline: JSONOutline, prefix: String = "", imageCountAtMost: Int) {
        self.outline = outline
        self.prefix = prefix
        self.imageCountAtMost = imageCountAtMost
        isClaimed = Array(repeating: false, count: outline.nodes.count)
    }

    /// Whether something is known of the string at `index`.
    func claims(_ index: Int) -> Bool { isClaimed[index] }

    /// Whether a way led to the part at `index`.
    func isRead(_ index: Int) -> Bool { readParts.contains(index) }

    /// Takes everything inside the value at `index` for known.
    mutating func claim(_ index: Int) {
        for node in index..<Int(outline.nodes[index].end) { isClaimed[node] = true }
    }
}

// MARK: - Turns

extension DocumentReader {
    /// Reads the turns of a request, and what stands beside them.
    mutating func readRequest(_ request: Int) throws(JSONSyntaxError) {
        for way in Dialect.turnWays {
            for turn in outline.values(at: way.path, from: request) {
                try readTurn(turn, on: way)
            }
        }
        for (way, role) in Dialect.allAsides {
            let place = Place(turn: Dialect.requestWay, parts: way, role: role)
            try readParts(way, from: request, place: place)
        }
    }

    /// Reads the turns that an array holds.
    mutating func readTurns(of array: Int) throws(JSONSyntaxError) {
        for turn in outline.children(of: array) { try readTurn(turn, on: Dialect.savedWay) }
    }

    /// Reads one turn.
    mutating func readTurn(_ turn: Int, on turnWay: Dialect.TurnWay) throws(JSONSyntaxError) {
        guard outline.nodes[turn].kind == .object else { return }
        let role = outline.role(ofTurn: turn)
        if outline.isUsers(turn, role: role) { lastUserTurn = max(turn, lastUserTurn ?? turn) }
        for way in Dialect.partWays {
            if let name = way.firstName, outline.member(name, of: turn) == nil { continue }
            let place = Place(turn: turnWay, parts: way, role: role)
            try readParts(way, from: turn, place: place)
        }
    }

    mutating func readParts(
        _ way: Dialect.PartWay,
        from start: Int,
        place: Place
    ) throws(JSONSyntaxError) {
        guard let list = outline.value(at: way.container, from: start) else { return }
        guard way.isList else {
            try readPart(list, place: place)
            return
        }
        switch outline.nodes[list].kind {
        case .array:
            for part in outline.children(of: list) { try readPart(part, place: place) }
        case .object: try readPart(list, place: place, isLone: true)
        case .string: try readPartsInString(list, place: place)
        case .number, .yes, .no:
            noteMistyped(list, place: place, wanting: "a text or an array of parts")
        case .null: break
        }
    }
}

// MARK: - Parts

extension DocumentReader {
    /// Reads one part: an image, or what holds others.
    mutating func readPart(
        _ part: Int,
        place: Place,
        isLone: Bool = false
    ) throws(JSONSyntaxError) {
        guard !readParts.contains(part) else { return }
        let typeIndex = outline.member("type", of: part)
        let type = outline.string(typeIndex)
        for candidate in Dialect.spellings(ofType: type) {
            guard candidate.isTaken(at: place.parts, isLone: isLone) else { continue }
            let reader = ImagePartReader(outline: outline, part: part, candidate: candidate)
            guard let reading = reader.reading() else { continue }
            let isUntyped = type == nil && candidate.image.type != nil
            if isUntyped, !hasOnlyMembers(part, of: candidate.image) { return }
            var image = image(part, candidate, place)
            image.content =
                isUntyped
                ? .missing(.noType(offset: image.partRange.lowerBound))
                : isLone
                    ? .missing(.lonePart(offset: image.partRange.lowerBound)) : reading.content
            try append(image, at: part)
            for index in reading.claimed { isClaimed[index] = true }
            return
        }
        if try readNested(part, type: type, place: place) { return }
        if outline.nodes[part].kind != .object, place.parts.isList, !isLone {
            noteMistyped(part, place: place, wanting: "an object")
            return
        }
        noteEmpty(part, type: type, place: place, isLone: isLone)
    }

    /// Adds an image.
    mutating func append(_ image: BodyImage, at part: Int) throws(JSONSyntaxError) {
        guard images.count + emptyParts.count < imageCountAtMost else {
            throw JSONSyntaxError(
                offset: outline.nodes[part].range.lowerBound,
                reason: "there are more than \(imageCountAtMost.grouped) images"
            )
        }
        readParts.insert(part)
        images.append(FoundImage(node: part, image: image))
    }

    /// Reads the parts inside a part; false where it holds none.
    private mutating func readNested(
        _ part: Int,
        type: String?,
        place: Place
    ) throws(JSONSyntaxError) -> Bool {
        var isNest = false
        for (index, nest) in Dialect.allNests.enumerated()
        where nest.type == nil || nest.type == type {
            guard outline.value(at: nest.way.container, from: part) != nil else { continue }
            isNest = true
            var place = place
            place.nest = index
            try readParts(nest.way, from: part, place: place)
        }
        return isNest
    }

    /// Adds what is no part.
    mutating func append(_ misfit: PartFault, at node: Int) {
        guard readParts.insert(node).inserted else { return }
        misfits = PartMisfits(first: misfits?.first ?? misfit, count: (misfits?.count ?? 0) + 1)
    }

    /// Adds a part that should be an image and holds none.
    mutating func appendEmpty(_ image: BodyImage, at part: Int) {
        readParts.insert(part)
        emptyParts.append(EmptyPart(node: part, image: image))
    }

    /// An image of which nothing is known but where it is and how it is spelled.
    mutating func image(
        _ part: Int,
        _ candidate: Dialect.Spelling,
        _ place: Place
    ) -> BodyImage {
        let detail = candidate.image.detail.flatMap { outline.value(at: $0, from: part) }
        return BodyImage(
            location: location(of: part),
            dialectIndex: candidate.dialectIndex,
            spellingIndex: candidate.imageIndex,
            nestIndex: place.nest,
            role: place.role,
            detail: outline.string(detail)
                ?? outline.detail(
                    of: part,
                    at: Dialect.all[candidate.dialectIndex].partDetails
                ),
            isSaved: place.turn.isSaved,
            isForeign: place.turn.foreign.contains(candidate.dialectIndex),
            partRange: outline.range(ofValue: part),
            formats: candidate.image.formats,
            canBeText: candidate.image.canBeText
                && place.nest.map { Dialect.allNests[$0].takesText } ?? true,
            listing: candidate.image.path.steps.isEmpty ? listing(of: part) : nil,
            content: .missing(.noImage(offset: outline.nodes[part].range.lowerBound))
        )
    }

    /// Whether the part has no member but those that go with this spelling.
    private func hasOnlyMembers(_ part: Int, of spelling: Dialect.ImagePart) -> Bool {
        guard outline.nodes[part].kind == .object else { return false }
        var known: Set<String> = ["type", "detail", "cache_control", "id", "name", "text"]
        known.formUnion(spelling.mediaTypes)
        if case .member(let name)? = spelling.path.steps.first { known.insert(name) }
        return outline.children(of: part)
            .allSatisfy { child in
                guard case .member(let name) = outline.nodes[child].key else { return false }
                return known.contains(name.quoted(in: outline.bytes))
            }
    }
}

extension JSONOutline {
    /// In whose name a turn speaks; nil where it does not say.
    func role(ofTurn turn: Int) -> String? {
        if let role = string("role", of: turn) { return role }
        if let role = string(value(at: "info.role", from: turn)) { return role }
        if string("type", of: turn)?.hasSuffix("_output") ?? false { return "tool" }
        return savedRole(ofTurn: turn)
    }

    /// Whether the user speaks in a turn: where nobody is named, and no kind of record, it is.
    func isUsers(_ turn: Int, role: String?) -> Bool {
        role.map { $0.lowercased() == "user" } ?? (member("type", of: turn) == nil)
    }

    /// In whose name a turn speaks that says so by another name than `role`.
    func savedRole(ofTurn turn: Int) -> String? {
        for speaker in Dialect.allSpeakers {
            guard var name = value(at: speaker.path, from: turn) else { continue }
            if nodes[name].kind == .array {
                guard let last = Array(children(of: name)).last else { continue }
                name = last
            }
            if let role = string(name).flatMap({ speaker.roles[$0] }) { return role }
        }
        return nil
    }
}
