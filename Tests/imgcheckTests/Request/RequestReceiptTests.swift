import Fixtures
import Foundation
import Testing

/// What `imgcheck request` tells of what it did.
struct RequestReceiptTests {
    static let photo = Fixture.jpegPhoto.path
    static let fine = Fixture.pngRGB8.path

    @Test
    func `a changed image has its line, and one that is as it was has none`() throws {
        let run = try RequestScene().request([Fixture.jpegOrientation6.path, Self.fine])
        #expect(run.status == 0)
        #expect(run.errors.contains("→ \(Fixture.jpegOrientation6.path)"))
        #expect(run.errors.contains("→  JPEG, 256 × 208, "))
        #expect(run.errors.contains("turn upright from orientation 6, encode as JPEG (quality 85)"))
        #expect(!run.errors.contains(Self.fine))
        #expect(run.errors.contains("accepted: 2 accepted; 1 changed"))
        #expect(
            run.errors.hasSuffix(
                "request  \(run.output.utf8.count.grouped) bytes, 2 images; accepted\n"
            )
        )
    }

    @Test
    func `what a budget takes from an image is told`() throws {
        let run = try RequestScene().request(["--budget", "20000", Self.photo])
        #expect(run.status == 0)
        #expect(run.errors.contains("24,465"))
        #expect(run.errors.contains("encode as JPEG (quality "))
        #expect(
            run.errors.hasSuffix(
                "request  \(run.output.utf8.count.grouped) bytes, 1 image; accepted\n"
            )
        )
    }

    @Test
    func `bodies in a folder are listed with bytes and images`() throws {
        let scene = try RequestScene()
        let run = try scene.request(["--out", "out"] + Array(repeating: Self.fine, count: 7))
        #expect(run.status == 0)
        let counts = try (1...2)
            .map { try scene.text(of: "out/request-00\($0).json").utf8.count.grouped }
        #expect(
            run.errors.hasSuffix(
                """

                out/request-001.json  \(counts[0]) bytes, 5 images: 1–5; accepted
                out/request-002.json  \(counts[1]) bytes, 2 images: 6–7; accepted

                """
            )
        )
    }

    /// One more than a request takes.
    private static let mixed = [photo, photo, fine, fine, photo, Fixture.jpegOrientation6.path]

    @Test(arguments: ["keep", "free"])
    func `of several requests the report says which holds which image`(order: String) throws {
        let scene = try RequestScene()
        let run = try scene.request(
            ["--order", order, "--budget", "53000", "--out", "out", "--output", "report.json"]
                + ["--format", "json"] + Self.mixed
        )
        #expect(run.status == 0)
        let report = try JSONTree(report: scene.text(of: "report.json"))
        let requests = try #require(report["requests"]?.elements)
        #expect(requests.count > 1)
        #expect(requests.count == scene.names(in: "out").count)
        for (index, request) in requests.enumerated() {
            let body = try scene.text(of: "out/request-00\(index + 1).json")
            #expect(request["number"] == .integer(index + 1))
            #expect(request["path"]?.text == "out/request-00\(index + 1).json")
            #expect(request["byteCount"] == .integer(body.utf8.count))
            let places = request["images"]?.elements ?? []
            #expect(request["imageCount"] == .integer(places.count))
            for case .integer(let place) in places {
                let image = try #require(report["images"]?.elements[place])
                #expect(image["output"]?["request"] == .integer(index + 1))
            }
        }
        let all = requests.flatMap { $0["images"]?.elements ?? [] }
        #expect(Set(all.map(String.init(describing:))).count == Self.mixed.count)
        #expect(all.count == Self.mixed.count)
    }

    @Test
    func `what is left out is in no request`() throws {
        let scene = try RequestScene()
        let run = try scene.request(
            ["--on-reject", "omit", "--output", "report.jsonl", "--format", "jsonl"]
                + [Fixture.cutPngIHDR.path, Self.fine]
        )
        #expect(run.status == 0)
        let lines = try scene.text(of: "report.jsonl").split(separator: "\n")
        let last = try JSONTree(lines[2])
        let request = try #require(last["requests"]?.elements.first)
        #expect(request["images"] == .array([.integer(1)]))
        #expect(request["path"] == nil)
        #expect(try JSONTree(lines[0])["output"] == nil)
        #expect(try JSONTree(lines[1])["output"]?["request"] == .integer(1))
    }

    @Test
    func `where nothing is written nothing is said to be`() throws {
        let scene = try RequestScene()
        let run = try scene.request(
            ["--output", "report.json", "--format", "json"]
                + [Fixture.cutPngIHDR.path, Fixture.jpegOrientation6.path]
        )
        #expect(run.status == 1)
        #expect(!run.errors.contains("changed"))
        let report = try JSONTree(report: scene.text(of: "report.json"))
        #expect(report["requests"] == nil)
        #expect(report["images"]?.elements[1]["output"] == nil)
        #expect(report["images"]?.elements[1]["plan"]?.elements.isEmpty == false)
    }

    @Test(
        .enabled(
            if: (try? Program.shell("script -qec true /dev/null").status) == 0,
            "needs script(1) and a pseudo-terminal"
        ),
        arguments: [("", true), ("--quiet", false), ("2>/dev/null", false)]
    )
    func `progress is shown on a terminal`(argument: String, isShown: Bool) throws {
        // It takes longer than what is shown nothing of.
        let large = Fixture.guard15000x9999.path
        for command in ["check", "request", "fix --dry-run"] {
            let line =
                "\"$imgcheck\" \(command) --model \(FixScene.claude) \(large) \(Self.fine) \(argument)"
            let run = try Program.shell("script -qec '\(line) >/dev/null' /dev/null")
            #expect(run.output.contains("\r\u{1B}[K0 of 2 images") == isShown, "\(command)")
        }
    }

    @Test
    func `and nowhere else`() throws {
        let run = try RequestScene().request([Self.fine, Self.photo])
        #expect(!run.errors.contains("images read"))
        #expect(!run.errors.contains("\r"))
    }
}

extension Int {
    /// The number with commas between groups of three digits.
    fileprivate var grouped: String { formatted(.number.locale(Locale(identifier: "en_US"))) }
}
