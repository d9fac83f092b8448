import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// In every dialect an image is found, judged and repaired, and nothing else changes.
struct DialectRepairTests {
    static let shapes = DialectShape.sent + DialectShape.written

    private static func judged(
        _ body: RequestBody,
        reject: RejectPolicy? = .fail
    ) async throws -> BodyJudgement {
        try await Preflight(model: BuiltIn.gpt5)
            .judge(body, requests: body.requests, remote: .fail, reject: reject)
    }

    /// The body, its one image's judgement and the body as it is repaired.
    private static func repaired(
        _ bytes: [UInt8],
        reject: RejectPolicy? = .fail
    ) async throws -> (image: ImageReport, body: RequestBody) {
        let body = try RequestBody(bytes)
        let judgement = try await judged(body, reject: reject)
        let image = try #require(judgement.report.images.first)
        #expect(judgement.report.images.count == 1)
        return (image, try RequestBody(body.rewritten(judgement.replacements)))
    }

    @Test(arguments: shapes)
    func `a fine image is accepted where it stands, and nothing changes`(
        _ shape: DialectShape
    ) async throws {
        let bytes = shape.body(of: try Fixture.pngRGB8.bytes(), declared: "image/png")
        let (image, body) = try await Self.repaired(bytes)
        #expect(image.verdict == .accepted)
        #expect(image.source == shape.location)
        #expect(body.images[0].dialect?.name == shape.dialect)
        #expect(body.bytes == bytes)
    }

    @Test(arguments: shapes)
    func `an animation becomes its first frame`(_ shape: DialectShape) async throws {
        let (image, body) = try await Self.repaired(
            shape.body(of: try Fixture.gif2Frames.bytes(), declared: "image/gif")
        )
        #expect(image.verdict == .fixable)
        #expect(image.findings.first?.code == .animationRefused)
        let output = try body.imageBytes(of: body.images[0])
        let format = ImageFormat(recognising: output.span)
        #expect(body.bytes == shape.body(of: output, declared: format.mediaType))
        #expect(try await Self.judged(body).report.images[0].verdict == .accepted)
    }

    @Test(arguments: shapes)
    func `half a file is refused, and left out where that is wanted`(
        _ shape: DialectShape
    ) async throws {
        let bytes = shape.body(of: try Fixture.cutJpegHalf.bytes(), declared: "image/jpeg")
        let (image, body) = try await Self.repaired(bytes)
        #expect(image.verdict == .rejected)
        #expect(image.findings.map(\.code) == [.undecodable])
        #expect(body.bytes == bytes)
        let (_, without) = try await Self.repaired(bytes, reject: .omit)
        #expect(without.images.isEmpty == shape.takesText)
        #expect((without.bytes == bytes) != shape.takesText)
    }

    @Test(arguments: [
        #"{"messages":[{"role":"user","content":[{"image_url":{"url":"URL"}}]}]}"#,
        #"{"messages":[{"role":"user","content":{"type":"image_url","image_url":{"url":"URL"}}}]}"#,
    ])
    func `an image that is whole stays where its part is wrong, and it is said`(
        _ shape: String
    ) async throws {
        let base64 = try Data(Fixture.pngRGB8.bytes()).base64EncodedString()
        let text = shape.replacing("URL", with: "data:image/png;base64,\(base64)")
        let body = try RequestBody(Array(text.utf8))
        let judgement = try await Self.judged(body, reject: .omit)
        #expect(judgement.replacements.isEmpty)
        #expect(judgement.refusals.count == 1)
        #expect(judgement.refusals.first?.fact.contains("is whole and stays") == true)
    }

    @Test(arguments: shapes)
    func `a wrong media type is put right, and the bytes stay`(
        _ shape: DialectShape
    ) async throws {
        let file = try Fixture.jpegPhoto.bytes()
        let (image, body) = try await Self.repaired(shape.body(of: file, declared: "image/png"))
        #expect(image.verdict == .fixable)
        #expect(image.findings.first?.code == .mislabelled)
        #expect(body.bytes == shape.body(of: file, declared: "image/jpeg"))
    }

    @Test(arguments: shapes)
    func `base64 that is broken into lines is written anew`(_ shape: DialectShape) async throws {
        let file = try Fixture.pngRGB8.bytes()
        let lineBreak = shape.body.contains(#"\""#) ? #"\\n"# : #"\n"#
        let bytes = shape.body(of: file, declared: "image/png") { base64 in
            stride(from: 0, to: base64.utf8.count, by: 76)
                .map { String(base64.dropFirst($0).prefix(76)) }
                .joined(separator: lineBreak)
        }
        let (image, body) = try await Self.repaired(bytes)
        #expect(image.verdict == .fixable)
        #expect(image.findings.map(\.code) == [.unusualBase64])
        #expect(body.bytes == shape.body(of: file, declared: "image/png"))
    }

    @Test
    func `every dialect has a shape`() {
        let shown = Set(Self.shapes.map(\.dialect)).union(["ollama"])
        #expect(shown == Set(Dialect.all.map(\.name)))
    }

    @Test
    func `Ollama declares no media type`() async throws {
        let file = try Fixture.gif2Frames.bytes()
        let base64 = String(decoding: Base64.encode(file), as: UTF8.self)
        let text = #"{"messages":[{"role":"user","content":"x","images":["\#(base64)"]}]}"#
        let (image, body) = try await Self.repaired(Array(text.utf8))
        #expect(image.source == "messages[0].images[0]")
        #expect(image.findings.first?.code == .animationRefused)
        #expect(try await Self.judged(body).report.images[0].verdict == .accepted)
    }
}
