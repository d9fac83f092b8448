import Fixtures
import Foundation
import Testing

/// `--run-timeout`: the end of a run whose images take too long together.
struct RunTimeTests {
    /// Less than any start takes.
    private static let over = "0.000001"

    @Test
    func `images that no time is left for are unchecked, and the way out is named`() throws {
        let arguments = Example.check("--run-timeout", Self.over, "--verbose", Example.fine)
        let run = try Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.contains("The run is out of time, and the image was not looked at"))
        #expect(run.output.contains("--run-timeout"))
    }

    // What a clock cannot count is for ever too.
    @Test(arguments: ["86400", "1e300"])
    func `a run that has time is as it is without an end`(seconds: String) throws {
        let run = try Program.run(Example.check("--run-timeout", seconds, Example.fine))
        #expect(run.status == 0)
        #expect(run.output == (try Program.run(Example.check(Example.fine))).output)
    }

    @Test(arguments: ["0", "-1", "nan", "inf"])
    func `a time that is none is refused`(seconds: String) throws {
        let run = try Program.run(Example.check("--run-timeout=\(seconds)", Example.fine))
        #expect(run.status == 64)
        #expect(run.errors.contains("--run-timeout takes a number above 0"))
    }

    @Test
    func `fix writes nothing of what it has no time for`() throws {
        let scratch = try Scratch()
        let out = "\(scratch.path)/out"
        let run = try Program.run(
            ["fix"] + Example.check("--run-timeout", Self.over, "--out", out, Example.fine)
        )
        #expect(run.status == 2)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: out)) ?? [] == [])
    }

    @Test
    func `a stream has an end only where one is given`() throws {
        let line = #"{"id":1,"path":"\#(Fixture.jpegPhoto.path)"}"#
        let cut = try RequestScene().stream(line, "--run-timeout", Self.over)
        #expect(cut.output.contains(#""verdict":"unchecked""#))
        #expect(cut.output.contains("out of time"))
        let whole = try RequestScene().stream(line)
        #expect(!whole.output.contains("unchecked"))
    }

    @Test
    func `the default is told`() throws {
        let run = try Program.run(["doctor", "--format", "json"])
        #expect(run.output.contains(#""name" : "run-seconds""#))
    }
}
