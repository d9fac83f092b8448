import CodecProtocol
import Foundation
import PreflightCore

extension FuzzTarget {
    /// Writes what no file of the project shows into a folder, each input into a file of its own.
    func writeSeeds(to folder: String) throws {
        for (index, seed) in seeds.enumerated() {
            try Data(seed).write(to: URL(filePath: folder).appending(path: "seed-\(index)"))
        }
    }

    private var seeds: [[UInt8]] {
        switch self {
        case .request: Samples.requests.map(\.message.bytes)
        case .answer: (Samples.answers.map(\.message) + [Samples.greeting.message]).map(\.bytes)
        case .body: Dialect.all.flatMap(\.images).map { Array(Self.body(of: $0.example).utf8) }
        case .line: Self.lines.map { Array($0.utf8) }
        default: []
        }
    }

    private static func body(of part: String) -> String {
        #"{"model":"m","messages":[{"role":"user","content":[\#(part)]}]}"#
    }

    private static let lines = [
        #"{"id":1,"path":"a.png"}"#, #"{"id":[{"a":null}],"data":"iVBORw0KGgo="}"#,
        #"{"data":"data:image/png;base64,iVBORw0KGgo"}"#,
    ]
}

extension CodecMessage {
    /// The message as it goes through a socket.
    fileprivate var bytes: [UInt8] {
        FrameHeader(
            kind: kind,
            isShared: false,
            headByteCount: head.count,
            bulkByteCount: bulk.count
        )
        .bytes + head + bulk
    }
}
