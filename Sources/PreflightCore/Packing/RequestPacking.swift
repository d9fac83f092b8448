/// Packs images into few requests, in any order: vector bin packing on up to four sides.
///
/// The problem is NP-hard, so the quick ways come first and the search of every packing only where
/// it ends (see ``PackingSearch``). A lower bound on the number of requests ends the work early.
struct RequestPacking {
    private let loads: [RequestLoad]
    private let empty: RequestRoom

    /// The images by the share of a request that they take, largest first; equal ones as they came.
    private let decreasing: [Int]

    /// A number of requests that no packing is below.
    private let requestCountAtLeast: Int

    /// Prepares the packing of images each of which fits into a request of its own.
    init(_ loads: [RequestLoad], each empty: RequestRoom) {
        let shares = loads.map(empty.share)
        self.loads = loads
        self.empty = empty
        decreasing = loads.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        requestCountAtLeast = Self.requestCountAtLeast(for: loads, each: empty)
    }

    /// A packing into fewer than `count` requests, or nil where none was found.
    func requests(fewerThan count: Int) -> [[Int]]? {
        var best: [[Int]]?
        for attempt in [firstFit, evenSpread, exactSearch] {
            let bestCount = best?.count ?? count
            guard requestCountAtLeast < bestCount else { break }
            best = attempt(bestCount) ?? best
        }
        return best?.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }
}

extension RequestPacking {
    private static func requestCountAtLeast(
        for loads: [RequestLoad],
        each empty: RequestRoom
    ) -> Int {
        var demand = RequestDemand()
        for load in loads { demand.add(load) }
        return max(
            demand.requestCountAtLeast(each: empty),
            requestCountAtLeast(for: loads.map(\.fileByteCount), each: empty.fileByteCount),
            requestCountAtLeast(for: loads.map(\.bodyByteCount), each: empty.bodyByteCount),
            requestCountAtLeast(for: loads.map(\.tokenCount), each: empty.tokenCount)
        )
    }

    /// A number of requests that bytes or tokens need at least, by how few of the largest go together.
    ///
    /// Of the j largest, a request holds no more than it holds of the smallest among them. Those
    /// form a window that grows by one number with each j and loses its first where it is over.
    private static func requestCountAtLeast(for counts: [Int], each room: Int) -> Int {
        let decreasing = counts.sorted(by: >)
        var most = 0
        var start = 0
        var left = room
        for (place, count) in decreasing.enumerated() {
            if count > left {
                left += decreasing[start]
                start += 1
            }
            left -= count
            let windowCount = place + 1 - start
            most = max(most, place / windowCount + 1)
        }
        return most
    }
}

extension RequestPacking {
    /// Fills one request after the other, each time with the largest image that fits.
    ///
    /// The same packing as first fit decreasing, which looks for a request for each image, but
    /// without a visit to the requests that are full.
    private func firstFit(fewerThan count: Int) -> [[Int]]? {
        var requests: [[Int]] = []
        var left = decreasing
        while !left.isEmpty {
            guard requests.count + 1 < count else { return nil }
            requests.append(removeFirstFit(from: &left))
        }
        return requests
    }

    private func removeFirstFit(from left: inout [Int]) -> [Int] {
        var room = empty
        var request: [Int] = []
        left.removeAll { index in
            guard room.holds(loads[index]) else { return false }
            room.take(loads[index])
            request.append(index)
            return true
        }
        return request
    }
}

extension RequestPacking {
    /// The comparisons of an image with a request after which evenly spread packings are given up.
    private static let comparisonCountAtMost = 40_000_000

    /// Spreads the images evenly over a number of requests, which a binary search makes small.
    ///
    /// First fit uses up the bytes of the first requests and the image count of the last ones;
    /// spread evenly, large images and many small ones share their requests.
    private func evenSpread(fewerThan count: Int) -> [[Int]]? {
        var (failed, found) = (requestCountAtLeast - 1, count)
        var comparisonCount = 0
        var best: [[Int]]?
        while found - failed > 1 {
            let middle = failed + (found - failed) / 2
            comparisonCount += middle * loads.count
            guard comparisonCount <= Self.comparisonCountAtMost else { break }
            guard let requests = packing(over: middle) else {
                failed = middle
                continue
            }
            best = requests
            found = middle
        }
        return best
    }

    /// Gives each image, the largest first, to the request with the most room that holds it.
    private func packing(over count: Int) -> [[Int]]? {
        var requests = [[Int]](repeating: [], count: count)
        var rooms = [RequestRoom](repeating: empty, count: count)
        var sharesLeft = [Double](repeating: 1, count: count)
        for index in decreasing {
            var widest: Int?
            var mostLeft = -1.0
            for place in 0..<count where sharesLeft[place] > mostLeft {
                guard rooms[place].holds(loads[index]) else { continue }
                widest = place
                mostLeft = sharesLeft[place]
            }
            guard let widest else { return nil }
            requests[widest].append(index)
            rooms[widest].take(loads[index])
            sharesLeft[widest] = rooms[widest].shareLeft(of: empty)
        }
        return requests.filter { !$0.isEmpty }
    }
}

extension RequestPacking {
    /// Tries every packing that can be smaller, where the images are few enough for that.
    private func exactSearch(fewerThan count: Int) -> [[Int]]? {
        guard loads.count <= PackingSearch.imageCountAtMost else { return nil }
        var search = PackingSearch(
            decreasing.map { loads[$0] },
            each: empty,
            counts: requestCountAtLeast..<count
        )
        return search.smallestPacking()?.map { request in request.map { decreasing[$0] } }
    }
}
