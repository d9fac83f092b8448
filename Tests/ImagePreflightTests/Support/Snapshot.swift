import Foundation
import Testing

/// Text that was looked at once and must not change unseen.
///
/// A snapshot that is absent is recorded, and the test fails that once. With `RECORD_SNAPSHOTS=1`
/// in the environment all are recorded anew; the difference is then for a person to read.
enum Snapshot {
    /// Expects `text` to be what the file `name` in the folder `Snapshots` holds.
    static func expect(
        _ text: String,
        matches name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: name)
        guard !recordsAll, let recorded = try? String(contentsOf: file, encoding: .utf8) else {
            try text.write(to: file, atomically: true, encoding: .utf8)
            #expect(
                recordsAll,
                "\(name) was absent and is recorded now",
                sourceLocation: sourceLocation
            )
            return
        }
        #expect(text == recorded, "\(name)", sourceLocation: sourceLocation)
    }

    private static let recordsAll = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Snapshots")
}
