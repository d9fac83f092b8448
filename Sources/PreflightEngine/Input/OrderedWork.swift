/// Work on many things side by side whose results are taken in their order.
enum OrderedWork {
    /// Transforms every element, at most `jobCount` at a time, and hands over the results in order.
    ///
    /// No more than `jobCount` results exist that were not handed over, so that memory is bounded
    /// by that number and not by how many elements there are.
    ///
    /// - Parameters:
    ///   - elements: What is worked on.
    ///   - jobCount: How many at a time, at least 1.
    ///   - transform: The work; it runs in a task of its own.
    ///   - take: Is given the results, one after the other.
    /// - Throws: `CancellationError` where the task was cancelled before the last result.
    static func run<Element: Sendable, Outcome: Sendable>(
        on elements: [Element],
        jobCount: Int,
        _ transform: @escaping @Sendable (Element) -> Outcome,
        take: (Outcome) async -> Void
    ) async throws(CancellationError) {
        let takenCount = await withTaskGroup(of: (index: Int, outcome: Outcome).self) { group in
            var waiting = elements.indices.makeIterator()
            for _ in 0..<max(1, jobCount) {
                guard let index = waiting.next() else { break }
                group.addTask { (index, transform(elements[index])) }
            }
            var finished: [Int: Outcome] = [:]
            var takenCount = 0
            for await (index, outcome) in group {
                finished[index] = outcome
                while let outcome = finished.removeValue(forKey: takenCount) {
                    await take(outcome)
                    takenCount += 1
                    guard !Task.isCancelled, let next = waiting.next() else { continue }
                    group.addTask { (next, transform(elements[next])) }
                }
            }
            return takenCount
        }
        guard takenCount == elements.count else { throw CancellationError() }
    }
}
