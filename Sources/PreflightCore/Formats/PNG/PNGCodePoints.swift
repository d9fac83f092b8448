/// What a PNG says of its colours where nobody knows how to convert them (PNG, 11.3.2.6): what is made
/// of it has the same samples and has to say the same.
package enum PNGCodePoints {
    /// A file that was written of another one's samples, with that one's declaration.
    package static func copied(from original: [UInt8], to written: [UInt8]) -> [UInt8] {
        let header = PNGReader.signature.count + PNGImageHeader.chunkByteCount
        guard written.count > header, let declaration = declaration(in: original) else {
            return written
        }
        return Array(written[..<header] + declaration + written[header...])
    }

    /// The chunk that counts: the first before the image data.
    private static func declaration(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var offset = PNGReader.signature.count
        while let chunk = PNGChunk(in: bytes.span, at: offset), chunk.isComplete,
            chunk.type != PNGChunk.imageData
        {
            if chunk.type == PNGChunk.codePoints {
                return bytes[chunk.startOffset..<chunk.endOffset]
            }
            offset = chunk.endOffset
        }
        return nil
    }
}
