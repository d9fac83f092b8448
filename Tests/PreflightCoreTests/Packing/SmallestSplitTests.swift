import PreflightCore
import Testing

/// Splits against an exhaustive search, and on inputs too large for one.
struct SmallestSplitTests {
    @Test(arguments: 0..<10)
    func `no exhaustive search finds fewer requests`(hundred: Int) throws {
        for seed in (100 * hundred)..<(100 * hundred + 100) {
            var generator = SplitMix64(state: UInt64(seed))
            let (loads, capacity) = Self.randomCase(using: &generator)
            let search = ExhaustiveSplit(loads, capacity)
            let kept = try RequestSplit.split(loads, into: capacity, order: .keep)
            let free = try RequestSplit.split(loads, into: capacity, order: .free)
            #expect(kept.count == search.requestCount(among: search.runs), "seed \(seed)")
            #expect(free.count == search.requestCount(among: search.sets), "seed \(seed)")
            #expect(kept.flatMap(\.self) == Array(loads.indices), "seed \(seed)")
            #expect(free.flatMap(\.self).sorted() == Array(loads.indices), "seed \(seed)")
            #expect((kept + free).allSatisfy(search.fits), "seed \(seed)")
        }
    }

    /// Up to eight images, one to three limits, all of which let each image pass alone.
    ///
    /// Every other case is cut from full requests: there quick ways to pack are often one too high.
    private static func randomCase(
        using generator: inout SplitMix64
    ) -> (loads: [RequestLoad], capacity: RequestCapacity) {
        let room = [4, 12, 30, 1000].randomElement(using: &generator) ?? 12
        let loads =
            Bool.random(using: &generator)
            ? looseLoads(upTo: room, using: &generator) : cutLoads(from: room, using: &generator)
        let limited = Int.random(in: 1...7, using: &generator)
        let overhead = Int.random(in: 0...5, using: &generator)
        let count = Int.random(in: 1...5, using: &generator)
        let capacity = RequestCapacity(
            imageCountAtMost: limited & 1 == 0 ? nil : count,
            fileByteCountAtMost: limited & 2 == 0 ? nil : room,
            bodyByteCountAtMost: limited & 4 == 0 ? nil : room + overhead,
            bodyOverheadByteCount: overhead
        )
        return (loads, capacity)
    }

    private static func looseLoads(
        upTo room: Int,
        using generator: inout SplitMix64
    ) -> [RequestLoad] {
        let largest = room / Int.random(in: 1...3, using: &generator)
        return (0..<Int.random(in: 1...8, using: &generator))
            .map { _ in
                RequestLoad(
                    fileByteCount: Int.random(in: 0...largest, using: &generator),
                    bodyByteCount: Int.random(in: 0...largest, using: &generator)
                )
            }
    }

    /// Two to four full requests in two to four pieces each.
    private static func cutLoads(
        from room: Int,
        using generator: inout SplitMix64
    ) -> [RequestLoad] {
        let pieceCounts = [[4, 4], [3, 4], [3, 3], [3, 3, 2], [3, 2, 2], [2, 2, 2, 2]]
            .randomElement(using: &generator)
        let loads = (pieceCounts ?? [])
            .flatMap { pieceCount in
                zip(
                    pieces(pieceCount, of: room, using: &generator),
                    pieces(pieceCount, of: room, using: &generator)
                )
                .map { RequestLoad(fileByteCount: $0, bodyByteCount: $1) }
            }
        return loads.shuffled(using: &generator)
    }

    private static func pieces(
        _ count: Int,
        of room: Int,
        using generator: inout SplitMix64
    ) -> [Int] {
        let cuts = (1..<count).map { _ in Int.random(in: 0...room, using: &generator) }.sorted()
        return zip([0] + cuts, cuts + [room]).map { $1 - $0 }
    }

    struct Crowd: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let capacity: RequestCapacity
        let byteCounts: [Int]
        let requestCountAtMost: Int
    }

    /// Of each crowd, a number of requests that is known to suffice.
    static let crowds = [
        Crowd(
            testDescription: "thirds of a request in three sizes",
            capacity: RequestCapacity(bodyByteCountAtMost: 3000),
            byteCounts: (0..<9999).map { [900, 1000, 1100][$0 * 7 / 3 % 3] },
            requestCountAtMost: 3400
        ),
        Crowd(
            testDescription: "large ones first and many tiny ones after them",
            capacity: RequestCapacity(imageCountAtMost: 100, bodyByteCountAtMost: 10_000),
            byteCounts: Array(repeating: 1000, count: 900) + Array(repeating: 1, count: 9100),
            requestCountAtMost: 101
        ),
        Crowd(
            testDescription: "over half a request each",
            capacity: RequestCapacity(bodyByteCountAtMost: 1000),
            byteCounts: (0..<10_000).map { 501 + $0 % 400 },
            requestCountAtMost: 10_000
        ),
        Crowd(
            testDescription: "sixty photographs",
            capacity: RequestCapacity(imageCountAtMost: 500, bodyByteCountAtMost: 10_000_000),
            byteCounts: (0..<60).map { 1_000_000 + $0 * 7_919_000 % 3_000_000 },
            requestCountAtMost: 17
        ),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: crowds)
    func `many images are packed tightly, and the same way each time`(_ c: Crowd) throws {
        let loads = c.byteCounts.map { RequestLoad(fileByteCount: $0, bodyByteCount: $0) }
        let kept = try RequestSplit.split(loads, into: c.capacity, order: .keep)
        let free = try RequestSplit.split(loads, into: c.capacity, order: .free)
        #expect(free.count <= min(kept.count, c.requestCountAtMost))
        #expect(free.flatMap(\.self).sorted() == Array(loads.indices))
        for request in free {
            let byteCount = request.reduce(0) { $0 + c.byteCounts[$1] }
            #expect(byteCount <= c.capacity.bodyByteCountAtMost ?? .max)
            #expect(request.count <= c.capacity.imageCountAtMost ?? .max)
        }
        #expect(try RequestSplit.split(loads, into: c.capacity, order: .free) == free)
    }
}

/// The fewest requests by trying every set of images, each as the bits of a number.
private struct ExhaustiveSplit {
    private let loads: [RequestLoad]
    private let capacity: RequestCapacity

    init(_ loads: [RequestLoad], _ capacity: RequestCapacity) {
        self.loads = loads
        self.capacity = capacity
    }

    /// Every set of images that fits into a request.
    var sets: Set<Int> {
        Set((1..<(1 << loads.count)).filter { fits(members(of: $0)) })
    }

    /// Every set that fits and has no gap.
    var runs: Set<Int> {
        sets.filter { set in
            let places = members(of: set)
            return places.last == places.first.map { $0 + places.count - 1 }
        }
    }

    /// The fewest of `requests` that hold each image once.
    func requestCount(among requests: Set<Int>) -> Int {
        var fewest = [0]
        for set in 1..<(1 << loads.count) {
            let counts = requests.filter { $0 & set == $0 }.map { fewest[set & ~$0] }
            fewest.append(counts.min().map { $0 == .max ? .max : $0 + 1 } ?? .max)
        }
        return fewest[fewest.count - 1]
    }

    /// Whether images fit into one request.
    func fits(_ places: [Int]) -> Bool {
        let file = places.reduce(0) { $0 + loads[$1].fileByteCount }
        let body = places.reduce(capacity.bodyOverheadByteCount) { $0 + loads[$1].bodyByteCount }
        return places.count <= capacity.imageCountAtMost ?? .max
            && file <= capacity.fileByteCountAtMost ?? .max
            && body <= capacity.bodyByteCountAtMost ?? .max
    }

    private func members(of set: Int) -> [Int] {
        loads.indices.filter { set >> $0 & 1 == 1 }
    }
}

/// A small generator with a seed, so that a failure can be seen again (Steele et al., 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
