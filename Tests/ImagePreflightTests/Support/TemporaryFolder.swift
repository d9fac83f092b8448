import Foundation

/// A folder that is there while the value lives.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "imgcheck-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file, which may be longer than its content: what is missing is a hole.
    func file(_ name: String, _ content: [UInt8] = [], byteCount: Int? = nil) throws -> String {
        let file = url.appending(path: name)
        try Data(content).write(to: file)
        if let byteCount {
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(byteCount))
            try handle.close()
        }
        return file.path(percentEncoded: false)
    }
}
