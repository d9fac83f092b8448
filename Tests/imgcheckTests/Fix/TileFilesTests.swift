import Fixtures
import Foundation
import Testing

/// `--tile` of `fix` and `request`, as people use it.
struct TileFilesTests {
    private static let names = (1...4).map { "page-part-\($0)-of-4.png" }

    @Test(arguments: ["auto", "always"])
    func `a copy in several files, which the receipt places`(_ policy: String) throws {
        let scene = try FixScene(["page.png": .pageTall])
        let run = try scene.fix("--tile", policy, "--strict", "in/page.png")
        #expect(run.status == 0)
        #expect(scene.files() == Self.names)
        #expect(
            run.output.contains("cut into 4 tiles, encode as PNG\n        out/\(Self.names[0]): ")
        )
        #expect(run.output.contains("out/\(Self.names[0]): x 0, y 0, 480 × "))
        let check = try Program.run(
            ["-m", FixScene.claude, "--strict", "out"],
            in: scene.path
        )
        #expect(check.status == 0)
    }

    @Test func `in JSON each has its place`() throws {
        let scene = try FixScene(["page.png": .pageTall])
        let run = try scene.fix("--tile", "auto", "--format", "json", "in/page.png")
        let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
        let image = try #require(document.reports.first?.images.first)
        #expect(image.plan.map(\.step) == ["tile", "encode"])
        #expect(image.plan.first?.tileCount == 4)
        let output = image.output
        #expect(output.path == nil && output.findings == nil)
        #expect((output.width, output.height) == (480, 6_000))
        #expect(output.tiles.map(\.path) == Self.names.map { "out/\($0)" })
        #expect(output.tiles.allSatisfy { $0.x == 0 && $0.width == 480 && $0.scale == 1 })
        #expect(output.tiles.first?.y == 0)
        #expect(output.tiles.last.map { $0.y + $0.height } == 6_000)
        for (one, next) in zip(output.tiles, output.tiles.dropFirst()) {
            #expect(next.y > one.y && next.y < one.y + one.height)
        }
        for tile in output.tiles {
            #expect(try scene.bytes(of: tile.path).count == tile.byteCount)
        }
    }

    @Test func `a name that another input has goes to neither`() throws {
        let scene = try FixScene(["page.png": .pageTall, "page-part-2-of-4.png": .pngRGB8])
        let run = try scene.fix("--tile", "auto", "in/page.png", "in/page-part-2-of-4.png")
        #expect(run.status == 0)
        #expect(Set(scene.files()) == Set(Self.names + ["page-part-2-of-4-2.png"]))
        #expect(try scene.bytes(of: "out/page-part-2-of-4.png") == Fixture.pngRGB8.bytes())
    }

    @Test func `never, and what fits, go in one`() throws {
        let scene = try FixScene(["page.png": .pageTall, "a.png": .pngRGB8])
        #expect(try scene.fix("--tile", "never", "in/page.png").status == 0)
        #expect(try scene.fix("--tile", "always", "in/a.png").status == 0)
        #expect(scene.files() == ["a.png", "page.png"])
    }

    @Test func `a dry run tells how many`() throws {
        let scene = try FixScene(["page.png": .pageTall])
        let run = try scene.fix("--tile", "auto", "--dry-run", "in/page.png", out: nil)
        #expect(run.output.contains("plan  cut into 4 tiles, encode as PNG"))
    }

    @Test func `a request labels them`() throws {
        let scene = try FixScene(["page.png": .pageTall])
        let request = "\"$imgcheck\" request -m \(FixScene.claude) --tile auto in/page.png"
        let run = try scene.shell(request)
        #expect(run.status == 0)
        #expect(run.output.contains(#"{"text":"part 2 of 4","type":"text"}"#))
        #expect(run.errors.contains("4 images"))
    }

    @Test func `an existing body keeps its parts`() throws {
        let run = try Program.run(
            ["request", "-m", FixScene.claude, "--tile", "auto", "--body", "-"]
        )
        #expect(run.status == 64)
        #expect(run.errors.contains("--tile has no effect here"))
    }

    @Test func `an animation that stays one is not cut`() throws {
        let scene = try FixScene(["a.gif": .gif2Frames])
        let table = """
            {"schemaVersion":2,"name":"small","extends":"\(FixScene.claude)","title":"Small",\
            "verifiedOn":"2026-11-22","limits":[{"code":"IMG203","measure":"displaySize",\
            "within":{"longEdgePixels":100},"evidence":"documented","source":"vision"}]}
            """
        try scene.write(Array(table.utf8), to: "small.json")
        let run = try scene.fix(
            "--rules",
            "small.json",
            "--tile",
            "always",
            "in/a.gif",
            model: "small"
        )
        #expect(run.status == 1)
        #expect(run.output.contains("The frames of an animation are not cut into tiles"))
    }

    private struct Document: Decodable {
        struct Image: Decodable {
            struct Step: Decodable {
                let step: String
                let tileCount: Int?
            }
            struct Output: Decodable {
                let path: String?
                let width: Int
                let height: Int
                let tiles: [Tile]
                let findings: [Finding]?
            }
            struct Tile: Decodable {
                let path: String
                let x: Int
                let y: Int
                let width: Int
                let height: Int
                let scale: Double
                let byteCount: Int
            }
            struct Finding: Decodable {
                let code: String
            }
            let plan: [Step]
            let output: Output
        }
        struct Report: Decodable {
            let images: [Image]
        }
        let reports: [Report]
    }
}
