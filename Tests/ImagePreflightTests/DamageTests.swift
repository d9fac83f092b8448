import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Cutting a file gives a finding at every length; changing a byte never gives a trap.
struct DamageTests {
    /// One small file of every kind that is coded in its own way, all in order as they stand.
    static let whole: [Fixture] = [
        .jpegGray, .pngGray1, .pngInterlaced, .pngPaletteClear, .gif2Frames, .apng2Frames,
        .webpLossless, .webpLossyAlpha, .webp2Frames,
    ]

    /// What says that a file is not whole.
    static let damage: Set<FindingCode> = [
        .unacceptedFormat, .undecodable, .damaged, .headerDisagrees,
    ]

    @Test(arguments: whole)
    func `a whole file is not called damaged`(_ fixture: Fixture) async throws {
        #expect(try await Self.damageFindings(of: [try fixture.bytes()]) == [[]])
    }

    @Test(arguments: whole)
    func `a file that is cut anywhere is called damaged`(_ fixture: Fixture) async throws {
        let bytes = try fixture.bytes()
        let cuts = bytes.indices.map { Array(bytes.prefix($0)) }
        let findings = try await Self.damageFindings(of: cuts)
        let silent = findings.indices.filter { findings[$0].isEmpty }
        #expect(silent.isEmpty, "lengths of \(bytes.count)")
    }

    /// Every chunk has a checksum, and each is read.
    @Test
    func `a PNG with any byte changed is called damaged`() async throws {
        let bytes = try Fixture.pngGray1.bytes()
        for mask: UInt8 in [0x01, 0xFF] {
            let findings = try await Self.damageFindings(of: Self.changed(bytes, by: mask))
            let silent = findings.indices.filter { findings[$0].isEmpty }
            #expect(silent == [])
        }
    }

    /// Only PNG has checksums: elsewhere a changed byte may give another picture that is whole.
    @Test(arguments: [Fixture.jpegGray, .gifStill, .webpLossless, .webpLossyAlpha])
    func `a file with any byte changed gets a verdict`(_ fixture: Fixture) async throws {
        let variants = Self.changed(try fixture.bytes(), by: 0xFF)
        let findings = try await Self.damageFindings(of: variants)
        #expect(findings.count == variants.count)
        #expect(findings[0] == [.unacceptedFormat])
    }

    /// Copies with one byte changed, one for each byte.
    private static func changed(_ bytes: [UInt8], by mask: UInt8) -> [[UInt8]] {
        bytes.indices.map { offset in
            var variant = bytes
            variant[offset] ^= mask
            return variant
        }
    }

    private static func damageFindings(of files: [[UInt8]]) async throws -> [[FindingCode]] {
        let options = Preflight.Options(
            judgesEach: true,
            decodeGuard: DecodeGuard(framePixelCount: 4_000_000)
        )
        let preflight = try Preflight(table: BuiltIn.table(BuiltIn.claude), options: options)
        let report = try await preflight.check(files.map { .bytes($0, name: "") })
        let limits = damage.union([.overDecodeGuard])
        return report.images.map { $0.findings.map(\.code).filter(limits.contains) }
    }
}
