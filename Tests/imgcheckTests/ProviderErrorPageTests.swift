import Foundation
import Testing

/// `explain --error`: what is printed of an answer that somebody pasted.
struct ProviderErrorPageTests {
    @Test
    func `the answer's own words, the finding, its limits and its cure`() throws {
        let run = try Program.run([
            "explain", "--error",
            "messages.3.content.1.image.source.base64: image exceeds 20 MB maximum: 31000000 bytes > "
                + "20971520 bytes",
        ])
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.hasPrefix("“image exceeds 20 MB maximum: 31000000 bytes > 20971520"))
        for part in [
            "Anthropic: ", "IMG301  The base64 bytes of one image are over the limit",
            "cured by fitBytes",
            "In the tables", "What to do", "`imgcheck explain IMG301`",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
        // Numbers of the wording that is known are none of this answer.
        for number in ["5649924", "23045044", "5 MB", "10 MB"] {
            #expect(!run.output.contains(number), "\(number)")
        }
    }

    @Test(arguments: [
        "image exceeds 5 MB maximum: 9 bytes > 5242880 bytes", "request_too_large",
        "413 Request Entity Too Large", "Could not process image",
        "Unsupported MIME type: image/gif",
        "At most 5 image(s) may be provided in one request.",
    ])
    func `few tables are named, and how many more there are`(_ answer: String) throws {
        let output = try Program.run(["explain", "--error", answer]).output
        #expect(output.split(separator: "\n").count < 40)
        let names = output.matches(of: /(claude|gpt|gemini)-[0-9a-z.-]+/)
        #expect(names.count <= 12)
    }

    @Test
    func `the limit that the answer names comes first`() throws {
        let output =
            try Program.run([
                "explain", "--error", "image exceeds 5 MB maximum: 9 bytes > 5242880 bytes",
            ])
            .output
        #expect(output.contains("at most 5,242,880 bytes (documented)\n      bedrock-claude"))
        #expect(!output.contains("10,485,760"))
    }

    @Test(arguments: ["something else went wrong", "", "5"])
    func `an unknown answer is 1 and one sentence with what to do`(_ answer: String) throws {
        let run = try Program.run(["explain", "--error", answer])
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("imgcheck: No known answer of a provider has these words; "))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test
    func `what is pasted may come from standard input`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            Array(#"{"error": {"message": "Could not\nprocess image"}}"#.utf8),
            to: "answer.json"
        )
        let run = try Program.run(["explain", "--error", "-"], input: path)
        #expect(run.status == 0)
        #expect(run.output.contains("IMG105"))
    }

    @Test
    func `controls in an answer are shown and not obeyed`() throws {
        let run = try Program.run([
            "explain", "--error", "Could not \u{1B}[31mprocess\u{202E} image",
        ])
        #expect(run.status == 0)
        #expect(!run.output.unicodeScalars.contains { [0x1B, 0x202E].contains($0.value) })
    }
}
