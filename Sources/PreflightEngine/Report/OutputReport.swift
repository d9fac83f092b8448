public import PreflightCore

/// What was written in an image's place.
public struct OutputReport: Sendable, Equatable {
    /// Where it was written; nil where it was only prepared in memory.
    public var path: String?

    /// Its format.
    public var format: ImageFormat

    /// Its length in bytes.
    public var byteCount: Int

    /// Its displayed size in pixels, which is also its stored one.
    public var size: PixelSize

    /// How many pixels of the output one of the original's display is wide.
    public var scaleX: Double

    /// How many pixels of the output one of the original's display is high.
    public var scaleY: Double

    /// The quality that it was written with, 1 to 100; nil where nothing was lost by writing it.
    public var quality: Int?

    /// Which frame of an animation it is, counted from 0; nil where no frame was dropped.
    public var frame: Int?

    /// The tokens that it is billed at, of all tiles together; nil where that is not known.
    public var tokenCount: Int?

    /// How often the image was encoded on the way; nil where that was not counted.
    public var encodeCount: Int?

    /// The number of the request that holds it, from 1; nil where it is in none, or in tiles.
    public var request: Int?

    /// What was put right about how an existing body carries it.
    public var corrections: [BodyCorrection] = []

    /// The tiles that it was written as, in the order in which one reads; empty where it is whole.
    ///
    /// They have paths and requests of their own. Together they have the format and the bytes that
    /// are given here, and cover the original's display in its own size.
    public var tiles: [TileReport] = []
}

/// What can be put right about how a body carries an image whose file stays as it is.
public enum BodyCorrection: String, Sendable, Equatable {
    /// The media type that it declares.
    case mediaType
    /// The spelling of its base64.
    case base64

    /// What was done, for people.
    public var phrase: String {
        switch self {
        case .mediaType: "media type corrected"
        case .base64: "base64 written anew"
        }
    }
}

extension OutputReport {
    /// The report on an image before it is written; nil where its outcome cannot be read.
    package init?(on image: NormalisedImage) {
        guard let header = try? image.output.facts.header.get() else { return nil }
        let original = image.header.displaySize
        self.init(
            format: image.output.facts.format,
            byteCount: image.output.facts.byteCount,
            size: header.displaySize,
            scaleX: Double(header.displaySize.width) / Double(original.width),
            scaleY: Double(header.displaySize.height) / Double(original.height),
            quality: image.plan.encoding?.quality,
            frame: image.plan.keepsFirstFrameOnly ? 0 : nil,
            tokenCount: image.tokenCount
        )
    }

    /// The report on what came of an input before it is written; nil where nothing can be.
    ///
    /// - Parameters:
    ///   - images: The image, or its tiles.
    ///   - plan: What was done to the input.
    package init?(on images: [NormalisedImage], after plan: Plan?) {
        guard let first = images.first else { return nil }
        self.init(on: first)
        guard let place = first.tile else { return }
        size = place.wholeSize
        (scaleX, scaleY) = (1, 1)
        frame = plan?.keepsFirstFrameOnly == true ? 0 : nil
        quality = plan?.encoding?.quality
        tiles = images.compactMap { TileReport(on: $0, writtenBy: plan?.encoding) }
        byteCount = tiles.reduce(0) { $0 + $1.byteCount }
        let tokenCounts = tiles.compactMap(\.tokenCount)
        tokenCount = tokenCounts.count < tiles.count ? nil : tokenCounts.reduce(0, +)
    }

    /// The report on images of a request, with how often they were encoded.
    init?(onCounted images: [NormalisedImage], after plan: Plan?) {
        self.init(on: images, after: plan)
        encodeCount = images.reduce(0) { $0 + $1.encodeCount }
    }
}

extension OutputReport {
    /// Whether all of it was written to files.
    package var isWritten: Bool {
        tiles.isEmpty ? path != nil : tiles.allSatisfy { $0.path != nil }
    }

    /// Notes the files that it was written to: one, or one for each tile in their order.
    package mutating func note(paths: [String]) {
        if tiles.isEmpty { path = paths.first }
        for (index, path) in zip(tiles.indices, paths) { tiles[index].path = path }
    }
}
