import PreflightCore
import Testing

/// What a table says of the capacity of one request.
struct RequestCapacityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let limits: [Limit]
        var budget: Int?
        var count: Int?
        var file: Int?
        var body: Int?
    }

    static let count = Limit.atMost(5, .imageCount, .tooManyImages)
    static let file = Limit.atMost(1000, .fileByteCount, .requestBytesOverLimit)
    static let body = Limit.atMost(2000, .bodyByteCount, .requestBytesOverLimit)
    static let conflict = Limit.atMost(400, .bodyByteCount, .bodyBytesInConflict)
    static let smallerOfMany = Limit.atMost(
        700,
        .fileByteCount,
        .requestBytesOverLimit,
        when: .imageCountMoreThan(3)
    )

    static let cases = [
        Case(testDescription: "no limit", limits: []),
        Case(testDescription: "count", limits: [count], count: 5),
        Case(testDescription: "files", limits: [file], file: 1000),
        Case(testDescription: "body", limits: [body], body: 2000),
        Case(
            testDescription: "all",
            limits: [body, file, count],
            count: 5,
            file: 1000,
            body: 2000
        ),
        Case(testDescription: "the conflict does not count", limits: [body, conflict], body: 2000),
        Case(testDescription: "the smaller counts", limits: [file, smallerOfMany], file: 700),
        Case(testDescription: "budget below the files", limits: [file], budget: 999, file: 999),
        Case(testDescription: "budget at the files", limits: [file], budget: 1000, file: 1000),
        Case(testDescription: "budget above the files", limits: [file], budget: 1001, file: 1000),
        Case(testDescription: "budget below the body", limits: [body], budget: 1999, body: 1999),
        Case(testDescription: "budget at the body", limits: [body], budget: 2000, body: 2000),
        Case(testDescription: "budget above the body", limits: [body], budget: 2001, body: 2000),
        Case(
            testDescription: "budget for both",
            limits: [file, body],
            budget: 1500,
            file: 1000,
            body: 1500
        ),
        Case(testDescription: "budget alone", limits: [count], budget: 9, count: 5, body: 9),
    ]

    @Test(arguments: cases)
    func `the table's limits and the budget make the capacity`(_ c: Case) {
        let capacity = RuleTable.sample(c.limits).capacity(bodyOverhead: 17, budget: c.budget)
        let expected = RequestCapacity(
            imageCountAtMost: c.count,
            fileByteCountAtMost: c.file,
            bodyByteCountAtMost: c.body,
            bodyOverheadByteCount: 17
        )
        #expect(capacity == expected)
    }
}
