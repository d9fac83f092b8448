internal import CodecProtocol
internal import PreflightCore
internal import Synchronization

/// Workers that are started when they are needed, used again, and replaced.
final class WorkerPool: Sendable {
    private let program: Result<WorkerProgram, WorkerError>
    private let options: WorkerOptions

    private struct State {
        var idle: [Worker] = []
        var greeting: WorkerGreeting?
    }

    private let state = Mutex(State())

    /// Creates a pool without a worker.
    init(program: Result<WorkerProgram, WorkerError>, options: WorkerOptions) {
        self.program = program
        self.options = options
    }
}

extension WorkerPool {
    /// What the workers say of themselves; starts one if none was.
    func greeting() throws(WorkerError) -> WorkerGreeting {
        if let greeting = state.withLock({ $0.greeting }) { return greeting }
        let worker = try start()
        putBack(worker)
        return worker.greeting
    }

    /// Answers a request; where a worker fails, once more in a fresh one.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - part: What is wanted of the answer; nil where it is an answer to something else.
    /// - Returns: That part.
    /// - Throws: ``WorkerFault`` of the second worker, or where none can be had.
    func answer<Value>(
        to request: CodecRequest,
        _ part: (CodecAnswer) -> Value?
    ) throws(WorkerFault) -> Value {
        do throws(WorkerFault) {
            return try answer(to: request, by: state.withLock { $0.idle.popLast() }, part)
        } catch .unavailable(let error) {
            throw .unavailable(error)
        } catch {
            return try answer(to: request, by: nil, part)
        }
    }

    private func answer<Value>(
        to request: CodecRequest,
        by idle: Worker?,
        _ part: (CodecAnswer) -> Value?
    ) throws(WorkerFault) -> Value {
        var worker: Worker
        if let idle { worker = idle } else { worker = try startedForRequest() }
        guard let value = part(try worker.answer(to: request)) else {
            throw .malformed(.nonsense(field: "kind"))
        }
        if !worker.isWornOut { putBack(worker) }
        return value
    }

    private func startedForRequest() throws(WorkerFault) -> Worker {
        do throws(WorkerError) {
            return try start()
        } catch {
            throw .unavailable(error)
        }
    }

    private func start() throws(WorkerError) -> Worker {
        let worker = try started()
        state.withLock { $0.greeting = worker.greeting }
        return worker
    }

    /// A worker, which is started once more where it ends before it greets: somebody may have killed it.
    private func started() throws(WorkerError) -> Worker {
        let program = try program.get()
        do throws(WorkerError) {
            return try Worker(running: program, options: options)
        } catch .silent {
            return try Worker(running: program, options: options)
        } catch {
            throw error
        }
    }

    /// Keeps a worker for the next request; there are never more than were asked for side by side.
    private func putBack(_ worker: Worker) {
        state.withLock { $0.idle.append(worker) }
    }
}
