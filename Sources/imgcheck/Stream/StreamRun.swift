internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// One run of `stream`: reads, answers side by side, and writes in order.
struct StreamRun {
    /// Answers lines.
    let answers: StreamAnswer

    /// How many lines are worked on at a time.
    let jobCount: Int
}

extension StreamRun {
    private enum Event: Sendable {
        case line(Result<[UInt8]?, FileError>)
        case answer(Int, StreamAnswer.Answer)
    }

    /// Answers every line; ends quietly where nobody reads the answers any more.
    ///
    /// A line is read only while fewer than ``jobCount`` are unanswered, so that a slow reader
    /// slows the writer of the lines and memory stays as it is.
    ///
    /// - Returns: The status that the worst answer gives.
    /// - Throws: ``Failure`` where standard input or output fails.
    func run() async throws(Failure) -> ExitStatus {
        let result = await withTaskGroup(
            of: Event.self,
            returning: Result<ExitStatus, Failure>.self
        ) {
            group in
            let reader = LineReader()
            var progress = StreamProgress()
            group.addTask { .line(await Self.next(of: reader)) }
            for await event in group {
                switch event {
                case .line(.failure(let error)):
                    return .failure(Failure("standard input: \(error)"))
                case .line(.success(nil)):
                    progress.isAtEnd = true
                case .line(.success(let line?)):
                    let index = progress.take()
                    group.addTask { .answer(index, answers.answer(to: line, number: index + 1)) }
                case .answer(let index, let answer):
                    progress.note(answer, at: index)
                    do throws(Failure) {
                        guard try progress.write() else { return .success(progress.status) }
                    } catch {
                        return .failure(error)
                    }
                }
                if progress.startsReading(jobCount: jobCount) {
                    group.addTask { .line(await Self.next(of: reader)) }
                }
            }
            return .success(progress.status)
        }
        return try result.get()
    }

    private static func next(of reader: LineReader) async -> Result<[UInt8]?, FileError> {
        do throws(FileError) {
            return .success(try await reader.next())
        } catch {
            return .failure(error)
        }
    }
}
