internal import FileSystem

/// The process's standard output and standard error.
enum Terminal {
    /// Writes text to standard output. Where nobody reads any more, nothing happens.
    static func print(_ text: String) throws(Failure) {
        do throws(FileError) {
            try OutputFile.standardOutput.write(Array(text.utf8))
        } catch .closedPipe {
            return
        } catch {
            throw Failure("standard output: \(error)")
        }
    }

    /// Writes one message to standard error; there is nobody to tell if that fails.
    static func complain(_ message: some CustomStringConvertible) {
        try? OutputFile.standardError.write(Array("imgcheck: \(message)\n".utf8))
    }
}
