import Foundation

/// Inputs that failed somebody, with what each must give, where the folder is there.
enum SharedCases {
    static let folder = Corpus.folder.deletingLastPathComponent().appending(path: "cases")

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
    }

    /// The names of the files in a folder of them, without what follows the point.
    static func names(in folder: String) -> [String] {
        let path = Self.folder.appending(path: folder).path(percentEncoded: false)
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }.sorted()
    }

    /// The bytes of a file.
    static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: folder).appending(path: name)))
    }
}
