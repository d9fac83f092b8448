internal import FileSystem

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
        try? OutputFile.standardError.write(Array(text.utf8))
    }

    /// Writes one message to standard error; there is nobody to tell if that fails.
    static func complain(_ message: some CustomStringConvertible) {
        try? OutputFile.standardError.write(Array("imgcheck: \(message)\n".utf8))
    }
}
