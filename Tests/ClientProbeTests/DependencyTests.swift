import Foundation
import Testing

/// Dependencies point one way: a target imports what its row in CONTRIBUTING allows, and no more.
struct DependencyTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where the sources of a target are, if not in the folder of `Sources` that bears its name.
    private static let folders = ["RuleTables": "rules"]

    /// The rows of the table in CONTRIBUTING: target by target, what it may import.
    private static func allowed() throws -> [String: Set<String>] {
        let page = try String(contentsOf: root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").drop { !$0.hasPrefix("| target | imports") }
        var allowed: [String: Set<String>] = [:]
        for row in rows.dropFirst(2).prefix(while: { $0.hasPrefix("| ") }) {
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            let modules = cells.dropFirst().flatMap { $0.components(separatedBy: ", ") }
            allowed[cells[0]] = Set(modules).subtracting(["none"])
        }
        return allowed
    }

    /// The modules that the sources of a target import.
    private static func imported(by target: String) throws -> Set<String> {
        let folder = root.appending(path: folders[target] ?? "Sources/\(target)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var modules: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                    words[..<place]
                        .allSatisfy({ word in
                            word.hasPrefix("@") || ["public", "package", "internal"].contains(word)
                        })
                else { continue }
                modules.insert(String(words[place + 1]))
            }
        }
        return modules
    }

    @Test(arguments: [
        "PreflightCore", "RuleTables", "FileSystem", "VipsCodec", "CodecProtocol",
        "CodecTransport", "WorkerCodec", "Sandbox", "CodecService", "imgcheck-codec",
        "PreflightEngine", "ImagePreflight", "imgcheck",
    ])
    func `a target imports what its row allows`(target: String) throws {
        let allowed = try #require(try Self.allowed()[target])
        #expect(try Self.imported(by: target).subtracting(allowed).isEmpty)
    }

    @Test
    func `the reading finds imports`() throws {
        #expect(try Self.imported(by: "imgcheck-codec").contains("VipsCodec"))
        #expect(try !Self.imported(by: "PreflightEngine").contains("VipsCodec"))
        #expect(try !Self.imported(by: "PreflightCore").contains("Foundation"))
    }

    /// The lines of a target's sources with an option of a command line in a text.
    private static func linesNamingOptions(in target: String) throws -> [String] {
        let folder = root.appending(path: "Sources/\(target)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var lines: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let code = line.trimmingCharacters(in: .whitespaces)
                guard !code.hasPrefix("//") else { continue }
                if code.contains(#/(^|[\s"`(])--[a-z]/#) { lines.append(code) }
            }
        }
        return lines
    }

    @Test(arguments: [
        "PreflightCore", "FileSystem", "VipsCodec", "PreflightEngine", "ImagePreflight",
        "CodecProtocol", "CodecTransport", "WorkerCodec", "Sandbox", "CodecService",
    ])
    func `nothing below the program names an option`(target: String) throws {
        let lines = try Self.linesNamingOptions(in: target)
        #expect(lines.isEmpty, "\(lines)")
    }

    @Test
    func `the program does name options`() throws {
        #expect(try !Self.linesNamingOptions(in: "imgcheck").isEmpty)
    }
}
