import Foundation
import Synchronization
import Testing

@testable import PreflightEngine

/// Results come in order and none is lost, however work is divided and however long a part takes.
struct OrderedWorkTests {
    struct Division: Sendable, CustomTestStringConvertible {
        var count: Int
        var jobCount: Int
        var togetherAtMost = 1
        var waitingAtMost = Int.max
        var testDescription: String {
            "\(count) things, \(jobCount) jobs, \(togetherAtMost) together, \(waitingAtMost) waiting"
        }
    }

    @Test(arguments: [
        Division(count: 0, jobCount: 2), Division(count: 1, jobCount: 2),
        Division(count: 40, jobCount: 0), Division(count: 40, jobCount: 1),
        Division(count: 40, jobCount: 3, waitingAtMost: 0),
        Division(count: 40, jobCount: 3, waitingAtMost: 2),
        Division(count: 7, jobCount: 2, togetherAtMost: 64),
        Division(count: 1000, jobCount: 2, togetherAtMost: 7),
        Division(count: 1000, jobCount: 2, togetherAtMost: 64, waitingAtMost: 0),
        Division(count: 1000, jobCount: 8, togetherAtMost: 64, waitingAtMost: 1),
    ])
    func `results come in order, and no more wait than may`(_ division: Division) async throws {
        let begun = Atomic(0)
        var taken: [Int] = []
        var mostWaiting = 0
        try await OrderedWork.run(
            on: Array(0..<division.count),
            jobCount: division.jobCount,
            togetherAtMost: division.togetherAtMost,
            waitingAtMost: division.waitingAtMost
        ) { number in
            begun.add(1, ordering: .relaxed)
            return number
        } take: { number in
            mostWaiting = max(mostWaiting, begun.load(ordering: .relaxed) - taken.count)
            taken.append(number)
            await Task.yield()
        }
        #expect(taken == Array(0..<division.count))
        guard division.waitingAtMost < .max else { return }
        let tasks = max(division.jobCount, 1) + division.waitingAtMost
        #expect(mostWaiting <= tasks * division.togetherAtMost)
    }

    /// The first result is there only when all others are.
    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "needs a second core"))
    func `work goes on while a result waits for the one before it`() async throws {
        let count = 30
        let done = Atomic(0)
        var taken: [Int] = []
        try await OrderedWork.run(on: Array(0..<count), jobCount: 2) { number in
            // Other tests may keep every other thread for minutes.
            var patience = 600_000
            while number == 0, done.load(ordering: .relaxed) < count - 1, patience > 0 {
                Thread.sleep(forTimeInterval: 0.001)
                patience -= 1
            }
            return done.add(1, ordering: .relaxed).newValue
        } take: { place in
            taken.append(place)
        }
        #expect(taken.first == count)
        #expect(taken.sorted() == Array(1...count))
    }
}
