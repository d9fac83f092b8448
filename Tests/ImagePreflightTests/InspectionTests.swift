import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Synchronization
import Testing

/// How the codec is used, and what is made of its answers.
struct InspectionTests {
    /// What the header of ``Fixture/pngRGB8`` says.
    static let size = PixelSize(width: 256, height: 208)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: Result<DecodedImage, CodecError>
        let codes: [FindingCode]
    }

    static let cases = [
        Case(
            testDescription: "agrees",
            answer: .success(DecodedImage(size: size, frameCount: 1)),
            codes: []
        ),
        Case(
            testDescription: "another width",
            answer: .success(DecodedImage(size: PixelSize(width: 257, height: 208), frameCount: 1)),
            codes: [.headerDisagrees]
        ),
        Case(
            testDescription: "the sides exchanged",
            answer: .success(DecodedImage(size: size.transposed, frameCount: 1)),
            codes: [.headerDisagrees]
        ),
        Case(
            testDescription: "damage",
            answer: .success(DecodedImage(size: size, frameCount: 1, damage: "a complaint")),
            codes: [.damaged]
        ),
        Case(
            testDescription: "damage without words",
            answer: .success(DecodedImage(size: size, frameCount: 1, damage: "")),
            codes: [.damaged]
        ),
        Case(
            testDescription: "not opened",
            answer: .failure(CodecError(stage: .open, detail: "")),
            codes: [.undecodable]
        ),
        Case(
            testDescription: "not decoded",
            answer: .failure(CodecError(stage: .decode, detail: "a\u{1B}[31m reason")),
            codes: [.undecodable]
        ),
    ]

    @Test(arguments: cases)
    func `what the codec answers becomes a finding`(_ c: Case) async throws {
        let codec = ScriptedCodec { _ in c.answer }
        let preflight = Preflight(table: try BuiltIn.table(BuiltIn.gpt5), codec: codec)
        let report = try await preflight.check([.file(Fixture.pngRGB8.path)])
        #expect(report.images[0].findings.map(\.code) == c.codes)
        #expect(codec.usage.callCount == 1)
        #expect(codec.usage.scopes == [.first])
    }

    @Test(arguments: [true, false])
    func `time that runs out at all frames says nothing of them`(isLate: Bool) async throws {
        let calls = Mutex(0)
        let codec = ScriptedCodec { _ in
            let call = calls.withLock { count in
                count += 1
                return count
            }
            guard call == 1 else {
                return .success(DecodedImage(size: Self.size, frameCount: 2))
            }
            var error = CodecError(stage: .decode, detail: "")
            error.isLate = isLate
            return .failure(error)
        }
        let preflight = Preflight(table: try BuiltIn.table(BuiltIn.claude), codec: codec)
        let report = try await preflight.check([.file(Fixture.webp2Frames.path)])
        let messages = report.images[0].findings.map(\.message.description)
        let words = "frame after the first cannot be decoded"
        #expect(codec.usage.scopes == [.all, .first])
        #expect(messages.contains { $0.contains(words) } == !isLate)
    }

    @Test
    func `headers only means that nothing is decoded`() async throws {
        let codec = ScriptedCodec { _ in .failure(CodecError(stage: .open, detail: "")) }
        let preflight = Preflight(
            table: try BuiltIn.table(BuiltIn.gpt5),
            codec: codec,
            options: .init(mode: .headers)
        )
        let fixtures = [Fixture.pngRGB8, .cutPngIDAT, .cutPngIHDR]
        let report = try await preflight.check(fixtures.map { .file($0.path) })
        #expect(codec.usage.callCount == 0)
        #expect(report.mode == .headers)
        #expect(
            report.images.map { $0.findings.map(\.code) } == [[], [.damaged], [.undecodable]]
        )
    }

    @Test(arguments: Fixture.foreign)
    func `what is not one of the four never reaches the codec`(_ fixture: Fixture) async throws {
        let codec = ScriptedCodec { _ in .failure(CodecError(stage: .open, detail: "")) }
        let table = try BuiltIn.table(BuiltIn.gpt5)
        _ = try await Preflight(table: table, codec: codec).check([.file(fixture.path)])
        #expect(codec.usage.callCount == 0)
    }

    @Test(arguments: [(0, 1), (1, 1), (2, 2), (3, 3), (8, 8)])
    func `no more images are in memory than there are jobs`(
        jobCount: Int,
        expected: Int
    ) async throws {
        let codec = ScriptedCodec { _ in
            Thread.sleep(forTimeInterval: 0.002)
            return .success(DecodedImage(size: Self.size, frameCount: 1))
        }
        let preflight = Preflight(
            table: try BuiltIn.table(BuiltIn.gpt5),
            codec: codec,
            options: .init(jobCount: jobCount)
        )
        let inputs = Array(repeating: ImageInput.file(Fixture.pngRGB8.path), count: 40)
        let report = try await preflight.check(inputs)
        #expect(report.images.count == 40)
        #expect(codec.usage.callCount == 40)
        #expect((1...expected).contains(codec.usage.peakCount))
    }

    @Test
    func `a cancelled task ends with CancellationError`() async throws {
        let codec = ScriptedCodec { _ in
            .success(DecodedImage(size: Self.size, frameCount: 1))
        }
        let preflight = Preflight(
            table: try BuiltIn.table(BuiltIn.gpt5),
            codec: codec,
            options: .init(jobCount: 2)
        )
        let inputs = Array(repeating: ImageInput.file(Fixture.pngRGB8.path), count: 40)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await preflight.check(inputs)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(codec.usage.callCount <= 2)
    }
}
