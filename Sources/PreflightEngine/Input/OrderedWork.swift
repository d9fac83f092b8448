/// Work on many things side by side whose results are taken in their order.
enum OrderedWork {
    /// Transforms every element, at most `jobCount` at a time, and hands over the results in order.
    ///
    /// A result waits for those before it, and work goes on meanwhile.
    ///
    /// - Parameters:
    ///   - elements: What is worked on.
    ///   - jobCount: How many at a time, at least 1.
    ///   - togetherAtMost: How many a task takes, one after the other; more than 1 where work on one
    ///     is over sooner than a task is started.
    ///   - waitingAtMost: How many tasks' results may wait before no more work is begun; any number
    ///     where they are kept anyway.
    ///   - transform: The work; it runs in tasks of its own.
    ///   - take: Is given the results, one after the other.
    /// - Throws: `CancellationError` where the task was cancelled before the last result.
    static func run<Element: Sendable, Outcome: Sendable>(
        on elements: [Element],
        jobCount: Int,
        togetherAtMost: Int = 1,
        waitingAtMost: Int = .max,
        _ transform: @escaping @Sendable (Element) -> Outcome,
        take: (Outcome) async -> Void
    ) async throws(CancellationError) {
        let jobCount = max(1, jobCount)
        let batches = batches(of: elements.count, for: jobCount, togetherAtMost: togetherAtMost)
        let takenCount = await withTaskGroup(of: (index: Int, outcomes: [Outcome]).self) { group in
            var finished: [Int: [Outcome]] = [:]
            var startedCount = 0
            var takenCount = 0
            func begin() {
                while !Task.isCancelled, startedCount < batches.count,
                    startedCount - takenCount - finished.count < jobCount,
                    startedCount - takenCount - jobCount < waitingAtMost
                {
                    let index = startedCount
                    group.addTask { (index, elements[batches[index]].map(transform)) }
                    startedCount += 1
                }
            }
            begin()
            for await (index, outcomes) in group {
                finished[index] = outcomes
                begin()
                while let outcomes = finished.removeValue(forKey: takenCount) {
                    for outcome in outcomes { await take(outcome) }
                    takenCount += 1
                    begin()
                }
            }
            return takenCount
        }
        guard takenCount == batches.count else { throw CancellationError() }
    }

    /// What each task takes.
    ///
    /// All jobs have several turns, so that they end at about the same time.
    private static func batches(
        of count: Int,
        for jobCount: Int,
        togetherAtMost: Int
    ) -> [Range<Int>] {
        let size = min(max(count / jobCount / turnsAtLeast, 1), togetherAtMost)
        return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }

    /// How many turns each job has where there is enough work.
    private static let turnsAtLeast = 8

    /// How many a task takes of what is over in some microseconds.
    static let shortWorkTogether = 64
}
