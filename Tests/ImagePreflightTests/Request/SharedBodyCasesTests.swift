import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// Bodies that failed somebody give what they must.
@Suite(
    .enabled(if: SharedCases.isPresent, "the folder of shared cases is not there")
)
struct SharedBodyCasesTests {
    private static func judged(
        _ bytes: [UInt8],
        reject: RejectPolicy? = nil
    ) async throws -> (body: RequestBody, judgement: BodyJudgement) {
        let body = try RequestBody(bytes)
        let isClaude = body.requests.contains { $0.model?.contains("claude") == true }
        let model = isClaude ? BuiltIn.claude : BuiltIn.gpt5
        let judgement = try await Preflight(model: model)
            .judge(body, requests: body.requests, remote: .fail, reject: reject)
        return (body, judgement)
    }

    @Test(arguments: SharedCases.names(in: "shapes"))
    func `an image is found in every shape, or told where it is none`(
        _ name: String
    ) async throws {
        let report = try await Self.judged(SharedCases.bytes("shapes", name)).judgement.report
        #expect(report.images.count == 1)
        let verdict = report.images.first?.verdict
        let isInText = name.hasPrefix("markdown")
        guard !isInText else {
            #expect(verdict == .unchecked)
            #expect(report.images.first?.source == "messages[0].content")
            return
        }
        switch name {
        case _ where name.hasSuffix("-ok.json"): #expect(verdict == .accepted)
        case _ where name.hasSuffix("-cut.json"): #expect(verdict == .rejected)
        case _ where name.hasSuffix("-gif.json") && name.hasPrefix("anth"):
            #expect(verdict == .accepted)
        case _ where name.hasSuffix("-wrongmt.json") && name.hasPrefix("ollama"):
            #expect(verdict == .accepted)
        default: #expect(verdict == .fixable)
        }
    }

    /// What is no base64 of an image, and cannot be made one.
    private static let hopeless: Set = [
        "a-empty.json", "a-path.json", "dbfs.json", "empty.json", "filepath.json", "fileurl.json",
        "null.json", "undefined.json",
    ]

    /// What is as it should be, or not in the body.
    private static let sound: Set = ["plain.json", "a-plain.json"]
    private static let elsewhere: Set = ["a-file.json", "a-url.json", "httpurl.json"]

    @Test(arguments: SharedCases.names(in: "base64"))
    func `base64 is read, cured, or called what it is`(_ name: String) async throws {
        let (body, judgement) = try await Self.judged(
            SharedCases.bytes("base64", name),
            reject: .fail
        )
        let image = try #require(judgement.report.images.first)
        let expected: Verdict =
            Self.hopeless.contains(name)
            ? .rejected
            : Self.sound.contains(name)
                ? .accepted : Self.elsewhere.contains(name) ? .unchecked : .fixable
        #expect(image.verdict == expected)
        guard expected == .fixable else { return }
        let repaired = try RequestBody(body.rewritten(judgement.replacements))
        #expect(try repaired.file(of: repaired.images[0]).faults.isEmpty)
        let again = try await Self.judged(repaired.bytes).judgement.report.images[0]
        #expect(again.verdict == .accepted)
        guard !name.contains("jp") else { return }
        let original = try Data(
            contentsOf: SharedCases.folder.appending(path: "base64/orig.png")
        )
        #expect(try repaired.imageBytes(of: repaired.images[0]) == Array(original))
    }

    @Test(arguments: SharedCases.names(in: "torn-jsonl"))
    func `a torn line is kept, and the poison beside it is taken out`(
        _ name: String
    ) async throws {
        let (body, judgement) = try await Self.judged(
            SharedCases.bytes("torn-jsonl", name),
            reject: .omit
        )
        #expect(body.tornLines.count == (name == "clean.jsonl" ? 0 : 1))
        let repaired = try RequestBody(body.rewritten(judgement.replacements))
        #expect(repaired.images.isEmpty)
        #expect(repaired.tornLines.map(\.line) == body.tornLines.map(\.line))
        for (before, after) in zip(body.tornLines, repaired.tornLines) {
            #expect(body.bytes[before.range] == repaired.bytes[after.range])
        }
    }

    @Test(arguments: SharedCases.names(in: "transcripts"))
    func `a saved session is read, and its poison found`(_ name: String) async throws {
        let report = try await Self.judged(SharedCases.bytes("transcripts", name)).judgement.report
        let verdict: Verdict =
            name.contains("ok") ? .accepted : name.contains("wrongmt") ? .fixable : .rejected
        #expect(!report.images.isEmpty)
        #expect(
            report.images.filter { $0.source.contains("[") }.allSatisfy { $0.verdict == verdict }
        )
    }
}
