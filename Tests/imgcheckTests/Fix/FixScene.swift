import Fixtures
import Foundation

/// A folder with inputs in `in`, to be fixed into `out`.
final class FixScene {
    static let claude = "databricks-claude-3-7-sonnet"

    private let scratch: Scratch

    /// Copies fixtures, each under a name of its own.
    init(_ files: [String: Fixture]) throws {
        scratch = try Scratch()
        for (name, fixture) in files { try scratch.write(fixture.bytes(), to: "in/\(name)") }
    }

    var path: String { scratch.path }

    /// Runs `imgcheck fix` in the folder.
    func fix(
        _ arguments: String...,
        model: String = claude,
        out: String? = "out"
    ) throws -> Program.Run {
        let folder = out.map { ["--out", $0] } ?? []
        return try Program.run(["fix", "--model", model] + folder + arguments, in: path)
    }

    /// Runs a script of the shell in the folder; `$fix` is the command with model and `--out`.
    func shell(_ script: String) throws -> Program.Run {
        let fix = "fix() { \"$imgcheck\" fix --model \(Self.claude) --out out \"$@\"; }"
        return try Program.shell("\(fix)\n\(script)", in: path)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try scratch.write(bytes, to: name)
    }

    func link(_ name: String, to target: String) throws { try scratch.link(name, to: target) }

    /// Lets a file of the folder be one that was changed at a time.
    func modify(_ name: String, at date: Date) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: date],
            ofItemAtPath: "\(path)/\(name)"
        )
    }

    func bytes(of name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    /// Every file below a folder by its path there, hidden ones too, sorted.
    func files(in folder: String = "out") -> [String] {
        let names = FileManager.default.enumerator(atPath: "\(path)/\(folder)")?.allObjects ?? []
        return names.compactMap { $0 as? String }
            .filter { name in
                let attributes = try? FileManager.default.attributesOfItem(
                    atPath: "\(path)/\(folder)/\(name)"
                )
                return attributes?[.type] as? FileAttributeType != .typeDirectory
            }
            .sorted()
    }
}
