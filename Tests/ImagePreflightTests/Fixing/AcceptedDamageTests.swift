import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// A picture of which pixels are missing is written only where somebody says so, and then it says it.
struct AcceptedDamageTests {
    /// A file with pixels missing, and what was made up of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let format: ImageFormat
        var testDescription: String { fixture.name }
    }

    static let rows = [
        Row(fixture: .cutJpegHalf, format: .jpeg), Row(fixture: .cutPngIDAT, format: .png),
        Row(fixture: .cutGifHalf, format: .png),
    ]

    private static func fixed(
        _ bytes: [UInt8],
        _ options: PlanOptions
    ) async throws -> (image: PreparedImage?, report: ImageReport) {
        let preflight = Preflight(table: try BuiltIn.table(BuiltIn.claude))
        let prepared = try await preflight.prepare(
            [.bytes(bytes, name: "a")],
            options: RequestOptions(plan: options)
        )
        return (prepared.images.first, try #require(prepared.report.images.first))
    }

    private static func findings(of bytes: [UInt8]) async throws -> [Finding] {
        let preflight = Preflight(table: try BuiltIn.table(BuiltIn.claude))
        let report = try await preflight.check([.bytes(bytes, name: "a")])
        return report.images.flatMap(\.findings)
    }

    @Test(arguments: rows)
    func `nothing is made up unless that is wanted`(_ row: Row) async throws {
        let (image, report) = try await Self.fixed(try row.fixture.bytes(), PlanOptions())
        #expect(image == nil)
        #expect(report.refusal != nil)
    }

    @Test(arguments: rows)
    func `what is made up is written, and judged again it is told`(_ row: Row) async throws {
        let options = PlanOptions(acceptsDamage: true)
        let (image, report) = try await Self.fixed(try row.fixture.bytes(), options)
        let written = try #require(image, "\(String(describing: report.refusal))")
        #expect(written.facts.format == row.format)
        #expect(report.findings.map(\.code).contains(.undecodable))
        #expect(report.plan?.fillsMissingPixels == true)
        #expect(report.plan?.loss == .meaning)
        let findings = try await Self.findings(of: written.bytes)
        let told = try #require(findings.first { $0.code == .damaged })
        #expect(told.severity == .warning && told.remedy == nil)
        #expect(told.message.fact.contains("were made up"))
        #expect(!findings.contains { $0.severity == .error })
    }

    @Test(arguments: rows)
    func `the file says so whatever is done to it later`(_ row: Row) async throws {
        let options = PlanOptions(acceptsDamage: true)
        let first = try await Self.fixed(try row.fixture.bytes(), options).image
        let noted = try #require(first).bytes
        let stripped = try #require(Plan.trimming.edited(noted, as: row.format))
        #expect(try await Self.told(stripped))
        let table = try BuiltIn.table(BuiltIn.claude).limiting(.edgeTooLong, to: 100)
        let prepared = try await Preflight(table: table).prepare([.bytes(noted, name: "a")])
        let again = try #require(prepared.images.first, "\(prepared.report.images)")
        #expect(prepared.report.images.first?.plan?.downscaledSize != nil)
        #expect(try await Self.told(again.bytes))
    }

    private static func told(_ bytes: [UInt8]) async throws -> Bool {
        try await findings(of: bytes).contains { $0.message.fact.contains("were made up") }
    }

    @Test
    func `less than meaning may be lost only without`() async throws {
        let options = PlanOptions(lossAtMost: .detail, acceptsDamage: true)
        let (image, report) = try await Self.fixed(try Fixture.cutJpegHalf.bytes(), options)
        #expect(image == nil)
        #expect(report.refusal?.fact.contains("fillMissing") == true)
    }

    @Test(arguments: [
        "imgcheck: missing and made up: ", "Imgcheck: missing and made up: x",
        "imgcheck: missing and made up: rows\u{7}",
        "imgcheck: missing and made up: " + String(repeating: "x", count: 200),
    ])
    func `any other comment is none`(_ comment: String) async throws {
        let jpeg = try Fixture.jpegGray.bytes()
        let length = comment.utf8.count + 2
        let segment = [0xFF, 0xFE, UInt8(length >> 8), UInt8(length & 0xFF)] + Array(comment.utf8)
        #expect(try await !Self.told(Array(jpeg[..<2] + segment + jpeg[2...])))
    }
}
