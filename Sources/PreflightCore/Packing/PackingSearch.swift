/// Finds the smallest packing of a few images by branch and bound.
///
/// Image after image goes into every request that holds it, or into a new one; a branch ends where
/// its images cannot do with fewer requests than the best packing so far. What differs only by the
/// numbers of its requests, or by equal images in each other's places, is tried once.
struct PackingSearch {
    /// The most images for which a search is worth its time.
    static let imageCountAtMost = 64

    /// The steps after which the best packing so far has to do.
    ///
    /// Eleven images have 142,418 steps without any bound (the Bell numbers 0 to 10 together), so
    /// that up to eleven images the answer is always the smallest packing.
    static let stepCountAtMost = 150_000

    private let loads: [RequestLoad]
    private let empty: RequestRoom

    /// What the images from each place on add up to.
    private let demands: [RequestDemand]

    /// The numbers of requests that would be an improvement and are not known to be impossible.
    private var counts: Range<Int>

    private var stepCount = 0
    private var requests: [[Int]] = []
    private var rooms: [RequestRoom] = []
    private var best: [[Int]]?

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - loads: The images, each of which fits into a request of its own; the search is fastest
    ///     with the largest first and equal ones next to each other.
    ///   - empty: What a request holds.
    ///   - counts: The numbers of requests to look for.
    init(_ loads: [RequestLoad], each empty: RequestRoom, counts: Range<Int>) {
        var demand = RequestDemand()
        let demands = loads.reversed()
            .map { load in
                demand.add(load)
                return demand
            }
        self.loads = loads
        self.empty = empty
        self.demands = demands.reversed()
        self.counts = counts
    }

    /// The smallest packing that the steps suffice for, as places in the loads; nil for none.
    mutating func smallestPacking() -> [[Int]]? {
        place(0, from: 0)
        return best
    }
}

extension PackingSearch {
    /// Places an image and all after it in every way that can be better.
    ///
    /// - Parameters:
    ///   - image: The image's place in the loads.
    ///   - firstRequest: The first request to try: an image equal to the one before goes no further
    ///     to the front than that one.
    private mutating func place(_ image: Int, from firstRequest: Int) {
        guard image < loads.count else {
            best = requests
            counts = counts.lowerBound..<requests.count
            return
        }
        stepCount += 1
        guard canImprove(from: image) else { return }
        for request in candidates(for: image, from: firstRequest) {
            put(image, into: request)
        }
        guard requests.count + 1 < counts.upperBound else { return }
        requests.append([])
        rooms.append(empty)
        put(image, into: requests.count - 1)
        requests.removeLast()
        rooms.removeLast()
    }

    private mutating func put(_ image: Int, into request: Int) {
        let room = rooms[request]
        rooms[request].take(loads[image])
        requests[request].append(image)
        let next = image + 1
        let isSame = next < loads.count && loads[next] == loads[image]
        place(next, from: isSame ? request : 0)
        requests[request].removeLast()
        rooms[request] = room
    }

    /// Whether the images from `image` on may still fit into few enough requests.
    private func canImprove(from image: Int) -> Bool {
        guard !counts.isEmpty, stepCount <= Self.stepCountAtMost else { return false }
        let more = demands[image].requestCountAtLeast(beyond: rooms, each: empty)
        return requests.count + more < counts.upperBound
    }

    /// The requests that hold an image; of those with the same room, the first.
    private func candidates(for image: Int, from firstRequest: Int) -> [Int] {
        var seen: Set<RequestRoom> = []
        return (firstRequest..<rooms.count)
            .filter { request in
                rooms[request].holds(loads[image]) && seen.insert(rooms[request]).inserted
            }
    }
}
