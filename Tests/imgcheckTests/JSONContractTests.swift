import Fixtures
import PreflightCore
import Testing

/// The JSON report has the fields of its schema version, and no other.
struct JSONContractTests {
    private static func report(_ arguments: String...) throws -> JSONTree {
        let run = try Program.run(Example.check("--format", "json") + arguments)
        #expect(run.errors == "")
        return try JSONTree(report: run.output)
    }

    static let facts = [
        "bitsPerSample integer", "byteCount integer", "colorModel string",
        "displayHeight integer", "displayWidth integer", "format string", "frameCount integer",
        "hasAlpha flag", "hasGPS flag", "hasICCProfile flag", "height integer", "isAnimated flag",
        "mediaType string", "orientation integer", "width integer",
    ]

    @Test
    func `a report and its request`() throws {
        let report = try Self.report(Example.fine, "gone.png", "empty.png")
        #expect(
            report.shape == [
                "images array", "mode string", "model object", "request object",
                "tool object", "verdict string",
            ]
        )
        #expect(report["mode"] == .string("decode"))
        #expect(report["verdict"] == .string("unchecked"))
        #expect(report["tool"]?.shape == ["libvips string", "name string", "version string"])
        #expect(report["tool"]?["name"] == .string("imgcheck"))
        #expect(report["model"]?.shape == ["name string", "table string", "verifiedOn string"])
        #expect(report["model"]?["name"] == .string(Example.model))
        #expect(report["model"]?["table"] == .string("built-in"))
        #expect(
            report["request"]?.shape == [
                "fileByteCount integer", "findings array", "imageCount integer",
                "payloadByteCount integer", "tokenCount integer",
            ]
        )
        #expect(report["request"]?["imageCount"] == .integer(3))
        #expect(report["request"]?["fileByteCount"] == .integer(24_465))
    }

    @Test
    func `an image that was looked at`() throws {
        let image = try #require(Self.report("jpeg-orientation-6.jpg")["images"]?.elements.first)
        #expect(
            image.shape == [
                "base64ByteCount integer", "facts object", "findings array", "source string",
                "tokenCount integer", "verdict string",
            ]
        )
        let facts = try #require(image["facts"])
        #expect(facts.shape == Self.facts)
        #expect(facts["format"] == .string("jpeg"))
        #expect(facts["mediaType"] == .string("image/jpeg"))
        #expect(facts["width"] == .integer(208))
        #expect(facts["displayWidth"] == .integer(256))
        #expect(facts["orientation"] == .integer(6))
        #expect(image["base64ByteCount"] == .integer((2_541 + 2) / 3 * 4))
    }

    @Test
    func `facts are all there, or only those of the file`() throws {
        let fixtures = Fixture.all.filter { !$0.name.hasPrefix("guard-") }
        let run = try Program.run(Example.check("--format", "json") + fixtures.map(\.name))
        let images = try JSONTree(report: run.output)["images"]?.elements ?? []
        #expect(images.count == fixtures.count)
        for (fixture, image) in zip(fixtures, images) {
            let shape = image["facts"]?.shape ?? []
            let isOfFileOnly = shape == ["byteCount integer", "format string", "mediaType string"]
            #expect(shape == Self.facts || isOfFileOnly, "\(fixture)")
            #expect(image["source"] == .string(fixture.name))
            #expect(image["facts"]?["byteCount"] == .integer(try fixture.bytes().count))
            #expect(image["error"] == nil, "\(fixture)")
        }
    }

    @Test
    func `an image whose bytes could not be had`() throws {
        let image = try #require(Self.report("gone.png")["images"]?.elements.first)
        #expect(image.shape == ["error string", "source string", "verdict string"])
        #expect(image["error"] == .string("No such file or directory"))
        #expect(image["verdict"] == .string("unchecked"))
    }

    @Test
    func `a finding with numbers, and one without`() throws {
        let run = try Program.run(
            ["--model", "databricks-claude-3-7-sonnet", "--format", "json", "size-8001x200.png"])
        let image = try JSONTree(report: run.output)["images"]?.elements.first
        let finding = try #require(
            image?["findings"]?.elements.first { $0["code"] == .string("IMG201") }
        )
        #expect(
            finding.shape == [
                "code string", "fact string", "help string", "limit integer", "measured integer",
                "message string",
                "remedy string", "severity string", "source string", "unit string",
            ]
        )
        #expect(finding["measured"] == .integer(8_001))
        #expect(finding["limit"] == .integer(8_000))
        #expect(finding["unit"] == .string("px"))
        #expect(finding["remedy"] == .string("downscale"))
        #expect(finding["severity"] == .string("error"))

        let damaged = try Self.report("cut-jpeg-half.jpg")["images"]?.elements.first
        let bare = try #require(
            damaged?["findings"]?.elements.first { $0["code"] == .string("IMG105") }
        )
        #expect(
            bare.shape == [
                "code string", "fact string", "help string", "message string", "severity string",
            ]
        )
    }

    @Test
    func `without a token count there is no field for it`() throws {
        let report = try Self.report("empty.png")
        #expect(report["request"]?["tokenCount"] == nil)
        #expect(report["images"]?.elements.first?["tokenCount"] == nil)
    }

    @Test(arguments: [
        ([Example.fine], "accepted"), (["gif-2-frames.gif", Example.fine], "fixable"),
        (["gif-2-frames.gif", "empty.png"], "rejected"), (["empty.png", "gone.png"], "unchecked"),
    ])
    func `the verdict is the worst`(_ files: [String], _ verdict: String) throws {
        let run = try Program.run(Example.check("--format", "json") + files)
        #expect(try JSONTree(report: run.output)["verdict"] == .string(verdict))
    }

    @Test
    func `one model gives a list of one`() throws {
        let document = try JSONTree(
            Program.run(Example.check("--format", "json", Example.fine)).output
        )
        #expect(document.shape == ["reports array", "schemaVersion integer"])
        #expect(document["schemaVersion"] == .integer(2))
        #expect(document["reports"]?.elements.count == 1)
    }

    @Test
    func `--json-schema 1 writes the report of one model as it is`() throws {
        let old = try JSONTree(
            Program.run(Example.check("--format", "json", "--json-schema", "1", Example.fine))
                .output
        )
        #expect(old["schemaVersion"] == .integer(1))
        #expect(old.without("schemaVersion") == (try Self.report(Example.fine)))
        let lines = try Program.run(
            Example.check("--format", "jsonl", "--json-schema", "1", Example.fine)
        )
        #expect(lines.output.contains(#""schemaVersion":1"#))
    }

    @Test
    func `--json-schema is for JSON, and of a version that there is`() throws {
        for options in [["--json-schema", "1"], ["--format", "json", "--json-schema", "3"]] {
            #expect(try Program.run(Example.check(Example.fine) + options).status == 64)
        }
    }

    @Test
    func `several models give one document each, in their order`() throws {
        let models = ["databricks-gpt-5", "databricks-claude-3-7-sonnet"]
        let run = try Program.run([
            "-m", models[0], "-m", models[1], "--format", "json", Example.fine,
        ])
        let document = try JSONTree(run.output)
        #expect(document.shape == ["reports array", "schemaVersion integer"])
        #expect(document["schemaVersion"] == .integer(2))
        let reports = document["reports"]?.elements ?? []
        #expect(reports.map { $0["model"]?["name"]?.text } == models)
        #expect(reports.first == (try Self.report(Example.fine)))
    }

    @Test
    func `JSON lines are the images and then the report without them`() throws {
        let files = [Example.fine, "empty.png", "gone.png"]
        let run = try Program.run(Example.check("--format", "jsonl") + files)
        let lines = try run.output.split(separator: "\n").map { try JSONTree($0) }
        let report = try Self.report(files[0], files[1], files[2])
        #expect(lines.count == 4)
        #expect(lines.map { $0["type"]?.text } == ["image", "image", "image", "request"])
        #expect(lines.allSatisfy { $0["model"] == report["model"] })
        #expect(lines.dropLast().map { $0.without("type", "model") } == report["images"]?.elements)
        #expect(lines.last?["images"] == nil)
        #expect(lines.last?["schemaVersion"] == .integer(2))
        for key in ["mode", "model", "request", "tool", "verdict"] {
            #expect(lines.last?[key] == report[key], "\(key)")
        }
    }

    /// The body that the formula of the contract describes, counted here from its parts.
    @Test
    func `payloadByteCount is the length of the body`() throws {
        let report = try Self.report(Example.fine, "noise.bin", "gone.png")
        let parts = try [(Example.fine, "image/jpeg"), ("noise.bin", "application/octet-stream")]
            .map { name, mediaType in
                let fixture = try #require(Fixture.all.first { $0.name == name })
                let base64 = String(repeating: "A", count: (try fixture.bytes().count + 2) / 3 * 4)
                return #",{"image_url":{"url":"data:\#(mediaType);base64,\#(base64)"},"#
                    + #""type":"image_url"}"#
            }
        let body =
            #"{"messages":[{"content":[{"text":"","type":"text"}\#(parts.joined())],"#
            + #""role":"user"}],"model":"\#(Example.model)"}"#
        #expect(report["request"]?["payloadByteCount"] == .integer(body.utf8.count))
    }

    @Test
    func `keys are sorted and slashes stand as they are`() throws {
        let run = try Program.run(Example.check("--format", "jsonl", Example.fine))
        #expect(run.output.hasPrefix(#"{"base64ByteCount":"#))
        #expect(run.output.contains(#""mediaType":"image/jpeg","orientation":1,"width":640}"#))
        #expect(run.output.contains(#""tool":{"libvips":"#))
    }
}
