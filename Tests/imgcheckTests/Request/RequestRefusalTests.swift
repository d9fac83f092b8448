import Fixtures
import Testing

/// When `imgcheck request` writes nothing.
struct RequestRefusalTests {
    static let fine = Fixture.pngRGB8.path
    static let damaged = Fixture.cutPngIHDR.path
    static let six = Array(repeating: fine, count: 6)

    static let cases = [
        Case(
            "a damaged file",
            [fine, damaged],
            status: 1,
            errors: [
                "cut-png-ihdr.png", "IMG105", "not written", "Nothing was written",
                "--on-reject omit",
            ]
        ),
        Case(
            "a file that is not there",
            [fine, "nothing.png"],
            status: 2,
            errors: ["nothing.png"]
        ),
        Case(
            "a file that is not there, when some may be left out",
            ["--on-reject", "omit", fine, "nothing.png"],
            status: 2,
            errors: ["nothing.png"]
        ),
        Case(
            "more images than one request takes",
            ["--split", "never"] + six,
            status: 1,
            errors: ["REQ401", "allow --split when-needed"]
        ),
        Case(
            "fewer bytes than any image has",
            ["--budget", "300", fine],
            status: 1,
            errors: ["stay legible in a request of 300 bytes", "raise --budget", "--squeeze"]
        ),
        Case(
            "nothing but what may be left out",
            ["--on-reject", "omit", damaged, damaged],
            status: 1,
            errors: ["Nothing was written, since every image was left out."]
        ),
        Case("no image", [], status: 64, errors: ["Error: ", "Usage: imgcheck request ["]),
        Case("files and a body", ["--body", "-", fine], status: 64, errors: ["not from both"]),
        Case("no tokens", ["--max-tokens", "0", fine], status: 64, errors: ["--max-tokens"]),
        Case("a detail of its own", ["--detail", "huge", fine], status: 64, errors: ["--detail"]),
        Case("an empty detail", ["--detail", "", fine], status: 64, errors: ["low, high, auto"]),
    ]

    @Test(arguments: cases)
    func `nothing is written`(_ c: Case) throws {
        c.verify(try RequestScene().request(c.arguments))
    }

    @Test(arguments: cases)
    func `nothing is written into a folder either`(_ c: Case) throws {
        let scene = try RequestScene()
        let run = try scene.request(["--out", "out"] + c.arguments)
        #expect(run.status == c.status)
        #expect(scene.names(in: "out").isEmpty)
    }

    @Test(arguments: ["--prompt", "--system", "--label"])
    func `text that is not UTF-8 is refused`(option: String) throws {
        let run = try Program.shell(
            "\"$imgcheck\" request --model \(Example.model) \(option) \"$(printf 'caf\\351')\" "
                + Self.fine
        )
        Case(
            "",
            [],
            status: 64,
            errors: ["\(option) has bytes that are no characters: give it in UTF-8."]
        )
        .verify(run)
    }

    @Test
    func `two models are one too many`() throws {
        let run = try RequestScene().request(["--model", Example.model, Self.fine])
        Case("", [], status: 64, errors: ["2 models are named"]).verify(run)
    }

    @Test
    func `what cannot be cured is left out where that is allowed, and named`() throws {
        let scene = try RequestScene()
        let run = try scene.request(["--on-reject", "omit", Self.damaged, Self.fine])
        #expect(run.status == 0)
        #expect(run.errors.contains("cut-png-ihdr.png"))
        #expect(run.output == (try scene.request([Self.fine]).output))
    }
}
