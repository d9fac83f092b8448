/// Edits a PNG file chunk by chunk; the chunks that stay are copied with their checksums.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition.
struct PNGEdit {
    private let bytes: [UInt8]
    private let edit: FileEdit
    private let orientation: Orientation
    private var output: [UInt8] = []
    private var hasExif = false

    /// Edits a file with a valid header.
    ///
    /// - Returns: The new file, or nil where image data is cut off, or the chunks end in something
    ///   else.
    static func edited(
        _ bytes: [UInt8],
        by edit: FileEdit,
        orientation: Orientation
    ) -> [UInt8]? {
        var walk = PNGEdit(bytes: bytes, edit: edit, orientation: orientation)
        return walk.reachesEnd() ? walk.output : nil
    }

    private init(bytes: [UInt8], edit: FileEdit, orientation: Orientation) {
        self.bytes = bytes
        self.edit = edit
        self.orientation = orientation
        output.reserveCapacity(bytes.count)
    }
}

extension PNGEdit {
    /// Length and type.
    private static let chunkHeaderByteCount = 8

    /// Writes the whole file; whether that can be done.
    private mutating func reachesEnd() -> Bool {
        var offset = PNGReader.signature.count
        output += bytes[..<offset]
        while let chunk = PNGChunk(in: bytes.span, at: offset) {
            guard chunk.isComplete else { return canEnd(in: chunk) }
            take(chunk, at: offset)
            offset = chunk.endOffset
            if chunk.type == PNGChunk.imageEnd { return true }
        }
        return canEnd(at: offset)
    }

    private mutating func take(_ chunk: PNGChunk, at offset: Int) {
        if edit.keepsFirstFrameOnly, chunk.isOfAnimation { return }
        if edit.stripsMetadata, !chunk.isShown {
            takeMetadata(chunk)
        } else {
            output += bytes[offset..<chunk.endOffset]
        }
    }

    /// Of all metadata only the orientation changes what is seen; the first `eXIf` counts.
    private mutating func takeMetadata(_ chunk: PNGChunk) {
        guard chunk.type == PNGChunk.exif, !hasExif, orientation != .upright else { return }
        output += PNGChunk.bytes(type: PNGChunk.exif, data: ExifWriter.tiff(orientation))
        hasExif = true
    }

    /// Ends the file instead of a chunk that is cut off; whether that can be done.
    ///
    /// Image data is shown as far as it is there, so it cannot go.
    private mutating func canEnd(in chunk: PNGChunk) -> Bool {
        let isDropped =
            chunk.isOfAnimation
            ? edit.keepsFirstFrameOnly : chunk.isAncillary || chunk.type == PNGChunk.imageEnd
        guard isDropped else { return false }
        writeEnd()
        return true
    }

    /// Ends the file where no chunk begins; whether that can be done.
    ///
    /// The beginning of a chunk's header holds nothing. Anything longer is no PNG, and what it
    /// hides cannot be told.
    private mutating func canEnd(at offset: Int) -> Bool {
        guard bytes.count - offset < Self.chunkHeaderByteCount else { return false }
        writeEnd()
        return true
    }

    private mutating func writeEnd() {
        output += PNGChunk.bytes(type: PNGChunk.imageEnd)
    }
}
