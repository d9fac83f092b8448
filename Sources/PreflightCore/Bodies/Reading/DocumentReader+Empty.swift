// Parts that should be an image and hold none.
extension DocumentReader {
    /// Remembers a part that should be an image.
    mutating func noteEmpty(_ part: Int, type: String?, place: Place, isLone: Bool) {
        let way = place.parts
        let spellings = Dialect.spellings(ofType: type)
        // A dialect that takes the part without a list has a way of its own, which comes later.
        let isReadLater =
            isLone
            && spellings.contains { spelling in
                way.loneOwners.contains(spelling.dialectIndex)
                    && ImagePartReader(outline: outline, part: part, candidate: spelling)
                        .reading() != nil
            }
        guard !isReadLater,
            let (spelling, fault) = nearest(
                to: part,
                among: type == nil
                    ? untyped(spellings, of: part, place: place, isLone: isLone)
                    : spellings.filter { !$0.image.isAnyFile && $0.image.canBeText }
            )
        else { return }
        var image = image(part, spelling, place)
        let start = image.partRange.lowerBound
        let isAlone =
            isLone
            || !way.isList && way.firstName != nil && !way.owners.contains(spelling.dialectIndex)
        image.content = .missing(
            isAlone ? .lonePart(offset: start) : .noImage(offset: start, fault)
        )
        appendEmpty(image, at: part)
    }

    /// Remembers what is no object or list where parts of a turn, or a list of them, should stand.
    ///
    /// - Parameters:
    ///   - node: What stands there.
    ///   - place: Where in the conversation it stands.
    ///   - expected: What should stand there, as a noun phrase.
    mutating func noteMistyped(_ node: Int, place: Place, wanting expected: String) {
        // What a library makes a request of may have strings among its parts.
        guard place.turn.isSent, place.nest.map({ Dialect.allNests[$0].type != nil }) ?? true
        else { return }
        // A list of images may hold their strings.
        let takesStrings = Dialect.spellings(ofType: nil)
            .contains { spelling in
                spelling.image.path.steps.isEmpty
                    && place.parts.owners.contains(spelling.dialectIndex)
            }
        guard !takesStrings || outline.text(node) == nil else { return }
        let isElement = if case .element = outline.nodes[node].key { true } else { false }
        let misfit = PartFault(
            path: location(of: node),
            found: outline.summary(of: node),
            expected: takesStrings ? isElement ? "base64" : "an array of base64" : expected
        )
        append(misfit, at: node)
    }

    /// The spellings without a type that a part was begun in: it has the object around their string.
    ///
    /// A part that says that it is another file is none.
    private func untyped(
        _ spellings: [Dialect.Spelling],
        of part: Int,
        place: Place,
        isLone: Bool
    ) -> [Dialect.Spelling] {
        let begun = spellings.filter { spelling in
            guard spelling.image.type == nil, spelling.isTaken(at: place.parts, isLone: isLone)
            else { return false }
            let reader = ImagePartReader(outline: outline, part: part, candidate: spelling)
            return reader.isBegun && !reader.saysItIsAnotherFile
        }
        return begun.contains { $0.image.holds != .identifier } ? begun : []
    }

    /// The spelling that a part without an image comes nearest to, and what is missing of it.
    private func nearest(
        to part: Int,
        among spellings: [Dialect.Spelling]
    ) -> (spelling: Dialect.Spelling, fault: PartFault?)? {
        var best: (spelling: Dialect.Spelling, fit: ImagePartReader.Fit)?
        for spelling in spellings {
            let reader = ImagePartReader(outline: outline, part: part, candidate: spelling)
            guard let fit = reader.fit, fit.score > best?.fit.score ?? -1 else { continue }
            best = (spelling, fit)
        }
        return best.map { ($0.spelling, fault(by: $0.fit)) }
    }

    private func fault(by fit: ImagePartReader.Fit) -> PartFault {
        let place = location(of: fit.node)
        guard let name = fit.missing else {
            return PartFault(
                path: place,
                found: outline.summary(of: fit.node),
                expected: fit.expected
            )
        }
        return PartFault(
            path: place.isEmpty ? name : "\(place).\(name)",
            found: nil,
            expected: fit.expected
        )
    }
}

extension ImagePartReader {
    /// How far a part without an image is spelled as this one, and where it is not.
    struct Fit {
        /// More for a spelling that goes on for longer.
        var score: Int
        /// The value that is wrong, or that lacks a member.
        var node: Int
        /// The member that it lacks; nil where it is wrong itself.
        var missing: String?
        /// What should be there, as a noun phrase.
        var expected: String
    }

    /// How far the part is spelled so; nil where nothing is wrong with it.
    var fit: Fit? {
        let image = candidate.image
        let broken = image.conditions.first { path, value in
            outline.string(outline.value(at: path, from: part)) != value
        }
        let names = image.path.steps.compactMap { step in
            if case .member(let name) = step { name } else { nil }
        }
        // Where nothing is there yet, only a condition that holds tells spellings apart.
        let hasMet = broken == nil && !image.conditions.isEmpty
        let score = { (depth: Int) in
            depth * 2 + (hasMet || depth > 0 && broken == nil ? 1 : 0)
        }
        var place = part
        for (depth, name) in names.enumerated() {
            guard outline.nodes[place].kind == .object else {
                return Fit(score: score(depth), node: place, expected: "an object with “\(name)”")
            }
            guard let next = outline.member(name, of: place) else {
                let after = names.dropFirst(depth + 1).first
                return Fit(
                    score: score(depth),
                    node: place,
                    missing: name,
                    expected: after.map { "an object with “\($0)”" } ?? image.holds.phrase
                )
            }
            place = next
        }
        guard outline.text(place) != nil else {
            return Fit(
                score: score(names.count),
                node: place,
                expected: image.holds.phrase
            )
        }
        return broken.flatMap { fit(breaking: $0.key, $0.value, depth: names.count) }
    }

    private func fit(breaking path: JSONPath, _ value: String, depth: Int) -> Fit? {
        let expected = "“\(value)”"
        if let node = outline.value(at: path, from: part) {
            return Fit(score: depth * 2, node: node, expected: expected)
        }
        guard case .member(let name)? = path.steps.last,
            let holder = outline.value(at: JSONPath(path.steps.dropLast()), from: part)
        else { return nil }
        return Fit(score: depth * 2, node: holder, missing: name, expected: expected)
    }

    /// Whether the object is there that the string would stand in, or in a list of images anything.
    var isBegun: Bool {
        let way = candidate.image.mediaTypeHolder ?? JSONPath(candidate.image.path.steps.dropLast())
        return !way.steps.isEmpty || candidate.image.path.steps.isEmpty
            ? outline.value(at: way, from: part) != nil : false
    }

    /// Whether a media type says that the part is no image.
    var saysItIsAnotherFile: Bool {
        let declared = memberMediaTypes.map { $0.lowercased() }.filter { !$0.isEmpty }
        return candidate.image.isAnyFile && !declared.isEmpty
            && !declared.contains { $0.hasPrefix("image") }
    }
}
