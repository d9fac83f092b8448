/// Edits a PNG file chunk by chunk; the chunks that stay are copied with their checksums.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition.
struct PNGEdit {
    private let bytes: [UInt8]
    private let edit: FileEdit
    private let header: ImageHeader
    private var inspector: PNGChunkInspector
    /// Whether a frame of the animation is there that the file may promise.
    private let hasFrames: Bool
    /// The chunks of image data that are to be written with other data, by where they begin.
    private let mendedData: [Int: [UInt8]]
    private var output: [UInt8] = []
    private var nextSequenceNumber: UInt32 = 0
    private var hasExif = false

    /// Edits a file with a valid header.
    ///
    /// - Returns: The new file, or nil where image data is cut off, or the chunks end in something
    ///   else.
    static func edited(
        _ bytes: [UInt8],
        by edit: FileEdit,
        header: ImageHeader
    ) -> [UInt8]? {
        guard let imageHeader = try? PNGImageHeader(in: bytes.span, at: PNGReader.signature.count)
        else { return nil }
        var walk = PNGEdit(bytes: bytes, edit: edit, header: header, imageHeader)
        return walk.reachesEnd() ? walk.output : nil
    }

    private init(
        bytes: [UInt8],
        edit: FileEdit,
        header: ImageHeader,
        _ imageHeader: PNGImageHeader
    ) {
        self.bytes = bytes
        self.edit = edit
        self.header = header
        inspector = PNGChunkInspector(imageHeader)
        hasFrames = (try? PNGReader.contents(of: bytes.span).animation.hasFrames) ?? false
        mendedData =
            edit.mendsImageData ? PNGImageData(of: bytes, imageHeader).mendedData : [:]
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
        // A span of a stored array would keep all of this value from being changed.
        let file = bytes
        let mending = inspector.fault(of: chunk, in: file.span)?.mending
        if case .dropping = mending { return }
        let isClaimVain = chunk.type == PNGChunk.animationControl && !hasFrames
        if chunk.isOfAnimation, edit.keepsFirstFrameOnly || isClaimVain { return }
        let isNote = DamageNote.madeUp(accordingTo: chunk, in: file.span) != nil
        if edit.stripsMetadata, !chunk.isShown, !isNote {
            takeMetadata(chunk)
        } else if chunk.isOfAnimation {
            takeControl(chunk)
        } else {
            write(chunk, mending)
        }
    }

    /// Writes a chunk as it is, unless its data or its checksum is another from now on.
    private mutating func write(_ chunk: PNGChunk, _ mending: PNGChunkFault.Mending?) {
        if let data = mendedData[chunk.startOffset] {
            if !data.isEmpty { output += PNGChunk.bytes(type: chunk.type, data: data) }
        } else if case .emptying = mending {
            output += PNGChunk.bytes(type: chunk.type)
        } else if case .checksum = mending {
            output += PNGChunk.bytes(type: chunk.type, data: Array(bytes[chunk.data]))
        } else {
            output += bytes[chunk.startOffset..<chunk.endOffset]
        }
    }

    /// Writes a chunk of an animation with the sequence number that is its turn, since one before it
    /// may be gone, and with no more frames than there are.
    private mutating func takeControl(_ chunk: PNGChunk) {
        var data = mendedData[chunk.startOffset] ?? Array(bytes[chunk.data])
        guard data.count >= 4 else { return }
        if chunk.type == PNGChunk.animationControl {
            let claim = (try? data.span.bigEndian32(at: 0)) ?? 0
            let count = min(claim, max(header.frameCount, 1))
            data.replaceSubrange(..<4, with: UInt32(truncatingIfNeeded: count).bigEndianBytes)
        } else {
            data.replaceSubrange(..<4, with: nextSequenceNumber.bigEndianBytes)
            nextSequenceNumber += 1
        }
        if data.elementsEqual(bytes[chunk.data]), chunk.hasRightChecksum(in: bytes.span) {
            output += bytes[chunk.startOffset..<chunk.endOffset]
        } else {
            output += PNGChunk.bytes(type: chunk.type, data: data)
        }
    }

    /// Of all metadata only the orientation changes what is seen; the first `eXIf` counts.
    private mutating func takeMetadata(_ chunk: PNGChunk) {
        guard chunk.type == PNGChunk.exif, !hasExif, header.orientation != .upright else { return }
        output += PNGChunk.bytes(type: PNGChunk.exif, data: ExifWriter.tiff(header.orientation))
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
