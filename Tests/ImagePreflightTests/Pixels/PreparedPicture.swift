import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// What normalising made of one image.
struct PreparedPicture {
    let report: ImageReport
    let bytes: [UInt8]
    let picture: Picture

    var codes: [FindingCode] { report.findings.map(\.code) }

    var steps: [Step] { report.plan?.steps ?? [] }

    /// Normalises a file.
    init(
        _ bytes: [UInt8],
        under table: RuleTable? = nil,
        _ options: PlanOptions = PlanOptions()
    ) async throws {
        let table = try table ?? BuiltIn.table(BuiltIn.claude)
        let prepared = try await Preflight(table: table)
            .prepare([.bytes(bytes, name: "picture")], options: RequestOptions(plan: options))
        let first = prepared.report.images.first
        report = try #require(first)
        let image = try #require(prepared.images.first, "\(first?.refusal ?? "")")
        self.bytes = image.bytes
        picture = try Picture(decoding: image.bytes)
    }
}

extension RuleTable {
    /// The built-in table of Claude with other formats.
    static func claude(taking formats: ImageFormat...) throws -> RuleTable {
        var table = try BuiltIn.table(BuiltIn.claude)
        for index in table.limits.indices where table.limits[index].code == .unacceptedFormat {
            table.limits[index].bound = .oneOf(formats)
        }
        return table
    }
}
