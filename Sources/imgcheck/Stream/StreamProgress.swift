internal import ImagePreflight
internal import PreflightCore

/// Which lines of a stream were read, answered and written.
struct StreamProgress {
    /// By whose rules lines are answered.
    let table: RuleTable

    /// Whether there are no more lines.
    var isAtEnd = false

    /// The worst of the answers.
    private(set) var status = ExitStatus.accepted

    /// The codes of errors that rest on limits which nobody documents.
    private(set) var guessedCodes: Set<FindingCode> = []

    private var isReading = true
    private var takenCount = 0
    private var writtenCount = 0
    private var answers: [Int: StreamAnswer.Answer] = [:]

    /// The progress of a stream at its start, whose lines are answered by the rules of `table`.
    init(under table: RuleTable) { self.table = table }
}

extension StreamProgress {
    /// Notes that a line was read, and gives its index, from 0.
    mutating func take() -> Int {
        isReading = false
        takenCount += 1
        return takenCount - 1
    }

    /// Notes an answer until its turn comes.
    mutating func note(_ answer: StreamAnswer.Answer, at index: Int) {
        answers[index] = answer
        guessedCodes.formUnion(answer.findings.guessedCodes)
        switch answer.verdict {
        case .accepted, .omitted: break
        case .fixable, .rejected: status = max(status, .refused)
        case .unchecked: status = .unchecked
        }
    }

    /// Writes the answers whose turn has come.
    ///
    /// - Returns: Whether somebody still reads them.
    /// - Throws: ``Failure`` where they cannot be written.
    mutating func write() throws(Failure) -> Bool {
        while let answer = answers.removeValue(forKey: writtenCount) {
            guard try Terminal.writeIfRead(Array(answer.line.utf8)) else { return false }
            writtenCount += 1
        }
        return true
    }

    /// Whether the next line is to be read now; if so, it counts as being read.
    mutating func startsReading(jobCount: Int) -> Bool {
        guard !isReading, !isAtEnd, takenCount - writtenCount < jobCount else { return false }
        isReading = true
        return true
    }
}
