package import FileSystem
package import PreflightCore

/// One image to be judged: a file, or bytes in memory.
public struct ImageInput: Sendable {
    /// Where the bytes are.
    package enum Origin: Sendable {
        /// In a file, which is read when the image's turn comes and dropped after it.
        case file(FilePath)
        /// In memory.
        case bytes([UInt8])
        /// In the process's standard input, which can be read once.
        case standardInput
        /// Nowhere: why they cannot be had.
        case unavailable(String)
    }

    /// How the report names the image.
    public let source: String

    /// Where the bytes are.
    package let origin: Origin

    /// The extension of the image's name, without its dot; nil where there is none.
    package let fileNameExtension: String?

    /// The media type that a request body declares; empty for none, nil outside bodies.
    package let declaredMediaType: String?

    /// The file, where somebody opened it to see whether it is an image; read in place of the path.
    package var held: HeldFile?

    /// Whether somebody looked and saw a regular file, so that nobody has to look for a pipe.
    package var isKnownRegular = false

    /// Whether its bytes are in memory already.
    var isInMemory: Bool { if case .bytes = origin { true } else { false } }

    /// What is unusual about the base64 that the bytes were read from; empty elsewhere.
    package var base64Faults: [Base64Fault] = []

    /// The name that an output made of the image keeps: the file name, or the path below the
    /// directory that was walked.
    package let outputName: FilePath

    /// Whether the bytes come or came from standard input.
    package var isStandardInput: Bool {
        guard source == "-" else { return false }
        if case .file = origin { return false }
        return true
    }

    /// Creates an input whose origin is known.
    package init(
        source: String,
        origin: Origin,
        fileNameExtension: String? = nil,
        declaredMediaType: String? = nil,
        outputName: FilePath? = nil
    ) {
        self.source = source
        self.origin = origin
        self.fileNameExtension = fileNameExtension
        self.declaredMediaType = declaredMediaType
        self.outputName = outputName ?? FilePath(source).lastComponent
    }

    /// An image in a file.
    ///
    /// - Parameter path: The path, absolute or relative to the working directory.
    /// - Returns: The input, which the report names by the path.
    public static func file(_ path: String) -> ImageInput { .file(FilePath(path)) }

    /// An image in a file whose path need not be UTF-8.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - outputName: The path below the directory that was walked; nil for the file name.
    /// - Returns: The input, which the report names by the path.
    package static func file(_ path: FilePath, outputName: FilePath? = nil) -> ImageInput {
        ImageInput(
            source: path.text,
            origin: .file(path),
            fileNameExtension: path.fileNameExtension,
            outputName: outputName ?? path.lastComponent
        )
    }

    /// An image in memory.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - name: How the report names it; its extension, if it has one, is held against the bytes.
    /// - Returns: The input, which holds a copy of the bytes.
    public static func bytes(_ bytes: some Sequence<UInt8>, name: String) -> ImageInput {
        ImageInput(
            source: name,
            origin: .bytes(Array(bytes)),
            fileNameExtension: FilePath(name).fileNameExtension
        )
    }
}
