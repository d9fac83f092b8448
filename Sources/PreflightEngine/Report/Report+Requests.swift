internal import PreflightCore

extension Report {
    /// Notes which images went into which request.
    ///
    /// - Parameters:
    ///   - prepared: The requests.
    ///   - table: What they are judged by.
    ///   - groups: The places in ``images`` of each request's images.
    mutating func note(
        _ prepared: [PreparedRequest],
        under table: RuleTable,
        holding groups: [[Int]]
    ) {
        requests = zip(prepared, groups).enumerated()
            .map { index, request in
                var totals = RequestTotals(of: request.0.images.map(\.facts), for: table)
                totals.payloadByteCount = request.0.byteCount
                return RequestReceipt(
                    number: index + 1,
                    byteCount: request.0.byteCount,
                    images: request.1,
                    findings: table.findings(for: totals)
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

    /// Tells the images that could not be cured as left out, since the rest was written.
    package mutating func noteOmissions() {
        for index in images.indices where images[index].refusal != nil {
            images[index].verdict = .omitted
        }
        let isWhole = !images.contains { $0.verdict == .omitted }
        verdict = images.map(\.verdict).reduce(isWhole ? .accepted : .fixable, max)
        verdict = max(verdict, Verdict(of: request.findings))
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
