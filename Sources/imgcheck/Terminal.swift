internal import FileSystem
internal import FoundationEssentials
internal import Synchronization

/// The process's standard output and standard error.
enum Terminal {
    /// Writes text to standard output.
    ///
    /// Where nobody reads any more, nothing happens.
    static func print(_ text: String) throws(Failure) {
        try write(Array(text.utf8))
    }

    /// Writes bytes to standard output.
    ///
    /// Where nobody reads any more, nothing happens.
    static func write(_ bytes: [UInt8]) throws(Failure) {
        _ = try writeIfRead(bytes)
    }

    /// Writes bytes to standard output, and tells whether somebody still reads it.
    static func writeIfRead(_ bytes: [UInt8]) throws(Failure) -> Bool {
        Progress.end()
        do throws(FileError) {
            try OutputFile.standardOutput.write(bytes)
            return true
        } catch .closedPipe {
            return false
        } catch {
            throw Failure("standard output: \(error)")
        }
    }

    /// Writes text to standard error; there is nobody to tell if that fails.
    static func tell(_ text: String) {
        eraseProgress()
        tellAsItIs(text)
    }

    /// Writes one message to standard error, on a terminal in its columns; there is nobody to tell
    /// if that fails.
    static func complain(_ message: some CustomStringConvertible) {
        var text = "imgcheck: \(message)"
        if OutputFile.standardError.isTerminal,
            let columnCount = columnCount(of: .standardError)
        {
            text = text.brokenLines(toColumns: columnCount, indent: 2)
        }
        tell(text + "\n")
    }
}

extension Terminal {
    /// The columns into which text is broken: those of `COLUMNS`, else of the terminal; nil where
    /// it is written to neither.
    static func columnCount(of stream: borrowing OutputFile) -> Int? {
        let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 0
        let count = named > 0 ? named : stream.columnCount
        return count.map { max($0, leastColumnCount) }
    }

    /// On a narrower terminal, lines are broken by the terminal.
    private static let leastColumnCount = 40
}

extension Terminal {
    /// Shows a line on standard error until the next is shown or something else is written.
    ///
    /// For standard error that is a terminal.
    static func showProgress(_ line: String) {
        tellAsItIs(eraseLine + line)
        showsProgress.store(true, ordering: .relaxed)
    }

    /// Takes the line of progress away.
    static func eraseProgress() {
        guard showsProgress.exchange(false, ordering: .relaxed) else { return }
        tellAsItIs(eraseLine)
    }

    private static func tellAsItIs(_ text: String) {
        try? OutputFile.standardError.write(Array(text.utf8))
    }

    private static let showsProgress = Atomic(false)

    /// Back to the first column, and "Erase in Line" (ECMA-48).
    private static let eraseLine = "\r\u{1B}[K"
}
