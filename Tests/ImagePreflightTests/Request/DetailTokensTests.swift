import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// The tokens of images whose request says how closely they are to be looked at.
struct DetailTokensTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// The `detail` of the options, and that of the message.
        let options: String?
        let message: String?
        let tokenCount: Int
        var testDescription: String { "\(options ?? "none"), \(message ?? "none")" }
    }

    static let cases = [
        Case(options: nil, message: nil, tokenCount: 910),
        Case(options: "low", message: nil, tokenCount: 70),
        Case(options: nil, message: "low", tokenCount: 70),
        Case(options: "low", message: "high", tokenCount: 910),
        Case(options: "high", message: "low", tokenCount: 70),
        Case(options: "unheard of", message: nil, tokenCount: 910),
    ]

    @Test(arguments: cases)
    func `what is written is counted with the message's detail`(_ c: Case) async throws {
        let preflight = try Self.preflight(c.options)
        let prepared = try await preflight.prepare(
            [.file(Fixture.size1536x1024.path)],
            options: RequestOptions(message: MessageOptions(detail: c.message))
        )
        #expect(prepared.report.images.map(\.tokenCount) == [c.tokenCount])
        #expect(prepared.report.request.tokenCount == c.tokenCount)
    }

    @Test(arguments: cases.filter { $0.message == nil })
    func `what is judged is counted with that of the options`(_ c: Case) async throws {
        let report = try await Self.preflight(c.options).check([.file(Fixture.size1536x1024.path)])
        #expect(report.request.tokenCount == c.tokenCount)
    }

    private static func preflight(_ detail: String?) throws -> Preflight {
        try Preflight(model: "databricks-gpt-5", options: Preflight.Options(detail: detail))
    }
}
