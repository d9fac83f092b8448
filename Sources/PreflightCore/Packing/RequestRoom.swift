/// The room that is left in a request; without a limit, the largest `Int`.
struct RequestRoom: Hashable {
    /// Images that it still takes.
    private(set) var imageCount: Int
    /// Bytes of files that it still takes.
    private(set) var fileByteCount: Int
    /// Bytes of the body that it still takes.
    private(set) var bodyByteCount: Int
    /// Tokens that it still takes.
    private(set) var tokenCount: Int

    /// The room in a request without images.
    init(_ capacity: RequestCapacity) {
        imageCount = capacity.imageCountAtMost ?? .max
        fileByteCount = capacity.fileByteCountAtMost ?? .max
        bodyByteCount =
            capacity.bodyByteCountAtMost.map { $0 - capacity.bodyOverheadByteCount } ?? .max
        tokenCount = capacity.tokenCountAtMost ?? .max
    }

    /// Whether an image fits.
    func holds(_ load: RequestLoad) -> Bool {
        imageCount > 0 && load.fileByteCount <= fileByteCount
            && load.bodyByteCount <= bodyByteCount && load.tokenCount <= tokenCount
    }

    /// Puts an image in that fits.
    mutating func take(_ load: RequestLoad) {
        imageCount -= 1
        fileByteCount -= load.fileByteCount
        bodyByteCount -= load.bodyByteCount
        tokenCount -= load.tokenCount
    }
}

extension RequestRoom {
    /// The share of this room that an image takes, on the side where it takes most: 0 to 1.
    func share(of load: RequestLoad) -> Double {
        max(
            1 / Self.divisor(imageCount),
            Double(load.fileByteCount) / Self.divisor(fileByteCount),
            Double(load.bodyByteCount) / Self.divisor(bodyByteCount),
            Double(load.tokenCount) / Self.divisor(tokenCount)
        )
    }

    /// The share of `empty` that is left, on the side where least is: 0 to 1.
    func shareLeft(of empty: RequestRoom) -> Double {
        min(
            Double(imageCount) / Self.divisor(empty.imageCount),
            Double(fileByteCount) / Self.divisor(empty.fileByteCount),
            Double(bodyByteCount) / Self.divisor(empty.bodyByteCount),
            Double(tokenCount) / Self.divisor(empty.tokenCount)
        )
    }

    /// A room without bytes takes images without bytes: nothing of nothing is no share.
    private static func divisor(_ room: Int) -> Double { Double(max(1, room)) }
}
