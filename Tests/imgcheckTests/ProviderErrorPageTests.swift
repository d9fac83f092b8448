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
            "error; imgcheck can ",
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

    @Test(arguments: [("vllm", "no such limit"), ("azure-gpt-4o", "at most 10")])
    func `the limits of a model that is named are shown alone`(
        _ model: String,
        _ words: String
    ) throws {
        let answer = "At most 2 image(s) may be provided in one prompt."
        let run = try Program.run(["explain", "--error", answer, "--model", model])
        #expect(run.output.contains(words) && run.output.contains(model), "\(run.output)")
        #expect(!run.output.contains("bedrock"))
    }

    struct Stated: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: String
        let shows: [String]
        var hides: [String] = []

        init(_ answer: String, shows: [String], hides: [String] = []) {
            testDescription = answer
            (self.answer, self.shows, self.hides) = (answer, shows, hides)
        }
    }

    @Test(arguments: [
        Stated(
            "Image count 5 exceeds limit 2 per request.",
            shows: ["vllm", "no such limit"],
            hides: ["at most 5", "azure", "databricks"]
        ),
        Stated(
            "Image count 10 exceeds limit 2 per request.",
            shows: ["vllm"],
            hides: ["at most 10", "azure"]
        ),
        Stated(
            "At most 2 image(s) may be provided in one prompt.",
            shows: ["vllm"],
            hides: ["azure", "bedrock"]
        ),
        Stated(
            "litellm.BadRequestError: GroqException - At most 5 image(s) may be provided in one "
                + "request.",
            shows: ["at most 5 (", "groq-llama"],
            hides: ["databricks", "vllm"]
        ),
        Stated(
            "MistralException - Too many images provided",
            shows: ["mistral-medium-3"],
            hides: ["deepinfra"]
        ),
        Stated(
            "google/gemma-3: At most 2 image(s) may be provided in one prompt.",
            shows: ["vllm"],
            hides: ["gemini"]
        ),
        Stated(
            "Too many images were provided, we currently limit the number of images per conversation "
                + "to 60",
            shows: [
                "at most 60 (measured); another source says at most 30 (documented)", "fireworks",
            ]
        ),
        Stated(
            "Too many images were provided, we currently limit the number of images per conversation "
                + "to 30",
            shows: ["at most 30 (documented)", "fireworks"]
        ),
        Stated(
            "Too many images in request: 31 > 30",
            shows: ["at most 8 (measured)", "deepinfra"],
            hides: ["fireworks"]
        ),
        Stated(
            "Image dimensions 20000x20000 (400000000 pixels) exceed the maximum of 178956970",
            shows: ["refuses more than 178,956,970 pixels", "vllm"],
            hides: ["26,214,400"]
        ),
        Stated(
            "The image you provided requires 41334 patches after processing, exceeding the limit of "
                + "30000. Please resize the image and try again.",
            shows: ["30,000 patches"]
        ),
        Stated(
            "Error code: 400 - {'error': {'message': 'messages.0.content.1.image.source.base64: image "
                + "exceeds 5 MB maximum: 10485760 bytes \\u003e 5242880 bytes'}}",
            shows: ["at most 5,242,880 bytes"],
            hides: ["10,485,760"]
        ),
        Stated(
            "Total image size is 512.56MB, which exceeds the allowed limit of 50MB",
            shows: ["at most 50,000,000 bytes"],
            hides: ["512"]
        ),
        Stated(
            "Exceeded limit on max bytes per data-uri item : 20971520",
            shows: ["20,971,520 bytes", "qwen"]
        ),
        Stated(
            "Member must have length less than or equal to 3932160",
            shows: ["nova-lite"],
            hides: ["azure"]
        ),
        Stated(
            "Maximum request body size 16777216 exceeded, actual size 20000000",
            shows: ["16,777,216 bytes", "ollama"]
        ),
    ])
    func `the limit is told from what was measured, and who answers comes first`(
        _ row: Stated
    ) throws {
        let run = try Program.run(["explain", "--error", row.answer])
        #expect(run.status == 0)
        let start = try #require(run.output.range(of: "In the tables"))
        let tables = run.output[start.upperBound...].prefix { $0 != "`" }
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for part in row.shows { #expect(tables.contains(part), "\(part): \(tables)") }
        for part in row.hides { #expect(!tables.contains(part), "\(part): \(tables)") }
    }
}
