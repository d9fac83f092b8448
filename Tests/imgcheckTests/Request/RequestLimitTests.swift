import Fixtures
import Testing

/// Limits that a request is written for: tokens, the last turn, the way that it goes.
struct RequestLimitTests {
    /// A table with one limit more, in which every image costs 100 tokens.
    private static func table(_ limit: String) -> String {
        """
        {
          "schemaVersion": 2, "name": "strict", "title": "Strict", "provider": "P",
          "verifiedOn": "2026-11-01",
          "sources": {"a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-11-01"}},
          "limits": [
            {"code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png"],
             "evidence": "documented", "source": "a"},
            {\(limit), "evidence": "documented", "source": "a"}
          ],
          "tokens": [
            {"method": "fixed", "tokenCount": 100, "evidence": "documented", "source": "a"}
          ]
        }
        """
    }

    private static let tokens = #""code": "REQ405", "measure": "imagesTokenCount", "atMost": 200"#
    private static let lastTurn =
        #""code": "REQ401", "measure": "lastTurnImageCount", "atMost": 2"#

    private static func picture(_ fixture: Fixture) -> String { "\(Example.fixtures)/\(fixture.name)" }

    @Test(arguments: [
        ("two images and tokens for two", tokens, 2, 1), ("one more", tokens, 3, 2),
        ("five", tokens, 5, 3), ("two images in the last turn", lastTurn, 2, 1),
        ("three", lastTurn, 3, 2),
    ])
    func `as many requests as the limit asks for`(
        name: String,
        limit: String,
        imageCount: Int,
        requestCount: Int
    ) throws {
        let scene = try RequestScene()
        let rules = try scene.write(Self.table(limit), to: "rules.json")
        let images = Array(repeating: Self.picture(.jpegPhoto), count: imageCount)
        let run = try scene.request(
            ["--rules", rules, "--out", "bodies"] + images,
            model: "strict"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(scene.names(in: "bodies").count == requestCount)
    }

    @Test(arguments: [
        ("one image of too many tokens", tokens.replacing("200", with: "99"), 1),
        ("three in one request", tokens, 3),
    ])
    func `what no split cures writes nothing`(
        name: String,
        limit: String,
        imageCount: Int
    ) throws {
        let scene = try RequestScene()
        let rules = try scene.write(Self.table(limit), to: "rules.json")
        let images = Array(repeating: Self.picture(.jpegPhoto), count: imageCount)
        let run = try scene.request(
            ["--rules", rules, "--out", "bodies", "--split", "never"] + images,
            model: "strict"
        )
        #expect(run.status == 1)
        #expect(run.errors.contains("tokens, and a request may have at most"), "\(run.errors)")
        #expect(scene.names(in: "bodies").isEmpty)
    }

    @Test(arguments: [
        ("databricks-gpt-5-4", ["--route", "ai_query"], "data:image/png"),
        ("databricks-gpt-5", ["--route", "ai_query"], "data:image/png"),
        ("databricks-gpt-5", [], "data:image/webp"),
        ("databricks-gpt-5", ["--route", "responses"], "input_image"),
    ])
    func `a request is written for its route`(
        model: String,
        arguments: [String],
        part: String
    ) throws {
        let scene = try RequestScene()
        let run = try scene.request(arguments + [Self.picture(.webpLossless)], model: model)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(part))
    }

    @Test func `a route and a dialect that contradict each other are refused`() throws {
        let scene = try RequestScene()
        let run = try scene.request(
            ["--route", "responses", "--dialect", "chat", Self.picture(.jpegPhoto)],
            model: "databricks-gpt-5"
        )
        Case("", [], status: 64, errors: ["contradict each other"]).verify(run)
    }

    @Test func `Gemini is told how closely to look`() throws {
        let scene = try RequestScene()
        let run = try scene.request(
            ["--detail", "low", Self.picture(.jpegPhoto)],
            model: "gemini-3-flash"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(#""mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"}"#))
    }
}
