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
