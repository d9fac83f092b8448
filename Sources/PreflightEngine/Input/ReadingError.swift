internal import FileSystem
internal import PreflightCore

/// Why the bytes of an input could not be had, as the sentence that the report gives.
struct ReadingError: Error {
    /// The sentence, without the input's name.
    var reason: String
}

extension ReadingError {
    /// What should be read is neither file nor folder.
    init(_ special: FileStatus.Special) {
        reason =
            switch special {
            case .pipe: "A pipe, not a file: give what comes out of it on standard input."
            case .socket: "A socket, not a file: nothing in it can be read as an image."
            case .device: "A device, not a file: give what it holds on standard input."
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
            reason = "A folder, not a file: name the files in it."
        case .tooLarge:
            reason =
                "Expected a file of at most \(ImageContent.byteCountAtMost.grouped) bytes, "
                + "found a larger one: no provider takes it."
        case .changed:
            reason = "Expected a file at rest, found that it changed while it was read: try again."
        default:
            reason = error.sentence
        }
    }
}
