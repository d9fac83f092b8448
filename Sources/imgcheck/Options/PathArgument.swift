internal import ArgumentParser
internal import FileSystem

/// A path on the command line, every byte of which is kept; `-` stands for standard input.
struct PathArgument: ExpressibleByArgument {
    let path: FilePath

    init(argument: String) { path = FilePath(argument: argument) }

    static var defaultCompletionKind: CompletionKind { .file() }

    /// Whether the argument stands for standard input.
    var isStandardInput: Bool { path == FilePath("-") }

    /// The file that is read where the argument names one to read.
    var fileRead: FilePath { isStandardInput ? .standardInput : path }
}

/// A text on the command line that goes into a body as it is, and so has to be UTF-8.
struct TextArgument: ExpressibleByArgument {
    /// The argument's bytes.
    private let bytes: [UInt8]

    init(argument: String) { bytes = FilePath(argument: argument).bytes }

    /// The text; nil where the bytes are not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }
}
