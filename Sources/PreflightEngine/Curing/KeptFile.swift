package import FileSystem
package import PreflightCore

/// The file that came of an image, kept until it goes.
package struct KeptFile: Sendable {
    /// What it says.
    package let facts: ImageFacts

    private let kept: KeptBytes

    /// A file whose bytes are kept already.
    init(_ kept: KeptBytes, saying facts: ImageFacts) {
        self.kept = kept
        self.facts = facts
    }

    /// Keeps a file.
    ///
    /// - Parameters:
    ///   - content: The file.
    ///   - spool: Where its bytes are kept; nil where it goes at once.
    init(_ content: ImageContent, in spool: Spool?) {
        kept = spool?.keep(content.bytes) ?? KeptBytes(shared: content.bytes)
        facts = content.facts
    }
}

extension KeptFile {
    /// How many bytes it has.
    package var byteCount: Int { kept.byteCount }

    /// All of it.
    ///
    /// - Throws: `FileError` where what was kept in a file does not come back.
    package func bytes() throws(FileError) -> [UInt8] { try kept.bytes() }

    /// All of it and what it says.
    ///
    /// - Throws: ``ReadingError`` with the sentence for the report.
    func content() throws(ReadingError) -> ImageContent {
        try ReadingError.wording { () throws(FileError) in
            ImageContent(bytes: try bytes(), facts: facts)
        }
    }

    /// Whether another one is known to have the same bytes.
    func isCopy(of other: KeptFile) -> Bool {
        guard byteCount == other.byteCount, let own = try? bytes() else { return false }
        return own == (try? other.bytes())
    }
}
