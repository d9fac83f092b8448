import Testing

/// What a shell offers after the Tab key, as far as its script alone decides.
///
/// `./run test-wheel` presses the key, in every shell that is there.
struct CompletionTests {
    struct Line: Sendable, CustomTestStringConvertible {
        /// The words as bash takes them apart; the last is completed.
        let words: [String]
        let offers: [String]

        init(_ words: String..., offers: [String]) {
            self.words = words
            self.offers = offers
        }

        var testDescription: String { words.joined(separator: " ") }
    }

    @Test(
        .enabled(if: (try? Program.shell("bash -c true").status) == 0, "needs bash"),
        arguments: [
            Line("--mo", offers: ["--model"]),
            Line("--model", "databricks-gemma-3-", offers: ["databricks-gemma-3-12b"]),
            Line("a.png", "-m", "databricks-gemma-3-", offers: ["databricks-gemma-3-12b"]),
            Line("--model", "=", "databricks-gemma-3-", offers: ["databricks-gemma-3-12b"]),
            Line("fix", "-m", "amazon.nova-lite-v1", ":", offers: ["0"]),
            Line("fix", "-m", "amazon.nova-lite-v1", ":", "0", offers: ["0"]),
            Line("models", "databricks-gemma-3-", offers: ["databricks-gemma-3-12b"]),
            Line("explain", "REQ40", offers: ["REQ401", "REQ402", "REQ403", "REQ404", "REQ405"]),
            Line("--select", "REQ405", offers: ["REQ405"]),
            Line("request", "--dialect", "c", offers: ["chat", "converse"]),
            Line("stream", "--fail-on", "", offers: ["never", "rejected"]),
            Line("--route", "conv", offers: ["converse"]),
            Line("doctor", "--format", "", offers: ["text", "json"]),
            Line("expl", offers: ["explain"]),
        ]
    )
    func `bash offers`(_ line: Line) throws {
        let scratch = try Scratch()
        let script = try Program.run(["--generate-completion-script", "bash"])
        #expect(script.status == 0 && script.errors.isEmpty)
        try scratch.write(Array(script.output.utf8), to: "script.bash")
        // Bash leaves no space before what it took apart.
        let typed = line.words.reduce("imgcheck") { text, word in
            let isApart = [":", "="].contains(word) || text.hasSuffix(":") || text.hasSuffix("=")
            return text + (isApart ? "" : " ") + word
        }
        let words = (["imgcheck"] + line.words).map { "'\($0)'" }
        let last = line.words.last ?? ""
        try scratch.write(
            Array(
                """
                source ./script.bash
                PATH="$(dirname "$imgcheck"):$PATH"
                COMP_WORDS=(\(words.joined(separator: " ")))
                COMP_CWORD=\(line.words.count)
                COMP_LINE='\(typed)'
                COMP_POINT=${#COMP_LINE}
                COMPREPLY=()
                _imgcheck imgcheck '\([":", "="].contains(last) ? "" : last)' ''
                printf '%s\\n' "${COMPREPLY[@]}"
                """
                .utf8
            ),
            to: "press.bash"
        )
        let run = try Program.shell("bash press.bash", in: scratch.path)
        let offered = run.output.split(separator: "\n").map(String.init)
        #expect(offered == line.offers, "\(run.errors)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `the script names check where no command is named`(shell: String) throws {
        let script = try Program.run(["--generate-completion-script", shell])
        #expect(
            script.output.contains(shell == "fish" ? "__imgcheck_named_tokens" : "_imgcheck_named")
        )
    }

    @Test
    func `a shell without a script is refused`() throws {
        #expect(try Program.run(["--generate-completion-script", "tcsh"]).status == 64)
    }
}
