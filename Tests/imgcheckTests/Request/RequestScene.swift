import Fixtures
import Foundation

/// A folder in which `imgcheck request` and `imgcheck stream` run.
final class RequestScene {
    static let gemma = "databricks-gemma-3-12b"

    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    var path: String { scratch.path }

    /// Writes a file of the folder.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try scratch.write(Array(text.utf8), to: name)
    }

    func text(of name: String) throws -> String { try scratch.text(of: name) }

    /// Runs `imgcheck request` in the folder.
    func request(_ arguments: [String], model: String? = RequestScene.gemma) throws -> Program.Run {
        let model = model.map { ["--model", $0] } ?? []
        return try Program.run(["request"] + model + arguments, in: path)
    }

    /// Runs `imgcheck request --body` on a body.
    func repair(
        _ body: String,
        _ arguments: String...,
        model: String? = nil
    ) throws -> Program.Run {
        try request(["--body", write(body, to: "body.json")] + arguments, model: model)
    }

    /// Runs `imgcheck stream` on lines.
    func stream(_ lines: String, _ arguments: String...) throws -> Program.Run {
        try Program.run(
            ["stream", "--model", Example.model] + arguments,
            in: path,
            input: write(lines, to: "lines.jsonl")
        )
    }

    /// The names in a folder, sorted; none where there is no such folder.
    func names(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        return (names ?? []).sorted()
    }
}

extension Fixture {
    /// The file in base64.
    func base64() throws -> String { try Data(bytes()).base64EncodedString() }

    /// The file as a part of a chat-completions message.
    func part(mediaType: String) throws -> String {
        let url = "data:\(mediaType);base64,\(try base64())"
        return #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
    }
}

/// Bodies that exist already.
enum ExistingBody {
    static let text = #"{"type":"text","text":"Grüße \ud83d\ude00"}"#

    /// One message with these parts, its keys in no order and with spaces.
    static func chat(_ parts: String..., model: String = Example.model) -> String {
        let content = parts.joined(separator: ", ")
        return #"{"temperature": 1.0e0, "model":"\#(model)", "messages" : [ {"role":"user","#
            + #""content":[\#(content)]}] }"#
    }
}
