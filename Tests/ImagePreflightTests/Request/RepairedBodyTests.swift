import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// `preflight.repair(body)`: the body as it can be sent, with the verdicts before and after.
struct RepairedBodyTests {
    private static func part(_ bytes: [UInt8], as mediaType: String) -> String {
        let url = "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
        return #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
    }

    private static func body(_ parts: String...) throws -> RequestBody {
        let content = parts.joined(separator: " , ")
        let text = #"{"messages":[{"role":"user","content":[\#(content)]}], "n":1.0}"#
        return try RequestBody(Array(text.utf8))
    }

    private static let preflight = Result { try Preflight(model: BuiltIn.gpt5) }

    @Test
    func `what is right comes back byte for byte`() async throws {
        let body = try Self.body(Self.part(Fixture.pngRGB8.bytes(), as: "image/png"))
        let repaired = try await Self.preflight.get().repair(body)
        #expect(repaired.bytes == body.bytes)
        #expect(repaired.report.verdict == .accepted)
        #expect(repaired.outputReport?.verdict == .accepted)
        #expect(repaired.report.requests.map(\.byteCount) == [body.bytes.count])
        #expect(repaired.report.requests.map(\.verdict) == [.accepted])
    }

    @Test
    func `what can be cured is, and is judged again`() async throws {
        let body = try Self.body(Self.part(Fixture.gif2Frames.bytes(), as: "image/gif"))
        let repaired = try await Self.preflight.get().repair(body)
        let bytes = try #require(repaired.bytes)
        #expect(bytes != body.bytes)
        #expect(repaired.report.verdict == .fixable)
        #expect(repaired.outputReport?.verdict == .accepted)
        #expect(repaired.report.requests.map(\.byteCount) == [bytes.count])
        #expect(bytes.suffix(9) == Array(#", "n":1.0}"#.utf8).suffix(9))
    }

    @Test
    func `a media type that was wrong is a change of the body, not of the file`() async throws {
        let body = try Self.body(Self.part(Fixture.pngRGB8.bytes(), as: "image/jpg"))
        let repaired = try await Self.preflight.get().repair(body)
        #expect(repaired.report.images[0].output?.corrections == [.mediaType])
        let right = try Self.body(Self.part(Fixture.pngRGB8.bytes(), as: "image/png"))
        #expect(repaired.bytes == right.bytes)
    }

    @Test
    func `what cannot be cured keeps the body back`() async throws {
        let body = try Self.body(Self.part(Fixture.cutPngIHDR.bytes(), as: "image/png"))
        let repaired = try await Self.preflight.get().repair(body)
        #expect(repaired.bytes == nil)
        #expect(repaired.outputReport == nil)
        #expect(repaired.report.images[0].verdict == .rejected)
        #expect(repaired.report.requests.isEmpty)
    }

    @Test
    func `what is left out is omitted, with the text that was asked for`() async throws {
        let body = try Self.body(
            Self.part(Fixture.cutPngIHDR.bytes(), as: "image/png"),
            Self.part(Fixture.pngRGB8.bytes(), as: "image/png")
        )
        let repaired = try await Self.preflight.get()
            .repair(body, options: RequestOptions(omissionText: "(a picture)"), reject: .omit)
        let text = String(decoding: try #require(repaired.bytes), as: UTF8.self)
        #expect(text.contains(#"{"type":"text","text":"(a picture)"}"#))
        #expect(repaired.report.images.map(\.verdict) == [.omitted, .accepted])
        #expect(repaired.report.verdict == .fixable)
        #expect(repaired.report.requests.map(\.images) == [[1]])
    }

    @Test
    func `an address keeps the body back unless it is passed by`() async throws {
        let address = #"{"type":"image_url","image_url":{"url":"https://localhost:1/a.png"}}"#
        let body = try Self.body(address)
        #expect(try await Self.preflight.get().repair(body).bytes == nil)
        let passed = try await Self.preflight.get().repair(body, remote: .ignore)
        #expect(passed.bytes == body.bytes)
    }

    @Test
    func `each of several requests has its own verdict`() async throws {
        var table = try BuiltIn.table(BuiltIn.gpt5)
        let small = try Self.body(Self.part(Fixture.pngRGB8.bytes(), as: "image/png")).bytes
        let large = try Self.body(Self.part(Fixture.jpegPhoto.bytes(), as: "image/jpeg")).bytes
        table.limits = table.limits.map { limit in
            var limit = limit
            if limit.code == .bodyBytesInConflict { limit.bound = .atMost(small.count) }
            return limit
        }
        let body = try RequestBody(small + [UInt8(ascii: "\n")] + large)
        let repaired = try await Preflight(table: table).repair(body)
        let codes = repaired.report.requests.map { $0.findings.map(\.code) }
        #expect(codes == [[], [.bodyBytesInConflict]])
    }
}
