internal import ArgumentParser
internal import FileSystem

/// A text on the command line that goes into a body as it is, and so has to be UTF-8.
struct TextArgument: ExpressibleByArgument {
    /// The argument's bytes.
    private let bytes: [UInt8]

    init(argument: String) { bytes = FilePath(argument: argument).bytes }

    /// The text; nil where the bytes are not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }
}
