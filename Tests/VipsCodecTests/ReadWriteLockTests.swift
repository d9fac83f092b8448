import Synchronization
import Testing

@testable import VipsCodec

/// One holds the lock alone, or many share it.
struct ReadWriteLockTests {
    /// Who is inside, and how often somebody was there who should not have been.
    private final class Counts: Sendable {
        let inside = Atomic(0)
        let violations = Atomic(0)
    }

    @Test
    func `nobody shares while one holds it alone`() async {
        let lock = ReadWriteLock()
        let counts = Counts()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<400 {
                group.addTask {
                    if number.isMultiple(of: 4) {
                        lock.exclusive { Self.look(at: counts) }
                    } else {
                        lock.shared { Self.stay(in: counts) }
                    }
                }
            }
        }
        #expect(counts.violations.load(ordering: .sequentiallyConsistent) == 0)
    }

    private static func stay(in counts: Counts) {
        counts.inside.add(1, ordering: .sequentiallyConsistent)
        for _ in 0..<1_000 { _ = counts.inside.load(ordering: .sequentiallyConsistent) }
        counts.inside.subtract(1, ordering: .sequentiallyConsistent)
    }

    private static func look(at counts: Counts) {
        for _ in 0..<1_000 where counts.inside.load(ordering: .sequentiallyConsistent) != 0 {
            counts.violations.add(1, ordering: .sequentiallyConsistent)
        }
    }

    @Test
    func `values come through`() {
        let lock = ReadWriteLock()
        #expect(lock.shared { 1 } == 1)
        #expect(lock.exclusive { 2 } == 2)
    }
}
