import PreflightCore
import Testing

/// The requests that images are divided among, on cases that can be followed by hand.
struct RequestSplitTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let loads: [RequestLoad]
        let capacity: RequestCapacity
        let kept: [[Int]]
        let freeCount: Int

        init(
            _ name: String,
            body loads: [Int],
            _ capacity: RequestCapacity,
            kept: [[Int]],
            freeCount: Int? = nil
        ) {
            testDescription = name
            self.loads = loads.map { RequestLoad(fileByteCount: $0 * 3 / 4, bodyByteCount: $0) }
            self.capacity = capacity
            self.kept = kept
            self.freeCount = freeCount ?? kept.count
        }

        init(
            _ name: String,
            tokens: [Int],
            _ capacity: RequestCapacity,
            kept: [[Int]],
            freeCount: Int? = nil
        ) {
            testDescription = name
            loads = tokens.map {
                RequestLoad(fileByteCount: 1, bodyByteCount: 1, tokenCount: $0)
            }
            self.capacity = capacity
            self.kept = kept
            self.freeCount = freeCount ?? kept.count
        }
    }

    static let cases = [
        Case("no image", body: [], RequestCapacity(imageCountAtMost: 1), kept: []),
        Case("no limit", body: [1, 2, 3], RequestCapacity(), kept: [[0, 1, 2]]),
        Case(
            "no limit and the largest numbers",
            body: [.max / 4, .max / 4, .max / 4],
            RequestCapacity(),
            kept: [[0, 1, 2]]
        ),
        Case(
            "one image below the count",
            body: [1, 1],
            RequestCapacity(imageCountAtMost: 3),
            kept: [[0, 1]]
        ),
        Case(
            "as many images as the count",
            body: [1, 1, 1],
            RequestCapacity(imageCountAtMost: 3),
            kept: [[0, 1, 2]]
        ),
        Case(
            "one image above the count",
            body: [1, 1, 1, 1],
            RequestCapacity(imageCountAtMost: 3),
            kept: [[0, 1, 2], [3]]
        ),
        Case(
            "as many tokens as may go",
            tokens: [40, 60, 70, 30],
            RequestCapacity(tokenCountAtMost: 100),
            kept: [[0, 1], [2, 3]]
        ),
        Case(
            "one token more",
            tokens: [41, 60, 70, 30],
            RequestCapacity(tokenCountAtMost: 100),
            kept: [[0], [1], [2, 3]]
        ),
        Case(
            "tokens in any order",
            tokens: [60, 70, 40, 30],
            RequestCapacity(tokenCountAtMost: 100),
            kept: [[0], [1], [2, 3]],
            freeCount: 2
        ),
        Case(
            "one byte below the body's limit",
            body: [40, 39],
            RequestCapacity(bodyByteCountAtMost: 100, bodyOverheadByteCount: 20),
            kept: [[0, 1]]
        ),
        Case(
            "as many bytes as the body's limit",
            body: [40, 40],
            RequestCapacity(bodyByteCountAtMost: 100, bodyOverheadByteCount: 20),
            kept: [[0, 1]]
        ),
        Case(
            "one byte above the body's limit",
            body: [40, 41],
            RequestCapacity(bodyByteCountAtMost: 100, bodyOverheadByteCount: 20),
            kept: [[0], [1]]
        ),
        Case(
            "one byte below the files' limit",
            body: [40, 40],
            RequestCapacity(fileByteCountAtMost: 61, bodyOverheadByteCount: 20),
            kept: [[0, 1]]
        ),
        Case(
            "as many bytes as the files' limit",
            body: [40, 40],
            RequestCapacity(fileByteCountAtMost: 60, bodyOverheadByteCount: 20),
            kept: [[0, 1]]
        ),
        Case(
            "one byte above the files' limit",
            body: [40, 40],
            RequestCapacity(fileByteCountAtMost: 59, bodyOverheadByteCount: 20),
            kept: [[0], [1]]
        ),
        Case(
            "large and small in turn",
            body: [90, 20, 90, 10, 60, 10],
            RequestCapacity(bodyByteCountAtMost: 100),
            kept: [[0], [1], [2, 3], [4, 5]],
            freeCount: 3
        ),
        Case(
            "first fit decreasing needs one more",
            body: [6, 5, 3, 2, 2, 2],
            RequestCapacity(bodyByteCountAtMost: 10),
            kept: [[0], [1, 2, 3], [4, 5]],
            freeCount: 2
        ),
        Case(
            "the order is kept where changing it gains nothing",
            body: [1, 90, 1, 90, 1],
            RequestCapacity(bodyByteCountAtMost: 92),
            kept: [[0, 1, 2], [3, 4]]
        ),
        Case(
            "images without bytes and no room for bytes",
            body: [0, 0, 0],
            RequestCapacity(imageCountAtMost: 2, fileByteCountAtMost: 0, bodyByteCountAtMost: 0),
            kept: [[0, 1], [2]]
        ),
    ]

    @Test(arguments: cases)
    func `images are divided among the fewest requests`(_ c: Case) throws {
        #expect(try RequestSplit.split(c.loads, into: c.capacity, order: .keep) == c.kept)
        let free = try RequestSplit.split(c.loads, into: c.capacity, order: .free)
        #expect(free.count == c.freeCount)
        #expect(free.allSatisfy { $0 == $0.sorted() })
        #expect(free.flatMap(\.self).sorted() == Array(c.loads.indices))
        #expect(free.compactMap(\.first) == free.compactMap(\.first).sorted())
        #expect(free.count < c.kept.count || free == c.kept)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let capacity: RequestCapacity
        let error: SplitError
        let reason: String
    }

    static let refusals = [
        Refusal(
            testDescription: "count",
            capacity: RequestCapacity(imageCountAtMost: 0),
            error: SplitError(imageIndex: 0, measure: .imageCount, measured: 1, limit: 0),
            reason: "The model takes at most 0 images in a request: send it to another model."
        ),
        Refusal(
            testDescription: "files",
            capacity: RequestCapacity(fileByteCountAtMost: 2999),
            error: SplitError(imageIndex: 1, measure: .fileByteCount, measured: 3000, limit: 2999),
            reason:
                "The file has 3,000 bytes, and all of a request may have at most 2,999: encode it "
                + "in fewer bytes."
        ),
        Refusal(
            testDescription: "body",
            capacity: RequestCapacity(bodyByteCountAtMost: 4099, bodyOverheadByteCount: 100),
            error: SplitError(imageIndex: 1, measure: .bodyByteCount, measured: 4100, limit: 4099),
            reason: "A request with this image alone has 4,100 bytes, and at most 4,099 are taken: "
                + "encode it in fewer bytes."
        ),
        Refusal(
            testDescription: "no room beside the prompt",
            capacity: RequestCapacity(bodyByteCountAtMost: 10, bodyOverheadByteCount: 20),
            error: SplitError(imageIndex: 0, measure: .bodyByteCount, measured: 24, limit: 10),
            reason:
                "A request with this image alone has 24 bytes, and at most 10 are taken: encode "
                + "it in fewer bytes."
        ),
    ]

    @Test(arguments: refusals, RequestOrder.allCases)
    func `an image that fits nowhere is named`(_ c: Refusal, order: RequestOrder) {
        let loads = [4, 4000, 4000]
            .map {
                RequestLoad(fileByteCount: $0 * 3 / 4, bodyByteCount: $0)
            }
        let error = #expect(throws: SplitError.self) {
            try RequestSplit.split(loads, into: c.capacity, order: order)
        }
        #expect(error == c.error)
        #expect(error?.message.description == c.reason)
    }
}
