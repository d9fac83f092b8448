import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// What is said of an animation before and what comes of it are the same.
struct AnimationCureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var trailingByteCount = 0
        var base64ByteCountAtMost = 5_242_880
        var requestByteCountAtMost = 10_000_000
        let verdict: Verdict
    }

    /// The fixture has 2,803 bytes, which are 3,740 in base64.
    @Test(arguments: [
        Row(testDescription: "few bytes", verdict: .accepted),
        Row(testDescription: "at the limit", base64ByteCountAtMost: 3_740, verdict: .accepted),
        Row(testDescription: "over the limit", base64ByteCountAtMost: 3_739, verdict: .rejected),
        Row(
            testDescription: "over the limit by what follows its end",
            trailingByteCount: 1_000,
            base64ByteCountAtMost: 3_740,
            verdict: .fixable
        ),
        Row(
            testDescription: "over the limit without it too",
            trailingByteCount: 1_000,
            base64ByteCountAtMost: 3_739,
            verdict: .rejected
        ),
        Row(
            testDescription: "over a request's limit",
            requestByteCountAtMost: 3_740,
            verdict: .rejected
        ),
        Row(
            testDescription: "over a request's limit by what follows its end",
            trailingByteCount: 5_000,
            requestByteCountAtMost: 8_000,
            verdict: .fixable
        ),
    ])
    func `the verdict foretells the cure`(_ row: Row) async throws {
        let bytes =
            try Fixture.gif2Frames.bytes() + Array(repeating: 7, count: row.trailingByteCount)
        let table = try BuiltIn.table(BuiltIn.claude)
            .limiting(.imageBytesOverLimit, to: row.base64ByteCountAtMost)
            .limiting(.requestBytesOverLimit, to: row.requestByteCountAtMost)
        let preflight = Preflight(table: table, options: .init(judgesEach: true))
        let input = ImageInput.bytes(bytes, name: "a.gif")
        let judged = try await preflight.check([input])
        #expect(judged.verdict == row.verdict, "\(judged.allFindings.map(\.message))")
        let prepared = try await preflight.prepare([input])
        #expect(prepared.images.isEmpty == (row.verdict == .rejected))
    }
}

extension RuleTable {
    /// The table with another bound on what one code is raised for.
    func limiting(_ code: FindingCode, to bound: Int) -> RuleTable {
        var table = self
        for index in table.limits.indices where table.limits[index].code == code {
            table.limits[index].bound = .atMost(bound)
        }
        return table
    }
}
