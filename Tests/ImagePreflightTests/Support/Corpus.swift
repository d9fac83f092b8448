import Foundation
import ImagePreflight
import PreflightCore

/// The folder of real files with known answers, where it is there.
enum Corpus {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .appending(path: "../../../../shared/corpus")
        .standardizedFileURL

    static let manifest = folder.appending(path: "manifest.jsonl")

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: manifest.path(percentEncoded: false))
    }

    /// The manifest's lines.
    static func rows() throws -> [Row] {
        try Data(contentsOf: manifest).split(separator: UInt8(ascii: "\n"))
            .map {
                try JSONDecoder().decode(Row.self, from: Data($0))
            }
    }

    /// What three decoders agree on.
    enum Consensus: String, Decodable {
        case valid
        case invalid
        case disputed
        case notAnImage = "not-an-image"
        case validFirstFrame = "valid-first-frame-later-frames-bad"
        case validWithoutEnd = "valid-but-no-end-marker"
        case oversize
    }

    /// What the manifest and a header both say.
    struct Facts: Equatable {
        var format: String?
        var storedSize: [Int]
        var displaySize: [Int]
        var orientation: Int
        var frameCount: Int?
        var isAnimated: Bool?
    }

    /// One file.
    struct Row: Decodable, Sendable {
        var file: String
        var format: String
        var verdict: Consensus
        var storedSize: [Int?]
        var displaySize: [Int?]
        var orientation: Int?
        var frames: Int?
        var animated: Bool?
        var libvips814: Bool
    }
}

extension Corpus.Facts {
    init(_ image: ImageReport) {
        let header = image.facts.flatMap { try? $0.header.get() }
        format = image.facts?.format.rawValue
        storedSize = header.map { [$0.size.width, $0.size.height] } ?? []
        displaySize = header.map { [$0.displaySize.width, $0.displaySize.height] } ?? []
        orientation = header?.orientation.rawValue ?? 1
        frameCount = header?.frameCount
        isAnimated = header?.isAnimated
    }
}

extension Corpus.Row {
    var input: ImageInput {
        .file(Corpus.folder.appending(path: file).path(percentEncoded: false))
    }

    var facts: Corpus.Facts {
        Corpus.Facts(
            format: format,
            storedSize: storedSize.compactMap(\.self),
            displaySize: displaySize.compactMap(\.self),
            orientation: orientation ?? 1,
            frameCount: frames,
            isAnimated: animated
        )
    }

    /// Whether what is said of an image is what its file deserves.
    func accepts(_ image: ImageReport) -> Bool {
        let codes = Set(image.findings.map(\.code))
        let refusals: Set<FindingCode> = [
            .unacceptedFormat, .undecodable, .overDecodeGuard, .headerDisagrees,
        ]
        let refused = codes.intersection(refusals)
        switch verdict {
        case .valid: return refused.isEmpty
        case .invalid: return refused == [.undecodable] || refused == [.unacceptedFormat]
        case .notAnImage: return codes == [.unacceptedFormat]
        case .oversize: return refused == [.overDecodeGuard]
        case .disputed: return codes.contains(.undecodable) == !libvips814
        case .validFirstFrame: return !codes.contains(.undecodable)
        case .validWithoutEnd: return refused.isEmpty
        }
    }
}
