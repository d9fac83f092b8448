/// Divides images among the fewest requests that hold them.
package enum RequestSplit {
    /// The images of each request, as places in `loads`.
    ///
    /// The same input always gives the same answer. In every request the images ascend, and the
    /// requests are in the order of their first images; with ``RequestOrder/free`` the number of
    /// requests is never above that of ``RequestOrder/keep``, and where it is the same the order is
    /// kept.
    ///
    /// - Parameters:
    ///   - loads: What each image adds to a request.
    ///   - capacity: What a request can hold.
    ///   - order: Whether the order of the images counts.
    /// - Returns: The requests, none of them empty; none for no image.
    /// - Throws: ``SplitError`` for the first image that does not fit into a request of its own.
    package static func split(
        _ loads: [RequestLoad],
        into capacity: RequestCapacity,
        order: RequestOrder
    ) throws(SplitError) -> [[Int]] {
        for (index, load) in loads.enumerated() {
            if let refusal = capacity.refusal(of: load, at: index) { throw refusal }
        }
        let empty = RequestRoom(capacity)
        let runs = consecutiveRuns(of: loads, each: empty)
        switch order {
        case .keep: return runs
        case .free:
            return RequestPacking(loads, each: empty).requests(fewerThan: runs.count) ?? runs
        }
    }

    /// The fewest runs of neighbours that fit, each as long as it can be.
    ///
    /// No division has fewer: whatever part of a run fits also fits on its own, so by induction the
    /// first k runs of any other division end no later than the first k of this one.
    private static func consecutiveRuns(
        of loads: [RequestLoad],
        each empty: RequestRoom
    ) -> [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        var room = empty
        for (index, load) in loads.enumerated() {
            if !room.holds(load) {
                runs.append(run)
                run = []
                room = empty
            }
            run.append(index)
            room.take(load)
        }
        return run.isEmpty ? runs : runs + [run]
    }
}

/// Which orders of the images a split into requests may choose from.
public enum RequestOrder: String, Sendable, Hashable, CaseIterable {
    /// That of the input, from the first request to the last.
    case keep
    /// Any.
    case free
}

/// An image that does not fit even into a request of its own, so that no split helps.
package struct SplitError: Error, Sendable, Hashable {
    /// The image's place in the input, from 0.
    package var imageIndex: Int

    /// What is over the limit: the image count, the file's bytes, the body's, or the tokens.
    package var measure: Measure

    /// The number for a request with this image alone.
    package var measured: Int

    /// The number that would pass.
    package var limit: Int

    /// Creates an error.
    package init(imageIndex: Int, measure: Measure, measured: Int, limit: Int) {
        self.imageIndex = imageIndex
        self.measure = measure
        self.measured = measured
        self.limit = limit
    }
}

extension SplitError {
    /// What does not fit, without the image's name, and what would help.
    package var message: Message {
        switch measure {
        case .imageCount:
            Message(
                "The model takes at most \(limit.grouped) images in a request",
                help: .useOtherModel
            )
        case .fileByteCount:
            Message(
                "The file has \(measured.grouped) bytes, and all of a request may have at most "
                    + limit.grouped,
                help: .apply(.fitBytes)
            )
        case .imagesTokenCount:
            Message(
                "The image costs \(measured.grouped) tokens, and a request may have at most "
                    + limit.grouped,
                help: .act("cut it into parts or scale it down")
            )
        default:
            Message(
                "A request with this image alone has \(measured.grouped) bytes, and at most "
                    + "\(limit.grouped) are taken",
                help: .apply(.fitBytes)
            )
        }
    }
}
