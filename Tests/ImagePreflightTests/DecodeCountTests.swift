import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// No picture is decoded more often than its verdict and its cure need.
struct DecodeCountTests {
    private let codec = CountingCodec()

    private func preflight(_ model: String = BuiltIn.gpt5) throws -> Preflight {
        Preflight(table: try BuiltIn.table(model), codec: codec)
    }

    private static let inputs: [ImageInput] = [
        .file(Fixture.pngRGB8.path), .file(Fixture.gif2Frames.path),
    ]

    @Test
    func `check decodes each image once`() async throws {
        _ = try await preflight().check(Self.inputs)
        #expect(codec.usage == .init(proofCount: 2))
    }

    @Test
    func `several tables share one decode`() async throws {
        let tables = try [BuiltIn.gpt5, BuiltIn.gpt5Mini].map(BuiltIn.table)
        _ = try await Preflight.check(
            Self.inputs,
            under: tables,
            codec: codec,
            options: Preflight.Options()
        )
        #expect(codec.usage == .init(proofCount: 2))
    }

    /// What is edited without decoding is decoded before for the verdict and after as the proof;
    /// what is written anew is decoded for that alone.
    @Test(arguments: [
        (Fixture.pngRGB8, BuiltIn.gpt5, CountingCodec.Usage(proofCount: 1)),
        (.gif2Frames, BuiltIn.gpt5, .init(proofCount: 2)),
        (.size8001x200, BuiltIn.claude, .init(applicationCount: 1)),
    ])
    func `a request decodes no more than it has to`(
        fixture: Fixture,
        model: String,
        usage: CountingCodec.Usage
    ) async throws {
        let prepared = try await preflight(model).prepare([.file(fixture.path)])
        #expect(prepared.images.count == 1)
        #expect(codec.usage == usage)
    }

    /// A body's image is decoded for its verdict first, since what is accepted stays as it is.
    @Test(arguments: [
        (Fixture.pngRGB8, BuiltIn.gpt5, CountingCodec.Usage(proofCount: 1)),
        (.gif2Frames, BuiltIn.gpt5, .init(proofCount: 2)),
        (.size8001x200, BuiltIn.claude, .init(proofCount: 1, applicationCount: 1)),
    ])
    func `repairing a body decodes no more than it has to`(
        fixture: Fixture,
        model: String,
        usage: CountingCodec.Usage
    ) async throws {
        let bytes = try fixture.bytes()
        let mediaType = ImageFacts(reading: bytes.span).format.mediaType
        let url = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
        let part = #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
        let body = try RequestBody(Array(#"{"messages":[{"content":[\#(part)]}]}"#.utf8))
        let judgement = try await preflight(model)
            .judge(body, requests: body.requests, remote: .fail, reject: .fail)
        #expect(judgement.report.verdict < .rejected)
        #expect(codec.usage == usage)
    }
}
