// JSON that stands in a string of the JSON around it.
extension DocumentReader {
    /// The path of the value at `node` from the outermost document.
    func location(of node: Int) -> String {
        let path = outline.path(of: node)
        guard !prefix.isEmpty, !path.isEmpty else { return prefix + path }
        return path.hasPrefix("[") ? prefix + path : "\(prefix).\(path)"
    }

    /// The requests of a document that is the string at a node; nil where it is none.
    ///
    /// A turn by itself counts as a request, and so does what no dialect knows if there is an image.
    mutating func readString(
        _ node: Int,
        isOneOfMany: Bool = false
    ) throws(JSONSyntaxError) -> [Request]? {
        guard let (map, inner) = document(inStringAt: node), let text = outline.text(node) else {
            return nil
        }
        var reader = reader(of: inner, at: node)
        let document = try reader.read()
        var requests = document.requests
        if requests.isEmpty, let turn = document.turn, turn.isSent {
            requests = [
                Request(range: turn.range, byteCount: turn.range.count, images: turn.images)
            ]
        }
        guard !requests.isEmpty else { return nil }
        claim(node)
        return requests.map { request in
            var request = request
            request.range = text.range
            request.images = request.images.map { $0.moved(into: map) }
            if isOneOfMany, request.label == nil { request.label = location(of: node) }
            return request
        }
    }

    /// Reads the conversations in strings that no envelope leads to.
    ///
    /// - Parameters:
    ///   - leftOver: The images that no dialect claims; those in a string that is a conversation are
    ///     taken out. A text that a model reads is none.
    ///   - document: Takes the requests.
    /// - Throws: `JSONSyntaxError` where such a string is no JSON after all.
    mutating func readStrings(
        among leftOver: inout [FoundImage],
        into document: inout Document
    ) throws(JSONSyntaxError) {
        var others: [FoundImage] = []
        for found in leftOver {
            if case .unclaimed(let image) = found.image.content, image.place != .text,
                let requests = try readString(found.node, isOneOfMany: true),
                requests.contains(where: \.hasMessages)
            {
                document.requests += requests
            } else {
                others.append(found)
            }
        }
        leftOver = others
    }

    /// Reads the parts of a turn that stand in a string as JSON, as libraries write what a tool
    /// answers; a text that holds none stays one.
    mutating func readPartsInString(_ node: Int, place: Place) throws(JSONSyntaxError) {
        guard let (map, inner) = document(inStringAt: node) else { return }
        var reader = reader(of: inner, at: node)
        switch inner.nodes[0].kind {
        case .array: for part in inner.children(of: 0) { try reader.readPart(part, place: place) }
        default:
            let answer = Dialect.partWays.first { inner.isAnswer(0) && $0.path == "content[]" }
            if let answer {
                try reader.readParts(answer, from: 0, place: place)
            } else {
                try reader.readPart(0, place: place, isLone: true)
            }
        }
        // The parts of a sent dialect in a user's text are a mistake, and no image is seen there.
        let isUnpacked =
            place.role == "tool"
            || reader.images.allSatisfy {
                $0.image.dialect?.isSent == false
            }
        guard !reader.images.isEmpty, isUnpacked else { return }
        claim(node)
        let found = reader.images + reader.unclaimedImages()
        for image in found.map(\.image).inOrder {
            var image = image.moved(into: map)
            image.isInText = true
            try append(image, at: node)
        }
    }

    /// A reader of a document that is the string at a node.
    private func reader(of inner: JSONOutline, at node: Int) -> DocumentReader {
        DocumentReader(
            inner,
            prefix: location(of: node),
            imageCountAtMost: imageCountAtMost - images.count
        )
    }

    /// The object or array that is the string at a node, and where its characters stand.
    private func document(inStringAt node: Int) -> (map: JSONEscapeMap, outline: JSONOutline)? {
        guard let text = outline.text(node), opensContainer(text) else { return nil }
        let map = JSONEscapeMap(text, in: outline.bytes)
        var scanner = JSONScanner(map.unescaped)
        scanner.skipWhiteSpace()
        guard let inner = try? JSONOutline(wholeText: &scanner) else { return nil }
        return (map, inner)
    }

    /// Whether a string begins as an object or an array.
    private func opensContainer(_ text: JSONText) -> Bool {
        let end = min(text.range.upperBound, text.range.lowerBound + 64)
        let head = JSONText.unescaped(outline.bytes[text.range.lowerBound..<end])
        let first = head.first { !JSONText.whiteSpace.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}

extension [BodyImage] {
    /// The images in the order in which they stand in the body.
    var inOrder: [BodyImage] { sorted { $0.partRange.lowerBound < $1.partRange.lowerBound } }
}
