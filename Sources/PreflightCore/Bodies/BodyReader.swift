/// Finds the requests of a body and their images in one pass over its bytes.
struct BodyReader {
    /// The requests in the body's order.
    private(set) var requests: [BodyRequest] = []

    /// The images of all requests.
    private(set) var images: [BodyImage] = []

    /// Where the reader is in the text.
    var scanner: JSONScanner

    /// The way from the request to where the reader is.
    var path = BodyPath()

    /// Images that were met, those that a repeated name hides included.
    var metImageCount = 0

    /// The messages that the requests would be as lines of a transcript, in their order.
    private var recorded: [BodyMessage?] = []

    /// The line, from 1, on which the last request ended.
    private var endLine = 0

    /// The most requests, and the most images, that are read.
    private let countAtMost: Int

    /// Creates a reader of a whole body with at most `countAtMost` requests and as many images.
    init(_ bytes: [UInt8], countAtMost: Int) {
        scanner = JSONScanner(bytes)
        self.countAtMost = countAtMost
    }
}

extension BodyReader {
    /// Reads the body.
    mutating func read() throws(JSONSyntaxError) {
        guard !scanner.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
            throw JSONSyntaxError(
                offset: 0,
                reason: "expected an object (“{”), found a byte order mark"
            )
        }
        try readRequest()
        while scanner.next != nil {
            guard requests.last?.line == endLine, endLine < line else {
                throw scanner.error("the end of the body")
            }
            try readRequest()
        }
        if requests.count > 1 { nameLines() } else { requests[0].line = nil }
        joinTranscript()
    }

    private var line: Int { scanner.lineFeedCount + 1 }

    /// Reads a request and the white space around it.
    private mutating func readRequest() throws(JSONSyntaxError) {
        scanner.skipWhiteSpace()
        guard scanner.next == UInt8(ascii: "{") else { throw scanner.error("an object (“{”)") }
        try checkCount(requests.count, of: "requests")
        let start = scanner.offset
        let startLine = line
        let conversation = try conversation(isWrapped: false)
        endLine = line
        guard requests.isEmpty || startLine == endLine else {
            throw JSONSyntaxError(offset: start, reason: "expected a whole object on each line")
        }
        let range = start..<scanner.offset
        append(conversation, range: range, line: startLine)
        scanner.skipWhiteSpace()
    }

    private mutating func append(_ conversation: BodyConversation, range: Range<Int>, line: Int) {
        let firstImageIndex = images.count
        let message = conversation.hasMessages ? nil : conversation.recorded
        recorded.append(message)
        images += message?.images ?? conversation.allImages
        requests.append(
            BodyRequest(
                line: line,
                range: range,
                byteCount: range.count,
                model: conversation.innerModel,
                hasMessages: conversation.hasMessages,
                imageIndices: firstImageIndex..<images.count
            )
        )
    }

    /// Puts the line before the path of every image.
    private mutating func nameLines() {
        for request in requests {
            guard let line = request.line else { continue }
            for index in request.imageIndices {
                images[index].location = "line \(line): \(images[index].location)"
            }
        }
    }

    /// Makes one request of a transcript: of lines that are messages or hold one, and of none that
    /// is a request.
    private mutating func joinTranscript() {
        let messages = recorded.compactMap(\.self)
        guard !messages.isEmpty, !requests.contains(where: \.hasMessages) else { return }
        let end = requests.last?.range.upperBound ?? 0
        requests = [
            BodyRequest(
                line: nil,
                range: requests[0].range.lowerBound..<end,
                byteCount: messages.reduce(Self.emptyRequest.utf8.count - 1) {
                    $0 + $1.range.count + 1
                },
                model: nil,
                hasMessages: true,
                imageIndices: images.indices
            )
        ]
    }

    /// What stands around messages, separated by commas, that are sent.
    private static let emptyRequest = #"{"messages":[]}"#

    /// Makes sure that there can be one more of what there are `count` already.
    func checkCount(_ count: Int, of what: String) throws(JSONSyntaxError) {
        guard count < countAtMost else {
            throw JSONSyntaxError(
                offset: scanner.offset,
                reason: "expected at most \(countAtMost.grouped) \(what), found more"
            )
        }
    }
}
