import Foundation
import Testing

/// The real image files with known answers that stand beside the project, where they do.
enum Corpus {
    /// One file, as the manifest has it.
    struct File: Decodable, Sendable, CustomTestStringConvertible {
        var file: String
        var format: String?
        var storedSize: [Int]?

        var testDescription: String { file }

        func bytes() throws -> [UInt8] {
            try [UInt8](Data(contentsOf: Corpus.folder.appending(path: file)))
        }
    }

    /// Why tests are skipped where the folder is absent.
    static let absence = "../shared/corpus is not on this machine"

    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/corpus")
        .standardizedFileURL

    static let isPresent = FileManager.default.fileExists(atPath: manifest.path)

    /// The JPEGs of at most 20,000,000 px; none where the folder is absent.
    static let jpegs = files(of: "jpeg")

    /// The PNGs of at most 20,000,000 px; none where the folder is absent.
    static let pngs = files(of: "png")

    private static func files(of format: String) -> [File] {
        files.filter { file in
            file.format == format && file.storedSize?.reduce(1, *) ?? 0 <= 20_000_000
        }
    }

    private static let manifest = folder.appending(path: "manifest.jsonl")

    /// All files; none where the folder is absent.
    static let files: [File] = {
        guard let lines = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
        return lines.split(separator: "\n")
            .compactMap { line in
                try? JSONDecoder().decode(File.self, from: Data(line.utf8))
            }
    }()
}
