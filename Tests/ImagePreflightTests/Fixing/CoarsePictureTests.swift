import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// A picture that is coarse or damaged stays what it is, or says so, and grows no larger.
struct CoarsePictureTests {
    private static func fixed(
        _ bytes: [UInt8],
        edgeAtMost: Int? = nil
    ) async throws -> (bytes: [UInt8], report: ImageReport) {
        var table = try BuiltIn.table(BuiltIn.claude)
        if let edgeAtMost { table = table.limiting(.edgeTooLong, to: edgeAtMost) }
        let prepared = try await Preflight(table: table).prepare([.bytes(bytes, name: "a")])
        let report = try #require(prepared.report.images.first)
        return (try #require(prepared.images.first, "\(report.refusal ?? "")").bytes, report)
    }

    private static func damage(_ report: ImageReport) throws -> Finding {
        try #require(report.findings.first { $0.code == .damaged }, "\(report.findings)")
    }

    @Test
    func `nothing cures a coarse picture, so that it stays`() async throws {
        let bytes = try Fixture.twoScansJpeg.bytes()
        let (written, report) = try await Self.fixed(bytes)
        #expect(written == bytes)
        let finding = try Self.damage(report)
        #expect(finding.remedy == nil)
        #expect(finding.message.fact == "The picture is coarse, with 2 of 10 scans")
    }

    @Test
    func `without end marker it is closed`() async throws {
        let (written, report) = try await Self.fixed(try Fixture.twoScansNoEndJpeg.bytes())
        #expect(written == (try Fixture.twoScansJpeg.bytes()))
        #expect(report.plan?.loss == Loss.none)
    }

    @Test
    func `what is made of a coarse picture says so`() async throws {
        let (small, _) = try await Self.fixed(try Fixture.twoScansJpeg.bytes(), edgeAtMost: 100)
        let fact = try Self.damage(try await Self.fixed(small).report).message.fact
        #expect(fact.contains("scans 3-10 of 10 were missing when it was written"))
    }

    @Test(
        arguments: [
            Fixture.arithmeticJpeg, .arithmeticProgressiveJpeg, .warningJpegScan, .noColorsGif,
        ]
    )
    func `a cure of damage adds next to nothing`(_ fixture: Fixture) async throws {
        let bytes = try fixture.bytes()
        let (written, _) = try await Self.fixed(bytes)
        #expect(written.count <= bytes.count + 64)
    }

    @Test(
        arguments: [
            Fixture.arithmeticCutJpeg, .arithmeticZerosJpeg, .arithmeticTallerJpeg, .zerosWebp,
            .zerosLosslessWebp, .zerosPng, .codeSizeGif,
        ]
    )
    func `rows that no decoder misses are not made up`(_ fixture: Fixture) async throws {
        let preflight = Preflight(table: try BuiltIn.table(BuiltIn.claude))
        let prepared = try await preflight.prepare([.bytes(try fixture.bytes(), name: "a")])
        #expect(prepared.images.isEmpty)
        let finding = try #require(prepared.report.images.first?.findings.first)
        #expect(finding.code == .undecodable)
        #expect(finding.message.fact.contains("is not whole"))
    }
}
