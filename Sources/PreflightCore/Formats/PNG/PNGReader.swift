/// Reads the header of a PNG file by walking its chunks from the signature to `IEND`.
///
/// Checksums of image data are not verified here, see ``PNGImageData``.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition.
enum PNGReader {
    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where the signature is wrong or the first chunk is not a complete
    ///   and valid `IHDR`. A file that is cut off after it still has a header.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        let found = try contents(of: bytes)
        return found.header(trailingByteCount: bytes.count - found.endOffset)
    }

    /// What is met in the file `bytes`, up to its end.
    ///
    /// - Throws: As ``header(of:)`` does.
    static func contents(of bytes: Span<UInt8>) throws(HeaderError) -> PNGContents {
        guard bytes.matches(signature) else {
            throw .malformed(offset: 0, reason: "no PNG signature")
        }
        let imageHeader = try PNGImageHeader(in: bytes, at: signature.count)
        var contents = PNGContents(imageHeader)
        if let chunk = PNGChunk(in: bytes, at: signature.count) {
            contents.take(chunk, in: bytes)
        }
        var offset = signature.count + PNGImageHeader.chunkByteCount
        while let chunk = PNGChunk(in: bytes, at: offset) {
            contents.take(chunk, in: bytes)
            offset = chunk.endOffset
            if contents.hasEnd { break }
        }
        contents.endOffset = min(offset, bytes.count)
        return contents
    }

    /// 0x89, `PNG`, and line ends that a transfer as text would change (5.2).
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
