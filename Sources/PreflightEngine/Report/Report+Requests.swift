extension Report {
    /// Notes which images went into which request.
    ///
    /// - Parameters:
    ///   - prepared: The requests.
    ///   - groups: The places in ``images`` of each request's images.
    mutating func note(_ prepared: [PreparedRequest], holding groups: [[Int]]) {
        requests = zip(prepared, groups).enumerated()
            .map { index, request in
                RequestReceipt(
                    number: index + 1,
                    byteCount: request.0.byteCount,
                    images: request.1
                )
            }
        for receipt in requests {
            for place in receipt.images { images[place].output?.note(request: receipt.number) }
        }
    }

    /// Notes where the requests were written; `paths` are in their order.
    package mutating func note(paths: [String]) {
        for (index, path) in zip(requests.indices, paths) { requests[index].path = path }
    }

    /// Takes back what was said to be in requests, since none was written.
    package mutating func withdrawRequests() {
        requests = []
        for index in images.indices { images[index].output = nil }
    }
}

extension OutputReport {
    /// Notes which request holds it; of tiles, the next that is in none yet.
    fileprivate mutating func note(request number: Int) {
        if let next = tiles.firstIndex(where: { $0.request == nil }) {
            tiles[next].request = number
        } else {
            request = number
        }
    }
}
