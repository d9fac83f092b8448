import Fixtures
import Foundation
import ImagePreflight
import PreflightCore

/// Images and what is read out of the requests that they become.
enum PreparingScene {
    /// Six photographs, sharp and blurred, which have 109,389 bytes together.
    static let photographs: [Fixture] = [
        .jpegPhoto, .jpegProgressive, .blurredPhoto, .jpegPhoto, .jpegProgressive, .jpegPhoto,
    ]

    static func inputs(_ fixtures: [Fixture]) -> [ImageInput] { fixtures.map { .file($0.path) } }

    /// The same small image under names that count from 0.
    static func numbered(_ count: Int) throws -> [ImageInput] {
        let bytes = try Fixture.pngRGB8.bytes()
        return (0..<count).map { .bytes(bytes, name: "\($0).png") }
    }
}

extension Prepared {
    /// The names of the images of each request.
    var sources: [[String]] { requests.map { $0.images.map(\.source) } }

    /// The length of each body.
    func bodyByteCounts() throws -> [Int] { try requests.map { try $0.chatCompletion().count } }

    /// The encodes of an image on average.
    var encodeCountMean: Double {
        let counts = report.images.compactMap { $0.output?.encodeCount }
        return Double(counts.reduce(0, +)) / Double(max(1, counts.count))
    }
}
