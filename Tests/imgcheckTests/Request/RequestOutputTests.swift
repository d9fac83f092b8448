import Fixtures
import Foundation
import Testing

/// The bodies that `imgcheck request` writes.
struct RequestOutputTests {
    static let fine = [Fixture.pngRGB8, .jpegMark, .webpLossy]

    struct Prompt: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
    }

    @Test(arguments: [
        Prompt(testDescription: "empty", text: ""),
        Prompt(testDescription: "plain", text: "What is in these images?"),
        Prompt(testDescription: "to be escaped", text: "say \"a\\b\"/c\n\t\u{1}"),
        Prompt(testDescription: "beyond ASCII", text: "Größe 模型 🖼 \u{2028}"),
        Prompt(testDescription: "the last private-use characters", text: "\u{10FF41}\u{10FFFF}"),
    ])
    func `a body is as long as check counts and the prompt together`(prompt: Prompt) throws {
        let paths = Self.fine.map(\.path)
        let checked = try Program.run(
            ["--model", RequestScene.gemma, "--format", "json"] + paths
        )
        let counted = try #require(JSONTree(report: checked.output)["request"]?["payloadByteCount"])
        let run = try RequestScene().request(["--prompt", prompt.text] + paths)
        #expect(run.status == 0)
        let escaped = try JSONEncoder.plain.encode(prompt.text).count - 2
        #expect(counted == .integer(run.output.utf8.count - escaped))
        let body = try JSONTree(run.output)
        #expect(body["messages"]?.elements[0]["content"]?.elements[0]["text"]?.text == prompt.text)
    }

    @Test
    func `a body is compact JSON with sorted keys`() throws {
        let run = try RequestScene()
            .request(
                [
                    "--prompt", "p/\"", "--system", "s\n", "--detail", "low", "--max-tokens", "9",
                    "--label", "{n}: {name}",
                ] + Self.fine.map(\.path)
            )
        #expect(run.status == 0)
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let sorted = try JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        #expect(run.output == String(decoding: sorted, as: UTF8.self))
    }

    @Test
    func `images stand in their order, byte for byte, each after its label`() throws {
        let run = try RequestScene()
            .request(["--label", "{n}: {name}", "--detail", "high"] + Self.fine.map(\.path))
        let parts = try #require(JSONTree(run.output)["messages"]?.elements[0]["content"]?.elements)
        let labels = Self.fine.enumerated().map { "\($0.offset + 1): \($0.element.name)" }
        #expect(parts.compactMap { $0["text"]?.text } == [""] + labels)
        let mediaTypes = ["image/png", "image/jpeg", "image/webp"]
        let addresses = try zip(mediaTypes, Self.fine)
            .map { "data:\($0.0);base64,\(try $0.1.base64())" }
        let images = parts.compactMap { $0["image_url"] }
        #expect(images.map { $0["url"]?.text } == addresses)
        #expect(images.allSatisfy { $0["detail"]?.text == "high" })
        #expect(parts.compactMap { $0["type"]?.text }.filter { $0 == "image_url" }.count == 3)
    }

    @Test(arguments: [(1, [1]), (5, [5]), (6, [5, 1]), (7, [5, 2]), (11, [5, 5, 1])])
    func `too many images become several bodies, one a line`(
        imageCount: Int,
        counts: [Int]
    ) throws {
        let run = try RequestScene().request(Self.paths(imageCount))
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("\n") == (counts.count > 1))
        let lines = run.output.split(separator: "\n")
        #expect(try lines.map { try Self.imageCount(of: $0) } == counts)
    }

    @Test
    func `bodies in a folder are numbered and not replaced unasked`() throws {
        let scene = try RequestScene()
        let arguments = ["--out", "out"] + Self.paths(7)
        let first = try scene.request(arguments)
        #expect(first.status == 0)
        #expect(first.output.isEmpty)
        let names = ["request-001.json", "request-002.json"]
        #expect(scene.names(in: "out") == names)
        #expect(try names.map { try Self.imageCount(of: scene.text(of: "out/\($0)")) } == [5, 2])
        try scene.write("mine", to: "out/request-001.json")
        #expect(try scene.request(arguments).status == 2)
        #expect(try scene.text(of: "out/request-001.json") == "mine")
        #expect(try scene.request(["--force"] + arguments).status == 0)
        #expect(try Self.imageCount(of: scene.text(of: "out/request-001.json")) == 5)
    }

    @Test
    func `where one name is taken none is written`() throws {
        let scene = try RequestScene()
        try scene.write("mine", to: "out/request-002.json")
        let run = try scene.request(["--out", "out"] + Self.paths(7))
        #expect(run.status == 2)
        #expect(run.errors.contains("out/request-002.json is there already: --force replaces it."))
        #expect(scene.names(in: "out") == ["request-002.json"])
        #expect(try scene.text(of: "out/request-002.json") == "mine")
    }

    @Test(arguments: [
        ([], nil), ([2], "out/request-002.json stay"),
        ([2, 3], "out/request-002.json and 1 more stay"),
        ([1], nil), ([1000], "out/request-1000.json stay"),
    ])
    func `bodies of an earlier run stay and are named`(numbers: [Int], told: String?) throws {
        let scene = try RequestScene()
        for name in ["request-.json", "request-02.json", "request-0002.json"] {
            try scene.write("other", to: "out/\(name)")
        }
        let names = numbers.map {
            "request-\(String(repeating: "0", count: $0 < 10 ? 2 : 0))\($0).json"
        }
        for name in names { try scene.write("old", to: "out/\(name)") }
        let run = try scene.request(["--force", "--out", "out", Fixture.pngRGB8.path])
        #expect(run.status == 0)
        #expect(run.errors.contains("stay from an earlier run") == (told != nil))
        #expect(told.map(run.errors.contains) ?? true)
        for name in names where name != "request-001.json" {
            #expect(try scene.text(of: "out/\(name)") == "old")
        }
    }

    @Test
    func `bodies of an earlier run below a walked folder are no images`() throws {
        let scene = try RequestScene()
        try FileManager.default.copyItem(
            atPath: Fixture.pngRGB8.path,
            toPath: scene.path + "/a.png"
        )
        for _ in 1...2 {
            let run = try scene.request(["--recursive", ".", "--force", "--out", "bodies"])
            #expect(run.status == 0)
        }
    }

    @Test
    func `an empty name of a folder is wrong usage`() throws {
        let run = try RequestScene().request(["--out", "", Fixture.pngRGB8.path])
        Case("", [], status: 64, errors: ["--out needs the name of a folder"]).verify(run)
    }

    @Test
    func `the body on standard output is the one in a folder`() throws {
        let scene = try RequestScene()
        let written = try scene.request(["--prompt", "é", Fixture.pngRGB8.path])
        let stored = try scene.request(["--prompt", "é", "--out", "out", Fixture.pngRGB8.path])
        #expect(stored.status == 0)
        #expect(try scene.text(of: "out/request-001.json") == written.output)
    }

    @Test
    func `what has to be cured is cured, and check accepts it`() throws {
        let scene = try RequestScene()
        let run = try scene.request(
            [Fixture.size8001x200.path, Fixture.gifStill.path],
            model: "databricks-claude-3-7-sonnet"
        )
        #expect(run.status == 0)
        let body = try scene.write(run.output, to: "written.json")
        let checked = try Program.run(
            ["check", "--body", body, "--model", "databricks-claude-3-7-sonnet"]
        )
        #expect(checked.status == 0)
    }

    private static func paths(_ count: Int) -> [String] {
        Array(repeating: Fixture.pngRGB8.path, count: count)
    }

    private static func imageCount(of body: some StringProtocol) throws -> Int {
        let parts = try JSONTree(body)["messages"]?.elements[0]["content"]?.elements
        return (parts ?? []).count { $0["image_url"] != nil }
    }
}

extension JSONEncoder {
    /// Escapes what has to be and nothing else.
    static var plain: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return encoder
    }
}
