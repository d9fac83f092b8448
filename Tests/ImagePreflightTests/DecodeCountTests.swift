import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// No file is opened, and no picture decoded, more often than its verdict and its cure need.
struct DecodeCountTests {
    private let codec = CountingCodec()
    private let files = CountingFiles()

    private func preflight(_ model: String = BuiltIn.gpt5) throws -> Preflight {
        var preflight = Preflight(table: try BuiltIn.table(model), codec: codec)
        preflight.files = files
        return preflight
    }

    private static let inputs: [ImageInput] = [
        .file(Fixture.pngRGB8.path), .file(Fixture.gif2Frames.path),
    ]

    /// Photographs that differ from each other.
    private static let photographs: [ImageInput] = [
        .file(Fixture.jpegPhoto.path), .file(Fixture.jpegProgressive.path),
        .file(Fixture.blurredPhoto.path),
    ]

    @Test
    func `check opens and decodes each image once`() async throws {
        _ = try await preflight().check(Self.inputs)
        #expect(codec.usage == .init(proofCount: 2))
        #expect(files.openCounts == [1, 1])
    }

    @Test
    func `several tables share one decode`() async throws {
        let tables = try [BuiltIn.gpt5, BuiltIn.gpt5Mini].map(BuiltIn.table)
        _ = try await Preflight.check(
            Self.inputs,
            under: tables,
            codec: codec,
            files: files,
            options: Preflight.Options()
        )
        #expect(codec.usage == .init(proofCount: 2))
        #expect(files.openCounts == [1, 1])
    }

    /// What is edited without decoding is decoded before for the verdict and after as the proof;
    /// what is written anew is decoded for that alone.
    static let cures: [(Fixture, String, CountingCodec.Usage)] = [
        (.pngRGB8, BuiltIn.gpt5, .init(proofCount: 1)),
        (.gif2Frames, BuiltIn.gpt5, .init(proofCount: 2)),
        (.size8001x200, BuiltIn.claude, .init(applicationCount: 1)),
    ]

    @Test(arguments: cures)
    func `a request decodes no more than it has to`(
        fixture: Fixture,
        model: String,
        usage: CountingCodec.Usage
    ) async throws {
        let prepared = try await preflight(model).prepare([.file(fixture.path)])
        #expect(prepared.images.count == 1)
        #expect(codec.usage == usage)
        #expect(files.openCounts == [1])
    }

    @Test(arguments: cures)
    func `a fix decodes no more than it has to`(
        fixture: Fixture,
        model: String,
        usage: CountingCodec.Usage
    ) async throws {
        let report = try await preflight(model)
            .normalise([.file(fixture.path)], options: PlanOptions()) { $0.report }
        #expect(report.images[0].refusal == nil)
        #expect(codec.usage == usage)
        #expect(files.openCounts == [1])
    }

    /// One decode proves the input; what is written to save bytes shares another, however many
    /// encodes that takes.
    @Test(arguments: [30_000, 45_000, 60_000])
    func `a budget costs one more decode`(budget: Int) async throws {
        let options = RequestOptions(split: .never, byteBudget: budget)
        let prepared = try await preflight().prepare(Self.photographs, options: options)
        #expect(prepared.refusal == nil)
        #expect(prepared.encodeCountMean > 2)
        #expect(codec.usage.proofCount == 3)
        #expect(codec.usage.applicationCount == 0)
        #expect(codec.usage.pictureCount <= 3)
        #expect(files.openCounts == [1, 1, 1])
    }

    @Test(arguments: [30_000, 45_000])
    func `so it does where copies are written`(budget: Int) async throws {
        let options = RequestOptions(split: .never, byteBudget: budget)
        let together = try await preflight()
            .normaliseTogether(Self.photographs, options: options)
        #expect(together.refusal == nil)
        #expect(together.outcomes.count { !$0.images.isEmpty } == 3)
        #expect(codec.usage.proofCount == 3)
        #expect(codec.usage.applicationCount == 0)
        #expect(codec.usage.pictureCount <= 3)
        #expect(files.openCounts == [1, 1, 1])
    }

    /// A screenshot is tried in two formats that lose nothing, and then in several qualities.
    @Test(arguments: [0.9, 0.3, 0.1])
    func `ways without loss share the decode too`(share: Double) async throws {
        let bytes = try Picture.screenshot(width: 900, height: 600).encoded(as: .png)
        let budget = Int(Double(bytes.count) * 4 / 3 * share)
        let prepared = try await preflight()
            .prepare(
                [.bytes(bytes, name: "screenshot")],
                options: RequestOptions(plan: PlanOptions(squeezes: true), byteBudget: budget)
            )
        #expect(prepared.images.count == 1, "\(prepared.refusal?.description ?? "")")
        #expect(codec.usage == .init(proofCount: 1, pictureCount: 1))
    }

    /// Claude takes edges of more than 2000 px in requests of at most 20 images, so that the rules
    /// change once it is known that one of 21 cannot go.
    @Test
    func `other rules need no other look`() async throws {
        let small = Array(repeating: ImageInput.file(Fixture.pngRGB8.path), count: 19)
        let inputs: [ImageInput] =
            [.file(Fixture.cutPngIHDR.path), .file(Fixture.size2001x200.path)] + small
        let options = RequestOptions(plan: PlanOptions(resize: .limits))
        let prepared = try await preflight(BuiltIn.claude).prepare(inputs, options: options)
        #expect(prepared.images.count == 20)
        #expect(files.openCounts.sorted() == [1, 1, 19])
        #expect(codec.usage.proofCount + codec.usage.applicationCount <= 21)
        #expect(codec.usage.pictureCount == 0)
    }

    /// Where the file of one image is too long, all encodes of it share one decode.
    @Test(arguments: [4_000, 8_000])
    func `the bytes of one image cost one more decode`(byteCount: Int) async throws {
        let report = try await preflight()
            .normalise(
                [.file(Fixture.jpegPhoto.path)],
                options: PlanOptions(squeezes: true),
                byteCountAtMost: byteCount
            ) { $0.report }
        #expect(report.images[0].refusal == nil)
        #expect(codec.usage == .init(proofCount: 1, pictureCount: 1))
        #expect(files.openCounts == [1])
    }
}

/// What is in a body is not opened at all.
struct BodyDecodeCountTests {
    private let codec = CountingCodec()

    private func preflight(_ model: String) throws -> Preflight {
        Preflight(table: try BuiltIn.table(model), codec: codec)
    }

    private static func body(_ fixtures: [Fixture]) throws -> RequestBody {
        let parts = try fixtures.map { fixture in
            let bytes = try fixture.bytes()
            let mediaType = ImageFacts(reading: bytes.span).format.mediaType
            let url = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
            return #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
        }
        let content = parts.joined(separator: ",")
        return try RequestBody(Array(#"{"messages":[{"content":[\#(content)]}]}"#.utf8))
    }

    /// A body's image is decoded for its verdict first, since what is accepted stays as it is.
    @Test(arguments: [
        (Fixture.pngRGB8, BuiltIn.gpt5, CountingCodec.Usage(proofCount: 1)),
        (.gif2Frames, BuiltIn.gpt5, .init(proofCount: 2)),
        (.size8001x200, BuiltIn.claude, .init(proofCount: 1, pictureCount: 1)),
    ])
    func `repairing a body decodes no more than it has to`(
        fixture: Fixture,
        model: String,
        usage: CountingCodec.Usage
    ) async throws {
        let body = try Self.body([fixture])
        let judgement = try await preflight(model)
            .judge(body, requests: body.requests, remote: .fail, reject: .fail)
        #expect(judgement.report.verdict < .rejected)
        #expect(codec.usage == usage)
    }

    @Test(arguments: [30_000, 45_000])
    func `a budget costs one more decode`(budget: Int) async throws {
        let body = try Self.body([.jpegPhoto, .jpegProgressive, .blurredPhoto])
        let judgement = try await preflight(BuiltIn.gpt5)
            .judge(
                body,
                requests: body.requests,
                options: RequestOptions(split: .never, byteBudget: budget),
                remote: .fail,
                reject: .fail
            )
        #expect(judgement.refusals.isEmpty)
        #expect(!judgement.replacements.isEmpty)
        #expect(codec.usage.proofCount == 3)
        #expect(codec.usage.applicationCount == 0)
        #expect(codec.usage.pictureCount <= 3)
    }
}
