import Testing

@testable import PreflightCore

/// What is called fixable has a plan, and what has none is rejected.
struct ObstacleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let image: PlannedImage
        let table: RuleTable
        let imageCount: Int
        let code: FindingCode
        let ending: String?

        init(
            _ description: String,
            _ image: PlannedImage,
            under table: RuleTable = PlanTables.claude,
            amongImages imageCount: Int = 1,
            raises code: FindingCode,
            endsWith ending: String? = nil
        ) {
            testDescription = description
            self.image = image
            self.table = table
            self.imageCount = imageCount
            self.code = code
            self.ending = ending
        }
    }

    private static let frames = "send its frames as images of their own."

    @Test(arguments: [
        Row("a long still", .png(8_001, 200), raises: .edgeTooLong),
        Row("a long GIF of several frames", .gif(8_001, 200, frameCount: 3), raises: .edgeTooLong),
        Row(
            "a long PNG of several frames",
            .png(8_001, 200, frameCount: 3),
            raises: .edgeTooLong,
            endsWith: frames
        ),
        Row(
            "a long PNG of several frames that go",
            .png(8_001, 200, frameCount: 3),
            under: PlanTables.stills,
            raises: .edgeTooLong
        ),
        Row(
            "a long PNG of several frames among many",
            .png(2_001, 200, frameCount: 3),
            amongImages: 21,
            raises: .edgeTooLongForCount,
            endsWith: "send its frames as images of their own or split the request."
        ),
        Row(
            "a long sideways WebP of several frames",
            .webp(8_001, 200, frameCount: 3, orientation: 6),
            raises: .edgeTooLong,
            endsWith: "cannot turn the frames of an animation: \(frames)"
        ),
        Row(
            "a GIF where JPEG is taken",
            .gif(800, 600),
            under: PlanTables.taking(.jpeg),
            raises: .unacceptedFormat
        ),
        Row(
            "a GIF of several frames where JPEG is taken",
            .gif(800, 600, frameCount: 3),
            under: PlanTables.taking(.jpeg),
            raises: .unacceptedFormat,
            endsWith: frames
        ),
        Row(
            "a GIF of several frames that go where JPEG is taken",
            .gif(800, 600, frameCount: 3),
            under: PlanTables.taking(.jpeg, [PlanTables.stillOnly]),
            raises: .unacceptedFormat
        ),
        Row(
            "a JPEG where only GIF is taken",
            .jpeg(800, 600),
            under: PlanTables.taking(.gif),
            raises: .unacceptedFormat,
            endsWith: "export it again from another program."
        ),
        Row(
            "too many bytes in a still",
            .png(800, 600).taking(3_932_161),
            raises: .imageBytesOverLimit
        ),
        Row(
            "too many bytes in several frames",
            .gif(800, 600, frameCount: 3).taking(3_932_161),
            raises: .imageBytesOverLimit,
            endsWith: frames
        ),
        Row(
            "one byte too many in several frames and little metadata",
            .gif(800, 600, frameCount: 3).taking(5_000_000, trimmed: 3_932_161),
            raises: .imageBytesOverLimit,
            endsWith: frames
        ),
        Row(
            "the most bytes in several frames and much metadata",
            .gif(800, 600, frameCount: 3).taking(5_000_000, trimmed: 3_932_160),
            raises: .imageBytesOverLimit
        ),
        Row(
            "too many bytes in several frames that are scaled down",
            .gif(8_001, 600, frameCount: 3).taking(5_000_000),
            raises: .imageBytesOverLimit
        ),
        Row(
            "too many bytes in several frames that go",
            .gif(800, 600, frameCount: 3).taking(5_000_000),
            under: PlanTables.stills,
            raises: .imageBytesOverLimit
        ),
    ])
    func `a remedy stands where it can be applied`(_ row: Row) throws {
        let image = row.image.inspected(under: row.table)
        let findings = row.table.findings(for: image, amongImages: row.imageCount)
        let finding = try #require(findings.first { $0.code == row.code })
        #expect((finding.remedy == nil) == (row.ending != nil))
        #expect(finding.message.description.hasSuffix(row.ending ?? ""), "\(finding.message)")
        let plan = try? row.table.plan(for: image, amongImages: row.imageCount)
        #expect(Verdict(of: findings) == (plan == nil ? .rejected : .fixable))
    }
}
