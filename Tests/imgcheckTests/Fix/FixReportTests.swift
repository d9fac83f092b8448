import Fixtures
import Foundation
import Testing

/// The JSON report of `imgcheck fix`: what each image was, what was done, what came of it.
struct FixReportTests {
    private struct Document: Decodable {
        struct Image: Decodable {
            let source: String
            let verdict: String
            let plan: [Step]?
            let output: Output?
            let notes: [String]?
        }

        struct Step: Decodable, Equatable {
            var step: String
            var loss: String
            var width: Int?
            var height: Int?
            var format: String?
            var quality: Int?
            var orientation: Int?
            var frameCount: Int?
        }

        struct Output: Decodable, Equatable {
            var path: String?
            var format: String
            var byteCount: Int
            var width: Int
            var height: Int
            var scaleX: Double
            var scaleY: Double
            var quality: Int?
            var frame: Int?
        }

        let verdict: String
        let images: [Image]
    }

    private struct Documents: Decodable {
        let reports: [Document]
    }

    private static func image(
        _ scene: FixScene,
        model: String = FixScene.claude,
        _ arguments: String...
    ) throws -> Document.Image {
        let run = try Program.run(
            ["fix", "--model", model, "--format", "json"] + arguments,
            in: scene.path
        )
        let document = try JSONDecoder().decode(Documents.self, from: Data(run.output.utf8))
        return try #require(document.reports.first?.images.first)
    }

    @Test
    func `the verdict is of what was, the output of what is`() throws {
        let scene = try FixScene(["wide.png": .size8001x200])
        let image = try Self.image(scene, "--out", "ready/", "in/wide.png")
        #expect(image.source == "in/wide.png")
        #expect(image.verdict == "fixable")
        #expect(
            image.plan == [
                .init(step: "downscale", loss: "detail", width: 1_568, height: 39),
                .init(step: "encode", loss: "none", format: "png"),
            ]
        )
        let output = try #require(image.output)
        #expect(
            output
                == .init(
                    path: "ready/wide.png",
                    format: "png",
                    byteCount: try scene.bytes(of: "ready/wide.png").count,
                    width: 1_568,
                    height: 39,
                    scaleX: 1_568.0 / 8_001,
                    scaleY: 39.0 / 200
                )
        )
    }

    @Test
    func `steps with their numbers`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6])
        let image = try Self.image(scene, "--out", "out", "--quality", "70", "in/a.jpg")
        #expect(image.verdict == "accepted")
        #expect(
            image.plan == [
                .init(step: "upright", loss: "none", orientation: 6),
                .init(step: "encode", loss: "detail", format: "jpeg", quality: 70),
            ]
        )
        #expect(image.output?.width == 256)
        #expect(image.output?.height == 208)
        #expect(image.output?.scaleX == 1)
        #expect(image.output?.quality == 70)
        #expect(image.output?.frame == nil)
    }

    @Test
    func `the frame that was kept, and the position that went`() throws {
        let scene = try FixScene(["a.gif": .gif2Frames, "b.webp": .webpGPS])
        let gpt = "databricks-gpt-5"
        let still = try Self.image(scene, model: gpt, "--out", "out", "in/a.gif")
        #expect(still.output?.frame == 0)
        #expect(still.output?.quality == nil)
        let bare = try Self.image(scene, model: gpt, "--out", "out", "in/b.webp")
        #expect(bare.output?.frame == nil)
        #expect(bare.plan == [.init(step: "stripMetadata", loss: "none")])
    }

    @Test
    func `what needs nothing has an empty plan and an output`() throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        let image = try Self.image(scene, "--out", "out", "in/a.png")
        #expect(image.plan == [])
        #expect(image.output?.path == "out/a.png")
        #expect(image.output?.byteCount == (try Fixture.pngRGB8.bytes().count))
    }

    @Test
    func `a dry run has plans and no outputs`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6])
        let image = try Self.image(scene, "--dry-run", "in/a.jpg")
        #expect(image.plan?.map(\.step) == ["upright", "encode"])
        #expect(image.output == nil)
    }

    @Test
    func `what is refused has neither`() throws {
        let scene = try FixScene(["a.jpg": .cutJpegHalf])
        let image = try Self.image(scene, "--out", "out", "in/a.jpg")
        #expect(image.verdict == "rejected")
        #expect(image.plan == nil)
        #expect(image.output == nil)
    }

    private static let note =
        "IMG205 stays, because its cure costs detail, more than may be lost: "
        + "allow it with --loss detail."

    @Test
    func `a warning that stays is told with its reason`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6])
        let kept = try Self.image(scene, "--out", "out", "--loss", "none", "in/a.jpg")
        #expect(kept.notes == [Self.note])
        let turned = try Self.image(scene, "--out", "out", "--force", "in/a.jpg")
        #expect(turned.notes == nil)
        let text = try scene.fix("--force", "--loss", "none", "in/a.jpg")
        let parts = Self.note.dropLast().split(separator: ": ")
        #expect(text.output.contains("\n     note  \(parts[0])\n       help: \(parts[1])\n"))
    }

    @Test
    func `a request and a stream tell it too`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6])
        let request = try scene.shell(
            "\"$imgcheck\" request -m \(FixScene.claude) --loss none in/a.jpg >body.json"
        )
        #expect(request.errors.contains(Self.note.prefix { $0 != ":" }))
        let line = #"{"path":"in/a.jpg"}"#
        for (options, isTold) in [("--fix --loss none", true), ("--fix", false), ("", false)] {
            let stream = try scene.shell(
                "echo '\(line)' | \"$imgcheck\" stream -m \(FixScene.claude) \(options)"
            )
            #expect(stream.output.contains(#""notes":["\#(Self.note)"]"#) == isTold)
            #expect(stream.output.contains(#""notes""#) == isTold)
        }
    }
}
