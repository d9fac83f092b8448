internal import FileSystem
internal import PreflightCore

/// Why the bytes of an input could not be had, as the report says it.
struct ReadingError: Error {
    /// The reason, without the input's name.
    var message: Message
}

extension ReadingError {
    /// The images before it took all the time that the run has.
    static let outOfTime = ReadingError(
        message: Message(
            "The run is out of time, and the image was not looked at",
            help: .either([.act("give it to another run"), .allowMoreTime])
        )
    )

    /// What should be read is neither file nor folder.
    init(_ special: FileStatus.Special) {
        message =
            switch special {
            case .pipe:
                Message(
                    "A pipe, not a file",
                    help: .act("give what comes out of it on standard input")
                )
            case .socket:
                "A socket, not a file: nothing in it can be read as an image"
            case .device:
                Message("A device, not a file", help: .act("give what it holds on standard input"))
            }
    }

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
            message = Message("A folder, not a file", help: .walkDirectory)
        case .tooLarge:
            let most = ImageContent.byteCountAtMost.grouped
            message = "The file has more than \(most) bytes, which no provider takes"
        case .changed:
            message = Message("The file changed while it was read", help: .tryAgain)
        default:
            message = Message(error.sentence)
        }
    }
}
