import Fixtures
import Foundation
import Testing

/// How far images are read, how many at a time, and what reaches nobody's terminal.
struct DepthTests {
    @Test
    func `decoders write nothing to standard error, and the report is the same each time`() throws {
        let files = Fixture.damage.map(\.name)
        let arguments = Example.check("--jobs", "4", "--each") + files + files + files
        let runs = try (0..<5).map { _ in try Program.run(arguments) }
        #expect(runs.allSatisfy { $0.errors == "" && $0.status == 1 })
        #expect(Set(runs.map(\.output)).count == 1)
    }

    @Test
    func `--headers-only does not see damage in the pixels`() throws {
        let decoded = try Program.run(Example.check("--format", "json", "cut-png-idat.png"))
        let read = try Program.run(
            Example.check("--format", "json", "--headers-only", "cut-png-idat.png")
        )
        #expect(decoded.status == 1)
        #expect(decoded.output.contains("IMG105"))
        #expect(try JSONTree(report: decoded.output)["mode"] == .string("decode"))
        #expect(read.status == 0)
        #expect(!read.output.contains("IMG105"))
        #expect(try JSONTree(report: read.output)["mode"] == .string("headers"))
    }

    // The picture has 640 × 480 = 307,200 px.
    @Test(arguments: [(307_199, Int32(1)), (307_200, 0), (307_201, 0)])
    func `--max-pixels is the most that passes`(_ pixels: Int, _ status: Int32) throws {
        let run = try Program.run(Example.check("--max-pixels", "\(pixels)", Example.fine))
        #expect(run.status == status)
        #expect(run.output.contains("IMG107") == (status == 1))
    }

    @Test(arguments: ["1", "2", "7", "1000"])
    func `the report is the same with any number of jobs`(jobs: String) throws {
        let files = Fixture.all.filter { !$0.name.hasPrefix("guard-") }.map(\.name)
        let arguments = Example.check("--format", "json") + files
        let run = try Program.run(arguments + ["--jobs", jobs])
        #expect(run.output == (try Program.run(arguments)).output)
        #expect(run.errors == "")
    }

    @Test
    func `10,000 files are all judged`() throws {
        let scratch = try Scratch()
        let image = try scratch.write(Fixture.pngGray1.bytes(), to: "image.png")
        try FileManager.default.createDirectory(
            atPath: "\(scratch.path)/many",
            withIntermediateDirectories: false
        )
        for number in 0..<10_000 {
            try FileManager.default.linkItem(
                atPath: image,
                toPath: "\(scratch.path)/many/\(number).png"
            )
        }
        let run = try Program.run(
            Example.check("--recursive", "--each", "--format", "jsonl", "many"),
            in: scratch.path
        )
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 10_001)
        #expect(lines.dropLast().allSatisfy { $0.hasSuffix(#""verdict":"accepted"}"#) })
        #expect(run.status == 0)
        #expect(run.errors == "")
    }

    /// Neither the reader's copy nor the decoder's outlives its image: 400 × 2 MB would not fit.
    @Test
    func `no more images are in memory than there are jobs`() throws {
        let scratch = try Scratch()
        let bytes = try #require(try PaddedImage.jpeg(byteCount: 2_000_000))
        let image = try scratch.write(bytes, to: "image.jpg")
        let run = try Program.shell(
            """
            ulimit -v 600000
            yes \(image) 2>/dev/null | head -n 400 |
                "$imgcheck" --model \(Example.model) --each --jobs 2 --format jsonl --files-from -
            """
        )
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 401)
        #expect(run.errors == "")
    }
}
