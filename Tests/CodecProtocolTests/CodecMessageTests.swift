import CodecProtocol
import PreflightCore
import Testing

/// Messages come back as they went, and whatever else comes is refused or is another message.
struct CodecMessageTests {
    @Test(arguments: Samples.requests)
    func `a request comes back as it went`(_ request: CodecRequest) throws {
        #expect(try CodecRequest(request.message) == request)
    }

    @Test(arguments: Samples.answers)
    func `an answer comes back as it went`(_ answer: CodecAnswer) throws {
        #expect(try CodecAnswer(answer.message) == answer)
    }

    @Test func `a greeting comes back as it went`() throws {
        #expect(try WorkerGreeting(Samples.greeting.message) == Samples.greeting)
    }

    @Test(arguments: Samples.requests)
    func `a request that is cut short is refused at every length`(_ request: CodecRequest) {
        for length in request.message.head.indices {
            var message = request.message
            message.head = Array(message.head.prefix(length))
            #expect(throws: ProtocolError.self) { try CodecRequest(message) }
        }
    }

    @Test(arguments: Samples.answers)
    func `an answer that is cut short is refused at every length`(_ answer: CodecAnswer) {
        for length in answer.message.head.indices {
            var message = answer.message
            message.head = Array(message.head.prefix(length))
            #expect(throws: ProtocolError.self) { try CodecAnswer(message) }
        }
    }

    @Test(arguments: Samples.answers)
    func `bytes behind an answer are refused`(_ answer: CodecAnswer) {
        var message = answer.message
        message.head.append(0)
        #expect(throws: ProtocolError.overlong) { try CodecAnswer(message) }
    }

    @Test(arguments: Samples.requests)
    func `a flipped byte of a request is refused or another request`(_ request: CodecRequest) {
        for index in request.message.head.indices {
            for bit in 0..<8 {
                var message = request.message
                message.head[index] ^= 1 << bit
                #expect((try? CodecRequest(message)) != request)
            }
        }
    }

    @Test(arguments: Samples.answers)
    func `a flipped byte of an answer is refused or another answer`(_ answer: CodecAnswer) {
        for index in answer.message.head.indices {
            for bit in 0..<8 {
                var message = answer.message
                message.head[index] ^= 1 << bit
                #expect((try? CodecAnswer(message)) != answer)
            }
        }
    }

    @Test(arguments: MessageKind.allCases)
    func `a message is a request, an answer or a greeting, and never two`(_ kind: MessageKind) {
        let heads =
            Samples.requests.map(\.message) + Samples.answers.map(\.message)
            + [Samples.greeting.message]
        for message in heads {
            let relabelled = CodecMessage(kind: kind, head: message.head, bulk: message.bulk)
            let readings = [
                (try? CodecRequest(relabelled)) != nil, (try? CodecAnswer(relabelled)) != nil,
                (try? WorkerGreeting(relabelled)) != nil,
            ]
            #expect(readings.count(where: \.self) <= 1)
        }
    }

    @Test(arguments: [0, 47, 48, 49])
    func `a picture has as many bytes as its layout says`(byteCount: Int) {
        var message = CodecAnswer.picture(Samples.picture).message
        message.bulk = Array(repeating: 0, count: byteCount)
        #expect(((try? CodecAnswer(message)) != nil) == (byteCount == 48))
    }

    @Test(arguments: [(0.0, true), (1, true), (-0.0, false), (-1, false), (.nan, false)])
    func `a length is no less than zero, of which there is one`(length: Double, isRead: Bool) {
        var image = Samples.image
        image.quality = PictureQuality(
            contrastLevels: 1,
            edgeWidthPixels: length,
            textHeightPixels: length
        )
        #expect(((try? CodecAnswer(CodecAnswer.decoded(image).message)) != nil) == isRead)
    }

    @Test(arguments: [0, 2, 3, 4])
    func `trials have as many bytes as they say`(byteCount: Int) throws {
        var message = try #require(Samples.answers.first { $0.message.kind == .triedEncodings })
            .message
        message.bulk = Array(repeating: 0, count: byteCount)
        #expect(((try? CodecAnswer(message)) != nil) == (byteCount == 3))
    }

    @Test func `a long complaint is cut at a character`() throws {
        let long = String(repeating: "é", count: 9000) + "x"
        let answer = CodecAnswer.failure(CodecError(stage: .open, detail: long))
        guard case .failure(let error) = try CodecAnswer(answer.message) else {
            Issue.record("no failure")
            return
        }
        #expect(error.detail.utf8.count == 16_384)
        #expect(long.hasPrefix(error.detail))
    }
}
