internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// One run of `stream`: reads, answers side by side, and writes in order.
struct StreamRun {
    /// Answers lines.
    let answers: StreamAnswer

    /// How many lines are worked on at a time.
    let jobCount: Int

    /// By whose rules.
    let table: RuleTable
}

extension StreamRun {
    private enum Event: Sendable {
        case line(Result<InputLine?, FileError>)
        case answer(Int, StreamAnswer.Answer)
    }

    /// Answers every line; ends quietly where nobody reads the answers any more.
    ///
    /// A line is read only while fewer than ``jobCount`` are unanswered, so that a slow reader
    /// slows the writer of the lines and memory stays as it is.
    ///
    /// - Returns: What came of the lines.
    /// - Throws: ``Failure`` where standard input or output fails.
    func run() async throws(Failure) -> StreamProgress {
        let result = await withTaskGroup(
            of: Event.self,
            returning: Result<StreamProgress, Failure>.self
        ) {
            group in
            let reader = LineReader()
            var progress = StreamProgress(under: table)
            group.addTask { .line(await Self.next(of: reader)) }
            for await event in group {
                switch event {
                case .line(.failure(let error)):
                    return .failure(Failure("standard input: \(error)"))
                case .line(.success(nil)):
                    progress.isAtEnd = true
                case .line(.success(let line?)):
                    let index = progress.take()
                    group.addTask { .answer(index, answer(to: line, number: index + 1)) }
                case .answer(let index, let answer):
                    progress.note(answer, at: index)
                    do throws(Failure) {
                        guard try progress.write() else { return .success(progress) }
                    } catch {
                        return .failure(error)
                    }
                }
                if progress.startsReading(jobCount: jobCount) {
                    group.addTask { .line(await Self.next(of: reader)) }
                }
            }
            return .success(progress)
        }
        return try result.get()
    }

    private func answer(to line: InputLine, number: Int) -> StreamAnswer.Answer {
        switch line {
        case .whole(let bytes): answers.answer(to: bytes, number: number)
        case .overlong(let byteCount):
            answers.answer(
                toLineOf: byteCount,
                over: PendingLines.byteCountAtMost,
                number: number
            )
        }
    }

    private static func next(of reader: LineReader) async -> Result<InputLine?, FileError> {
        do throws(FileError) {
            return .success(try await reader.next())
        } catch {
            return .failure(error)
        }
    }
}
