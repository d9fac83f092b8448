/// The bounds that hold for what is read of documents and of compressed metadata, in one place for
/// whoever tells them.
package enum DocumentBounds {
    /// The most bytes that a PNG chunk is uncompressed to.
    package static let inflatedChunkByteCount = PNGChunk.inflatedByteCountAtMost

    /// The most bytes of text that a PNG file is uncompressed to.
    package static let inflatedTextByteCount = PNGTextLimits.fileByteCountAtMost

    /// The most bytes that all profiles of a PNG file are uncompressed to.
    package static let inflatedProfileByteCount = PNGTextLimits.profileByteCountAtMost

    /// The most bytes that a PNG's image data are uncompressed to after the last row.
    package static let surplusByteCount = PNGImageData.surplusByteCountAtMost

    /// The most bytes that later frames of a PNG are uncompressed to.
    package static let inflatedFrameByteCount = PNGImageData.frameByteCountAtMost

    /// The deepest nesting of a request body and of a line.
    package static let bodyDepth = JSONScanner.depthAtMost

    /// The most values of a request body.
    package static let bodyValueCount = JSONOutline.nodeCountAtMost

    /// The deepest nesting of a rule table.
    package static let tableDepth = JSONParser.depthAtMost
}
