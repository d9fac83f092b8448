import CodecProtocol

/// What holds of every message, whatever its bytes: it is refused, or is written as it was read.
enum MessagePromises {
    static func brokenByRequest(_ bytes: [UInt8]) -> String? {
        guard let message = message(in: bytes), let request = try? CodecRequest(message) else {
            return nil
        }
        return request.message == message ? nil : "a request that is written otherwise"
    }

    static func brokenByAnswer(_ bytes: [UInt8]) -> String? {
        guard let message = message(in: bytes) else { return nil }
        if let greeting = try? WorkerGreeting(message) {
            return greeting.message == message ? nil : "a greeting that is written otherwise"
        }
        guard let answer = try? CodecAnswer(message) else { return nil }
        return answer.message == message ? nil : "an answer that is written otherwise"
    }

    /// What a channel makes of the bytes.
    private static func message(in bytes: [UInt8]) -> CodecMessage? {
        let beginning = Array(bytes.prefix(FrameHeader.byteCount))
        guard let header = try? FrameHeader(beginning) else { return nil }
        let rest = bytes.dropFirst(FrameHeader.byteCount)
        guard header.headByteCount <= rest.count else { return nil }
        let bulk = rest.dropFirst(header.headByteCount)
        guard header.bulkByteCount <= bulk.count else { return nil }
        return CodecMessage(
            kind: header.kind,
            head: Array(rest.prefix(header.headByteCount)),
            bulk: Array(bulk.prefix(header.bulkByteCount))
        )
    }
}
