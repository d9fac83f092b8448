/// Finds the requests of a body and their images in one pass over its bytes.
struct BodyReader {
    /// The requests in the body's order.
    private(set) var requests: [BodyRequest] = []

    /// The images of all requests.
    private(set) var images: [BodyImage] = []

    /// The lines that are not JSON, where others are.
    private(set) var tornLines: [TornLine] = []

    private let bytes: [UInt8]

    /// The most requests, and the most images, that are read.
    private let countAtMost: Int

    /// Images that were met so far.
    private var metImageCount = 0

    /// Creates a reader of a whole body with at most `countAtMost` requests and as many images.
    init(_ bytes: [UInt8], countAtMost: Int) {
        self.bytes = bytes
        self.countAtMost = countAtMost
    }
}

extension BodyReader {
    /// Reads the body.
    mutating func read() throws(JSONSyntaxError) {
        switch try BodyLayout(of: bytes) {
        case .document(let outline): try readDocument(outline)
        case .lines: try readLines()
        }
    }

    private mutating func readDocument(_ outline: JSONOutline) throws(JSONSyntaxError) {
        let document = try document(outline)
        if let turn = document.turn {
            try append(turn.asRequest, line: nil)
        } else if document.requests.isEmpty {
            try append(Self.nothing(in: outline, document), line: nil)
        } else {
            for request in document.requests { try append(request, line: nil) }
        }
    }

    private mutating func readLines() throws(JSONSyntaxError) {
        var lines: [(number: Int, range: Range<Int>, document: DocumentReader.Document)] = []
        for line in BodyLines(bytes) {
            do throws(JSONSyntaxError) {
                var scanner = JSONScanner(bytes, in: line.range)
                let outline = try JSONOutline(wholeLine: &scanner)
                lines.append((line.number, outline.nodes[0].range, try document(outline)))
            } catch  where error.isOfCount {
                throw error
            } catch {
                tornLines.append(TornLine(line, error, in: bytes))
            }
            guard lines.count <= countAtMost else { throw tooMany("requests", at: line.range) }
        }
        let isSession =
            lines.contains { $0.document.turn != nil }
            && !lines.contains { $0.document.requests.contains(where: \.hasMessages) }
        guard !isSession else { return try join(lines) }
        let isOne = lines.count == 1 && tornLines.isEmpty
        for line in lines {
            let found = line.document.requests
            let turn = line.document.turn.flatMap { $0.images.isEmpty ? nil : $0.asRequest }
            let none = turn ?? Self.nothing(at: line.range, line.document)
            for request in found.isEmpty ? [none] : found {
                try append(request, line: isOne ? nil : line.number)
            }
        }
    }

    /// Puts the turns of a session together.
    private mutating func join(
        _ lines: [(number: Int, range: Range<Int>, document: DocumentReader.Document)]
    ) throws(JSONSyntaxError) {
        var conversations = Conversations()
        for line in lines {
            let named = { (images: [BodyImage]) in images.map { $0.named(line: line.number) } }
            if var turn = line.document.turn {
                turn.images = named(turn.images)
                conversations.add(turn, line: line.number)
            }
            for request in line.document.requests {
                conversations.add(
                    unclaimed: named(request.images),
                    line: line.number,
                    range: request.range
                )
            }
        }
        let isOne = conversations.all.count == 1
        for conversation in conversations.all {
            let request = conversation.asRequest
            try append(request, line: isOne ? nil : conversation.line, isNamed: true)
        }
    }
}

// MARK: - Requests

extension BodyReader {
    private func document(
        _ outline: JSONOutline
    ) throws(JSONSyntaxError) -> DocumentReader.Document {
        var reader = DocumentReader(outline, imageCountAtMost: countAtMost - metImageCount)
        return try reader.read()
    }

    private mutating func append(
        _ request: DocumentReader.Request,
        line: Int?,
        isNamed: Bool = false
    ) throws(JSONSyntaxError) {
        guard requests.count < countAtMost else { throw tooMany("requests", at: request.range) }
        guard images.count + request.images.count <= countAtMost else {
            throw tooMany("images", at: request.range)
        }
        let firstImageIndex = images.count
        images += request.images.map { image in
            guard let line, !isNamed else { return image }
            return image.named(line: line)
        }
        metImageCount = images.count
        requests.append(
            BodyRequest(
                line: line,
                label: request.label,
                range: request.range,
                byteCount: request.byteCount,
                model: request.model,
                hasMessages: request.hasMessages,
                fault: request.fault,
                imageIndices: firstImageIndex..<images.count,
                lastTurnImageCount: request.lastTurnImageCount,
                misfits: request.misfits
            )
        )
    }

    /// The request of a document that holds none.
    private static func nothing(
        in outline: JSONOutline,
        _ document: DocumentReader.Document
    ) -> DocumentReader.Request {
        nothing(at: outline.range(ofValue: 0), document)
    }

    private static func nothing(
        at range: Range<Int>,
        _ document: DocumentReader.Document
    ) -> DocumentReader.Request {
        DocumentReader.Request(
            range: range,
            byteCount: range.count,
            model: document.model,
            hasMessages: false,
            fault: document.fault,
            images: []
        )
    }

    private func tooMany(_ what: String, at range: Range<Int>) -> JSONSyntaxError {
        JSONSyntaxError(
            offset: range.lowerBound,
            reason: "there are more than \(countAtMost.grouped) \(what)",
            isOfCount: true
        )
    }
}

// MARK: - Turns as requests

extension DocumentReader.Turn {
    /// The request of this turn alone.
    fileprivate var asRequest: DocumentReader.Request {
        var conversations = Conversations()
        conversations.add(self, line: 1)
        return conversations.all.first?.asRequest
            ?? DocumentReader.Request(
                range: range,
                byteCount: range.count,
                hasMessages: false,
                images: images
            )
    }
}

extension Conversations.Conversation {
    /// What stands around messages, separated by commas, that are sent.
    private static let emptyRequest = #"{"messages":[]}"#

    /// The request that sends the conversation.
    fileprivate var asRequest: DocumentReader.Request {
        DocumentReader.Request(
            range: range,
            byteCount: byteCount + Self.emptyRequest.utf8.count - 1,
            images: images,
            lastTurnImageCount: lastTurnImageCount
        )
    }
}

extension BodyImage {
    /// The image with its line before its path.
    fileprivate func named(line: Int) -> BodyImage {
        var image = self
        image.location = "line \(line): \(location)"
        return image
    }
}
