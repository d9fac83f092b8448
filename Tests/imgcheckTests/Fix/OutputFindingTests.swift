import Fixtures
import Foundation
import Testing

/// A warning that only the output raises is told, and fails where warnings do.
struct OutputFindingTests {
    private static let left =
        "1568 × 39 px is all that is left of 8001 × 200 px, and answers degrade below 200 px"

    private static let finding =
        "IMG204 warning  \(left)\n         help: cut it into tiles, which fix and request do with --tile auto"

    @Test(arguments: [[], ["--strict"]])
    func `of a copy it stands under it`(_ options: [String]) throws {
        let scene = try FixScene(["wide.png": .size8001x200])
        let run = try Program.run(
            ["fix", "-m", FixScene.claude, "--out", "out", "in/wide.png"] + options,
            in: scene.path
        )
        #expect(run.status == (options.isEmpty ? 0 : 1))
        #expect(run.output.contains("encode as PNG\n       \(Self.finding)\n"))
        #expect(scene.files() == ["wide.png"])
    }

    @Test func `a dry run tells it too`() throws {
        let scene = try FixScene(["wide.png": .size8001x200])
        let run = try scene.fix("--dry-run", "--strict", "in/wide.png", out: nil)
        #expect(run.status == 1)
        #expect(run.output.contains(Self.finding))
    }

    @Test func `in JSON it is the output's`() throws {
        let scene = try FixScene(["wide.png": .size8001x200])
        let run = try scene.fix("--format", "json", "in/wide.png")
        let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
        let image = try #require(document.reports.first?.images.first)
        #expect(image.findings.map(\.code) == ["IMG201", "IMG203"])
        #expect(
            image.output.findings == [
                .init(
                    code: "IMG204",
                    severity: "warning",
                    fact: Self.left,
                    measured: 39,
                    limit: 200
                )
            ]
        )
    }

    @Test func `a request with it is written unless warnings fail`() throws {
        let scene = try FixScene(["wide.png": .size8001x200])
        let request = "\"$imgcheck\" request -m \(FixScene.claude) in/wide.png"
        let lenient = try scene.shell(request)
        #expect(lenient.status == 0 && !lenient.output.isEmpty)
        #expect(lenient.errors.contains(Self.finding))
        let strict = try scene.shell("\(request) --strict")
        #expect(strict.status == 1 && strict.output.isEmpty)
        #expect(strict.errors.contains(Self.finding))
        #expect(strict.errors.contains("Nothing was written, since new warnings fail."))
    }

    @Test(arguments: ["size-200x300.png", "size-199x300.png", "jpeg-orientation-6.jpg"])
    func `what raises nothing new has none`(_ name: String) throws {
        let run = try Program.run(
            ["fix", "-m", FixScene.claude, "--dry-run", "--strict", name]
        )
        #expect(run.status == 0)
        #expect(!run.output.contains("all that is left"))
    }

    private struct Document: Decodable {
        struct Image: Decodable {
            struct Output: Decodable {
                let findings: [Finding]?
            }
            let findings: [Finding]
            let output: Output
        }
        struct Finding: Decodable, Equatable {
            var code: String
            var severity: String
            var fact: String
            var measured: Int?
            var limit: Int?
        }
        struct Report: Decodable {
            let images: [Image]
        }
        let reports: [Report]
    }
}
