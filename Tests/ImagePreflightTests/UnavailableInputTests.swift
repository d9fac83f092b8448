import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// Inputs whose bytes cannot be had, and files that are never read whole.
struct UnavailableInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: String
        let error: String
    }

    static let cases = [
        Case(
            testDescription: "missing",
            path: "\(Fixture.folder)/no such file.png",
            error: "No such file or directory"
        ),
        Case(
            testDescription: "under a file",
            path: "\(Fixture.pngRGB8.path)/x.png",
            error: "Not a directory"
        ),
        Case(testDescription: "no name", path: "", error: "No such file or directory"),
        Case(testDescription: "a directory", path: Fixture.folder, error: "A folder, not a file"),
    ]

    @Test(arguments: cases)
    func `an input that cannot be read is unchecked and stops nothing`(_ c: Case) async throws {
        try await expectUnchecked(c.path, error: c.error)
    }

    /// Opens for everybody, and cannot be read at its beginning for anybody (proc(5)).
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
    func `a file that opens and cannot be read is unchecked`() async throws {
        try await expectUnchecked("/proc/self/mem", error: "Input/output error")
    }

    @Test(.enabled(if: NSUserName() != "root", "nothing is forbidden to root"))
    func `a file without permission is unchecked`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("locked.png", try Fixture.pngRGB8.bytes())
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        try await expectUnchecked(path, error: "Permission denied")
    }

    @Test
    func `an empty file is content, and a finding`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("empty.png")
        let report = try await Preflight(model: BuiltIn.gpt5).check([.file(path)])
        #expect(report.images[0].findings.map(\.code) == [.unacceptedFormat])
        #expect(report.images[0].findings[0].message.description.contains("empty"))
        #expect(report.images[0].verdict == .rejected)
        #expect(report.images[0].error == nil)
    }

    @Test
    func `a foreign file of 3 GB is named by its beginning`() async throws {
        let folder = try TemporaryFolder()
        let text = [UInt8](String(repeating: "Lorem ipsum. ", count: 10).utf8)
        let path = try folder.file("film.txt", text, byteCount: 3_000_000_000)
        let report = try await Preflight(model: BuiltIn.gpt5).check([.file(path)])
        #expect(report.images[0].findings.map(\.code) == [.unacceptedFormat])
        #expect(report.images[0].facts?.format == .unknown)
        #expect(report.images[0].facts?.byteCount == 3_000_000_000)
        #expect(report.request.totals.fileByteCount == 3_000_000_000)
    }

    @Test
    func `an image of more than 1,000,000,000 bytes is not read`() async throws {
        let folder = try TemporaryFolder()
        let png = try Fixture.pngRGB8.bytes()
        let path = try folder.file("huge.png", png, byteCount: 1_000_000_001)
        try await expectUnchecked(path, error: "1,000,000,000 bytes")
    }

    @Test
    func `a file longer than what is read at first is read whole`() async throws {
        let folder = try TemporaryFolder()
        for byteCount in [65_535, 65_536, 65_537, 1 << 20, 1 << 20 + 1] {
            let png = try #require(PaddedImage.png(byteCount: byteCount))
            let path = try folder.file("\(byteCount).png", png)
            let report = try await Preflight(model: BuiltIn.gpt5).check([.file(path)])
            #expect(report.images[0].findings.isEmpty, "\(byteCount)")
            #expect(report.images[0].facts?.byteCount == byteCount)
        }
    }

    private func expectUnchecked(_ path: String, error: String) async throws {
        let whole = ImageInput.file(Fixture.pngRGB8.path)
        let report = try await Preflight(model: BuiltIn.gpt5).check([whole, .file(path), whole])
        #expect(report.images.map(\.verdict) == [.accepted, .unchecked, .accepted])
        #expect(report.verdict == .unchecked)
        let image = report.images[1]
        #expect(
            image.error?.description.contains(error) == true,
            "\(image.error?.description ?? "")"
        )
        #expect(image.findings.isEmpty)
        #expect(image.facts == nil)
        #expect(image.tokenCount == nil)
        #expect(report.request.totals.imageCount == 3)
        #expect(report.request.totals.fileByteCount == 2 * 790)
    }
}
