import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// The images of existing bodies are judged in their place, and cured there.
struct BodyJudgementTests {
    private static func part(_ fixture: Fixture, as mediaType: String) throws -> String {
        let url = "data:\(mediaType);base64,\(try Data(fixture.bytes()).base64EncodedString())"
        return #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
    }

    private static func body(_ parts: String...) throws -> RequestBody {
        let content = parts.joined(separator: " , ")
        return try RequestBody(Array(#"{"messages":[{"content":[\#(content)]}], "n":1.0}"#.utf8))
    }

    private static func judged(
        _ body: RequestBody,
        model: String = BuiltIn.gpt5,
        remote: RemotePolicy = .fail,
        reject: RejectPolicy? = nil
    ) async throws -> BodyJudgement {
        try await Preflight(model: model)
            .judge(body, requests: body.requests, remote: remote, reject: reject)
    }

    private static let remote =
        #"{"type":"image_url","image_url":{"url":"https://localhost:1/a.png"}}"#

    @Test
    func `what is accepted is not replaced`() async throws {
        let body = try Self.body(Self.part(.pngRGB8, as: "image/png"))
        let judgement = try await Self.judged(body, reject: .fail)
        #expect(judgement.report.verdict == .accepted)
        #expect(judgement.replacements.isEmpty)
        #expect(body.rewritten(judgement.replacements) == body.bytes)
        #expect(judgement.report.request.totals.payloadByteCount == body.bytes.count)
        #expect(judgement.report.request.totals.fileByteCount == 790)
    }

    @Test
    func `without a policy images are judged and not cured`() async throws {
        let body = try Self.body(Self.part(.pngRGB8, as: "image/gif"))
        let judgement = try await Self.judged(body)
        #expect(judgement.report.verdict == .fixable)
        #expect(judgement.report.images.first?.findings.map(\.code) == [.mislabelled])
        #expect(judgement.report.images.first?.plan == nil)
        #expect(judgement.replacements.isEmpty)
    }

    @Test
    func `one poisoned image is cured alone`() async throws {
        let fine = try Self.part(.pngRGB8, as: "image/png")
        let wrong = try Self.part(.pngRGB8, as: "image/jpg")
        let body = try Self.body(fine, wrong, fine)
        let judgement = try await Self.judged(body, reject: .fail)
        #expect(judgement.report.images.map(\.verdict) == [.accepted, .fixable, .accepted])
        #expect(
            judgement.report.images.map(\.source) == (0...2).map { "messages[0].content[\($0)]" }
        )
        #expect(Set(judgement.replacements.keys) == [1])
        let expected = try Self.body(fine, fine, fine)
        #expect(body.rewritten(judgement.replacements) == expected.bytes)
    }

    @Test
    func `a cured image is accepted when it is judged again`() async throws {
        let body = try Self.body(
            Self.part(.size8001x200, as: "image/png"),
            Self.part(.gif2Frames, as: "image/gif")
        )
        let judgement = try await Self.judged(body, model: BuiltIn.claude, reject: .fail)
        #expect(!judgement.replacements.isEmpty)
        let repaired = try RequestBody(body.rewritten(judgement.replacements))
        let again = try await Self.judged(repaired, model: BuiltIn.claude, reject: .fail)
        #expect(again.report.verdict == .accepted)
        #expect(again.replacements.isEmpty)
    }

    @Test(arguments: [RejectPolicy.fail, .omit])
    func `what cannot be cured makes way for a text where that is allowed`(
        reject: RejectPolicy
    ) async throws {
        let body = try Self.body(
            Self.part(.cutPngIHDR, as: "image/png"),
            #"{"type":"image_url","image_url":{"url":"data:image/png;base64,!"}}"#
        )
        let judgement = try await Self.judged(body, reject: reject)
        #expect(judgement.report.verdict == .rejected)
        let images = judgement.report.images
        #expect(images.map { $0.findings.map(\.code) } == [[.undecodable], [.undecodable]])
        #expect(images.allSatisfy { $0.refusal != nil })
        #expect(judgement.replacements.count == (reject == .omit ? 2 : 0))
        for replacement in judgement.replacements.values {
            guard case .text(let text) = replacement else {
                Issue.record("expected a text, found an image")
                continue
            }
            #expect(text.hasPrefix("[An image was left out here.]"))
        }
    }

    @Test
    func `an address is not checked, or passed by`() async throws {
        let fine = try Self.part(.pngRGB8, as: "image/png")
        let body = try Self.body(Self.remote, fine)
        let failed = try await Self.judged(body, reject: .omit)
        #expect(failed.report.verdict == .unchecked)
        #expect(failed.report.images.map(\.verdict) == [.unchecked, .accepted])
        #expect(failed.replacements.isEmpty)
        let passed = try await Self.judged(body, remote: .ignore, reject: .omit)
        #expect(passed.report.verdict == .accepted)
        #expect(passed.report.images.map(\.source) == ["messages[0].content[1]"])
        #expect(passed.report.request.totals.imageCount == 2)
    }

    @Test(arguments: [
        (remote, "The image is an address"),
        (
            #"{"type":"image","source":{"type":"file","file_id":"file_1"}}"#,
            "The image is the identifier of an uploaded file"
        ),
    ])
    func `what is not in the body is called what it is`(
        part: String,
        expected: String
    ) async throws {
        let judgement = try await Self.judged(Self.body(part))
        #expect(judgement.report.verdict == .unchecked)
        #expect(judgement.report.images.first?.error?.description.contains(expected) == true)
        let passed = try await Self.judged(Self.body(part), remote: .ignore)
        #expect(passed.report.verdict == .accepted)
    }

    @Test
    func `a wrong media type leaves the base64 as it is spelled`() async throws {
        let fine = try Self.part(.pngRGB8, as: "image/png").replacing("/", with: #"\/"#)
        let wrong = fine.replacing(#"image\/png"#, with: "image/gif")
        let judgement = try await Self.judged(Self.body(wrong), reject: .fail)
        let repaired = try Self.body(wrong).rewritten(judgement.replacements)
        let expected = try Self.body(fine.replacing(#"image\/png"#, with: "image/png"))
        #expect(repaired == expected.bytes)
    }

    @Test(arguments: [
        (#"{"image_url":{"url":"data:image/png;base64,AAAA"}}"#, "no “type”: name its type"),
        (
            #"{"type":"tool_result","content":{"type":"image","source":{}}}"#,
            "not in an array of parts: put it into an array"
        ),
    ])
    func `a part that no provider reads is named`(part: String, expected: String) async throws {
        let report = try await Self.judged(Self.body(part)).report
        #expect(report.verdict == .rejected)
        #expect(report.images.first?.findings.first?.message.description.contains(expected) == true)
    }

    @Test(arguments: [1, 2])
    func `a limit is not set against the sum of several bodies`(lineCount: Int) async throws {
        let line = #"{"messages":[{"content":[]}]}"#
        let lines = Array(repeating: line, count: lineCount).joined(separator: "\n")
        let report = try await Self.judged(RequestBody(Array(lines.utf8))).report
        #expect(report.request.limits.isEmpty == (lineCount > 1))
    }

    @Test
    func `of a body without images, the text is too long`() async throws {
        let text = String(repeating: "x", count: 10_000_000)
        let body = try Self.body(#"{"type":"text","text":"\#(text)"}"#)
        let report = try await Self.judged(body).report
        #expect(report.verdict == .rejected)
        let finding = try #require(report.request.findings.first { $0.severity == .error })
        #expect(finding.remedy == nil)
        #expect(finding.message.description.hasSuffix("shorten the text or split the request."))
        #expect(TextReporter().text(for: [report]).hasSuffix("\nrejected: the request\n"))
    }

    @Test
    func `each line is counted as a request of its own`() async throws {
        let image = try Self.part(.pngRGB8, as: "image/png")
        func line(_ count: Int) -> String {
            let content = Array(repeating: image, count: count).joined(separator: ",")
            return #"{"messages":[{"content":[\#(content)]}]}"#
        }
        let lines = try RequestBody(Array("\(line(3))\n\(line(3))\n".utf8))
        #expect(try await Self.judged(lines, model: BuiltIn.gemma).report.verdict == .accepted)
        let crowded = try RequestBody(Array("\(line(3))\n\(line(6))\n".utf8))
        let judgement = try await Self.judged(crowded, model: BuiltIn.gemma)
        #expect(judgement.report.request.findings.map(\.code) == [.tooManyImages])
        #expect(
            judgement.report.request.findings.first?.message.description.hasPrefix("Line 2: ")
                == true
        )
        #expect(judgement.report.images.count == 9)
    }
}
