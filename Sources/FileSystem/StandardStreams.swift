#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Standard input, output and error of this process.
public enum StandardStreams {
    /// Puts something in the place of those that whoever started the process has closed.
    ///
    /// The next file that is opened would get the number, and what is said would be written into it.
    /// What is written in its place is lost, and nothing can be read of it.
    ///
    /// The corresponding C functions are `fcntl()` and `open()`.
    public static func fillClosed() {
        for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
            // The lowest free number is taken; those below are filled by now.
            guard unsafe open("/dev/null", O_WRONLY) == number else { return }
        }
    }
}
