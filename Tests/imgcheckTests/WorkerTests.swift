import Fixtures
import Foundation
import Testing

/// The program and its decoder, which is another program.
struct WorkerTests {
    private static let files = [Fixture.jpegPhoto.name, Fixture.pngRGB8.name]

    /// A folder with a link to the double under the name of a fault, and a file that triggers it.
    private static func scene(_ fault: String) throws -> (Scratch, codec: String, file: String) {
        let scratch = try Scratch()
        let double = Program.folder.appending(path: "codec-double")
        try scratch.link(fault, to: double.path(percentEncoded: false))
        let bytes = try Fixture.pngRGB8.bytes() + [0xBA, 0xD0, 0xF1, 0x1E]
        let file = try scratch.write(bytes, to: "trigger.png")
        return (scratch, "\(scratch.path)/\(fault)", file)
    }

    @Test(arguments: [
        ("/nonexistent", "IMGCHECK_CODEC names /nonexistent, which is no program"),
        ("/bin/true", "The decoder /bin/true does not answer (exit status 0)"),
    ])
    func `without a decoder there is one sentence and status 2`(
        codec: String,
        sentence: String
    ) throws {
        let run = try Program.run(
            Example.check() + Self.files,
            environment: ["IMGCHECK_CODEC": codec]
        )
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.errors.contains(sentence))
    }

    #if os(Linux)
    @Test(.timeLimit(.minutes(2)))
    func `decoders are as nice as the program was told to be`() throws {
        let scratch = try Scratch()
        let line = #"{"id":1,"path":"\#(Fixture.jpegPhoto.path)"}"# + "\n"
        try scratch.write(Array(line.utf8), to: "line")
        let run = try Program.shell(
            """
            mkfifo in out
            nice -n 5 "$imgcheck" stream --model \(Example.model) <in >out &
            exec 3>in 4<out
            cat line >&3
            timeout 60 head -n 1 <&4 >answer
            nice -n 5 nice
            for child in $(cat /proc/$!/task/*/children); do
                cut -d ' ' -f 19 "/proc/$child/stat"
            done
            exec 3>&-
            wait $!
            """,
            in: scratch.path
        )
        let priorities = run.output.split(separator: "\n")
        #expect(priorities.count > 1)
        #expect(Set(priorities).count == 1)
    }
    #endif

    @Test func `headers are read without a decoder`() throws {
        let arguments = Example.check("--headers-only", "--format", "json") + Self.files
        let without = try Program.run(arguments, environment: ["IMGCHECK_CODEC": "/nonexistent"])
        #expect(without.status == 0)
        #expect(without.output == (try Program.run(arguments)).output)
        #expect(!without.output.contains("libvips"))
    }

    @Test(arguments: [
        ("crashing", "signal 6"), ("looping", "more than 1 s"), ("lie-noise", "no message"),
    ])
    func `a decoder that goes wrong costs one image`(fault: String, cause: String) throws {
        let (scratch, codec, file) = try Self.scene(fault)
        defer { withExtendedLifetime(scratch) {} }
        let arguments = Example.check("--format", "jsonl", "--each", "--timeout", "1")
        let run = try Program.run(
            arguments + [Self.files[0], file, Self.files[1]],
            environment: ["IMGCHECK_CODEC": codec]
        )
        let sound = try Program.run(arguments + [Self.files[0], Self.files[1]])
        let lines = run.output.split(separator: "\n")
        let soundLines = sound.output.split(separator: "\n")
        #expect(run.status == 1)
        #expect([lines[0], lines[2]] == [soundLines[0], soundLines[1]])
        #expect(lines[1].contains("IMG105"))
        #expect(lines[1].contains(cause))
    }

    @Test func `doctor finds the lock whole where the system has it`() throws {
        let run = try Program.run(["doctor", "--format", "json"])
        let tree = try JSONTree(run.output)
        #expect(tree["decoder"]?["libvips"]?.text?.hasPrefix("8.") == true)
        #expect(tree["decoder"]?["openLoaders"]?.elements.isEmpty == false)
        let layers = tree["layers"]?.elements ?? []
        let isWhole = layers.allSatisfy { $0["isInForce"] == .flag(true) }
        #expect(run.status == (isWhole ? 0 : 1))
        let attempts = tree["attempts"]?.elements.filter { $0["layer"]?.text == "all" } ?? []
        #expect(attempts.count == 7)
        #if os(Linux)
        for attempt in attempts {
            #expect(["refused", "killed"].contains(attempt["outcome"]?.text ?? ""))
        }
        #endif
    }

    @Test func `doctor tells the bounds, each once`() throws {
        let tree = try JSONTree(Program.run(["doctor", "--format", "json"]).output)
        let names = tree["limits"]?.elements.compactMap { $0["name"]?.text } ?? []
        #expect(Set(names).count == names.count)
        let wanted = [
            "scans", "inflated-chunk-bytes", "inflated-text-bytes", "worker-memory-bytes",
            "body-bytes", "body-depth", "body-values", "line-bytes", "table-bytes", "table-depth",
        ]
        #expect(Set(names).isSuperset(of: wanted))
    }

    @Test func `doctor says that there is no decoder`() throws {
        let run = try Program.run(["doctor"], environment: ["IMGCHECK_CODEC": "/nonexistent"])
        #expect(run.status == 2)
        #expect(run.output.contains("IMGCHECK_CODEC names /nonexistent, which is no program"))
        #expect(run.output.contains("--headers-only"))
    }
}
