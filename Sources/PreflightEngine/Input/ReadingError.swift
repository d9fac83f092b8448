internal import FileSystem
internal import PreflightCore

/// Why the bytes of an input could not be had, as the report says it.
struct ReadingError: Error {
    /// The reason, without the input's name.
    var message: Message
}

extension ReadingError {
    /// What should be read is neither file nor directory.
    static let ofPipe = ReadingError(
        message: Message(
            "It is a pipe or a device, not a file",
            help: .act("give what it holds on standard input, as -")
        )
    )

    /// Runs `body` and words what the file system says.
    static func wording<Value>(
        _ body: () throws(FileError) -> Value
    ) throws(ReadingError) -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            throw ReadingError(error)
        }
    }

    private init(_ error: FileError) {
        switch error {
        case .isDirectory:
            message = Message("It is a directory", help: .walkDirectory)
        case .tooLarge:
            let most = ImageContent.byteCountAtMost.grouped
            message = "The file has more than \(most) bytes, which no provider takes"
        case .changed:
            message = Message("The file changed while it was read", help: .tryAgain)
        default:
            message = Message(error.description)
        }
    }
}
