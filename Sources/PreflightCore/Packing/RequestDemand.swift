/// What several images add up to: their sums, and the least that any of them takes.
struct RequestDemand {
    private var imageCount: Int128 = 0
    private var fileByteCount: Int128 = 0
    private var bodyByteCount: Int128 = 0
    private var tokenCount: Int128 = 0
    private var least = RequestLoad(fileByteCount: .max, bodyByteCount: .max, tokenCount: .max)

    /// Adds an image.
    mutating func add(_ load: RequestLoad) {
        imageCount += 1
        fileByteCount += Int128(load.fileByteCount)
        bodyByteCount += Int128(load.bodyByteCount)
        tokenCount += Int128(load.tokenCount)
        least.fileByteCount = min(least.fileByteCount, load.fileByteCount)
        least.bodyByteCount = min(least.bodyByteCount, load.bodyByteCount)
        least.tokenCount = min(least.tokenCount, load.tokenCount)
    }

    /// A number of requests that the images need at least beyond those already begun.
    ///
    /// A side on which the images exceed what the begun requests have left needs the rest of it in
    /// new requests. Room that would not hold even the least image counts as none.
    ///
    /// - Parameters:
    ///   - rooms: What is left in the requests already begun.
    ///   - empty: What a new request holds.
    /// - Returns: A lower bound; 0 where the begun requests may hold them.
    func requestCountAtLeast(
        beyond rooms: some Sequence<RequestRoom> = EmptyCollection(),
        each empty: RequestRoom
    ) -> Int {
        var (images, files, bodies) = (imageCount, fileByteCount, bodyByteCount)
        var tokens = tokenCount
        for room in rooms where room.holds(least) {
            images -= Int128(room.imageCount)
            files -= Int128(room.fileByteCount)
            bodies -= Int128(room.bodyByteCount)
            tokens -= Int128(room.tokenCount)
        }
        return max(
            Self.quotient(images, empty.imageCount),
            Self.quotient(files, empty.fileByteCount),
            Self.quotient(bodies, empty.bodyByteCount),
            Self.quotient(tokens, empty.tokenCount)
        )
    }

    /// How many rooms a sum fills, rounded up; none where nothing is left of it.
    private static func quotient(_ sum: Int128, _ room: Int) -> Int {
        let room = Int128(max(1, room))
        return sum <= 0 ? 0 : Int((sum - 1) / room + 1)
    }
}
