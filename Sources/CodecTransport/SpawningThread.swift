#if canImport(Glibc)
internal import Glibc
internal import Synchronization

/// A thread that starts processes and does not end before this process does.
///
/// Linux tells a process that its parent is gone when the thread which started it ends
/// (`PR_SET_PDEATHSIG` in prctl(2)), and a thread of a pool may end at any time.
@safe
final class SpawningThread: @unchecked Sendable {
    private struct Queue {
        var work: [@Sendable () -> Void] = []
        var isStarted = false
    }

    private let queue = Mutex(Queue())
    private let wakeUp = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    /// The one of this process.
    static let shared = SpawningThread()

    private init() {
        unsafe sem_init(wakeUp, 0, 0)
    }

    /// Runs work in the thread and waits for what it gives.
    ///
    /// - Returns: The result; nil where there is no thread to be had.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value? {
        let outcome = Outcome<Value>()
        let isTaken = queue.withLock { queue in
            if !queue.isStarted { queue.isStarted = start() }
            guard queue.isStarted else { return false }
            queue.work.append { outcome.fill(work()) }
            return true
        }
        guard isTaken else { return nil }
        unsafe sem_post(wakeUp)
        return outcome.wait()
    }

    private func start() -> Bool {
        var thread = pthread_t()
        let this = unsafe Unmanaged.passRetained(self)
        return unsafe pthread_create(&thread, nil, runSpawningThread, this.toOpaque()) == 0
    }

    fileprivate func serve() -> Never {
        takePriorityOfProcess()
        while true {
            while unsafe sem_wait(wakeUp) != 0 {}
            let work = queue.withLock { $0.work.isEmpty ? nil : $0.work.removeFirst() }
            work?()
        }
    }
}

/// Gives this thread the priority that the process was started with, for processes to inherit.
///
/// The threads of libdispatch, one of which started this one, set priorities of their own where they
/// may (`setpriority(2)`: on Linux a thread has one), so that `nice` would not reach the decoders.
private func takePriorityOfProcess() {
    let process = __priority_which_t(PRIO_PROCESS.rawValue)
    setpriority(process, 0, getpriority(process, id_t(getpid())))
}

/// A place for a value that another thread makes.
@safe
private final class Outcome<Value: Sendable>: @unchecked Sendable {
    private let value = Mutex<Value?>(nil)
    private let isThere = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        unsafe sem_init(isThere, 0, 0)
    }

    deinit {
        unsafe sem_destroy(isThere)
        unsafe isThere.deallocate()
    }

    func fill(_ made: sending Value) {
        value.withLock { $0 = made }
        unsafe sem_post(isThere)
    }

    func wait() -> Value? {
        while unsafe sem_wait(isThere) != 0 {}
        return value.withLock { $0 }
    }
}

private func runSpawningThread(_ thread: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let thread = unsafe thread else { return nil }
    unsafe Unmanaged<SpawningThread>.fromOpaque(thread).takeRetainedValue().serve()
}
#endif
