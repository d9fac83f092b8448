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
