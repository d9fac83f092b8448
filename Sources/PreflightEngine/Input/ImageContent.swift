internal import FileSystem
package import PreflightCore

/// The bytes of one image, as far as they are needed, and what they say.
package struct ImageContent: Sendable {
    /// The whole file, or its beginning where the format is one that is not decoded.
    package var bytes: [UInt8]

    /// What they say.
    package var facts: ImageFacts
}

extension ImageContent {
    /// The most bytes that are held of one file; in base64 it is over every known limit.
    package static let byteCountAtMost = 1_000_000_000

    /// Gets the bytes of an input.
    ///
    /// - Parameters:
    ///   - input: The input.
    ///   - files: Opens it if it is a file.
    /// - Throws: ``ReadingError`` with the sentence for the report.
    init(of input: ImageInput, through files: any FileOpening) throws(ReadingError) {
        switch input.origin {
        case .unavailable(let reason):
            throw ReadingError(message: Message(reason))
        case .bytes(let bytes):
            self.init(bytes: bytes)
        case .standardInput:
            self = try ReadingError.wording { () throws(FileError) in
                try ImageContent(reading: OpenFile.standardInput)
            }
        case .file(let path):
            // Whoever opens a pipe lets its writer go on, and what is read is gone.
            if !input.isKnownRegular, let special = try? FileStatus(of: path).special {
                throw ReadingError(special)
            }
            self = try ReadingError.wording { () throws(FileError) in
                try Self.content(of: path, in: input.held, through: files)
            }
        }
    }

    /// Reads a file that is open already, or else opens it.
    private static func content(
        of path: FilePath,
        in held: HeldFile?,
        through files: any FileOpening
    ) throws(FileError) -> ImageContent {
        if let file = held?.take() { return try ImageContent(reading: file) }
        return try ImageContent(reading: files.open(path))
    }

    /// Reads an open file: all of it, or only its beginning where that is not to be decoded.
    private init(reading file: consuming OpenFile) throws(FileError) {
        let before = try file.status()
        guard before.kind != .directory else { throw .isDirectory }
        var bytes = try file.bytes(upTo: ImageFormat.recognitionByteCount)
        let isAll = bytes.count < ImageFormat.recognitionByteCount
        if before.kind == .regular, !isAll, !ImageFormat(recognising: bytes.span).isDecodable {
            self.init(bytes: bytes)
            facts.byteCount = before.byteCount
            return
        }
        guard before.byteCount <= Self.byteCountAtMost else { throw .tooLarge }
        if !isAll { try file.appendRemainder(to: &bytes, upTo: Self.byteCountAtMost) }
        guard try file.status() == before else { throw .changed }
        self.init(bytes: bytes)
    }

    /// Bytes with what they say.
    init(bytes: [UInt8]) {
        self.bytes = bytes
        facts = ImageFacts(reading: bytes.span)
    }

    /// The bytes as a decoder gets them: mended where an edit of the file does that, since one
    /// decoder refuses what another forgives.
    var decodableBytes: [UInt8] {
        guard let header = try? facts.header.get(), header.flaws.areRepairable else { return bytes }
        return Plan([.repair]).edited(bytes, as: facts.format) ?? bytes
    }

    /// Looks through the compressed pixels too, which takes time in proportion to them.
    mutating func readImageData() {
        facts.readImageData(of: bytes)
    }
}
