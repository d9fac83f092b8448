/// Edits a WebP file chunk by chunk and gives it a RIFF size that is right.
///
/// Source: RFC 9649, "WebP Image Format".
struct WebPEdit {
    private let bytes: [UInt8]
    private let edit: FileEdit
    private let orientation: Orientation
    /// Where the chunks end as far as decoders read them.
    private let end: Int
    /// The chunks up to there.
    private let chunks: [WebPChunk]
    /// The canvas of an extended file.
    private let canvas: WebPCanvas?
    private var output: [UInt8] = []
    private var written = Written()

    /// Edits a file with a valid header.
    ///
    /// - Returns: The new file, or nil where a chunk that belongs to the picture is cut off, or the
    ///   first frame does not cover the canvas.
    static func edited(
        _ bytes: [UInt8],
        by edit: FileEdit,
        orientation: Orientation
    ) -> [UInt8]? {
        guard let container = try? WebPContainer(of: bytes.span) else { return nil }
        var walk = WebPEdit(
            bytes: bytes,
            edit: edit,
            orientation: orientation,
            layout: WebPLayout(of: bytes.span, container)
        )
        guard walk.reachesEnd() else { return nil }
        walk.completeHeaders()
        return walk.output
    }

    private init(bytes: [UInt8], edit: FileEdit, orientation: Orientation, layout: WebPLayout) {
        self.bytes = bytes
        self.edit = edit
        self.orientation = orientation
        end = layout.endOffset
        chunks = layout.chunks
        let contents = bytes.span.extracting(0..<end)
        let first = chunks.first
        canvas =
            first?.kind == .extended
            ? first.flatMap { try? WebPCanvas(in: contents, chunk: $0) } : nil
        output.reserveCapacity(bytes.count)
    }
}

extension WebPEdit {
    /// What of the file is written, as far as later chunks or the flags depend on it.
    private struct Written {
        var hasPicture = false
        var hasProfile = false
        var hasExif = false
        var hasXMP = false
        var stillFrame: WebPStillFrame?
    }

    /// Writes the chunks; whether that can be done.
    private mutating func reachesEnd() -> Bool {
        output += bytes[..<WebPContainer.firstChunkOffset]
        for chunk in chunks {
            guard canTake(chunk) else { return false }
        }
        return true
    }

    /// Writes one chunk, or what is to stand in its place; whether that can be done.
    private mutating func canTake(_ chunk: WebPChunk) -> Bool {
        if let canvas, !canvas.announces(chunk.kind) { return true }
        if chunk.isEmptyFrame(in: bytes.span.extracting(0..<end)) { return true }
        let isComplete = chunk.isComplete(in: bytes.span.extracting(0..<end))
        let isKept = isComplete && !edit.stripsMetadata
        let content = chunk.content(in: bytes.span)
        switch content {
        case .animation where edit.keepsFirstFrameOnly:
            return true
        case .frame where edit.keepsFirstFrameOnly:
            return canTakeFrame(chunk)
        case .picture, .animation, .frame:
            guard isComplete else { return false }
            takePicture(chunk)
        case .exif where isKept:
            written.hasExif = true
            write(chunk)
        case .exif:
            takeOrientation()
        case .xmp where isKept:
            written.hasXMP = true
            write(chunk)
        case .unknown where isKept:
            write(chunk)
        case .xmp, .unknown:
            break
        }
        return true
    }

    /// A simple file is one bitstream; what follows it is read by nobody (RFC 9649, 2.5 and 2.6).
    private mutating func takePicture(_ chunk: WebPChunk) {
        if canvas == nil, written.hasPicture,
            edit.stripsMetadata || chunk.isBitstream || chunk.isOfExtendedFile
        {
            return
        }
        if chunk.kind == .iccProfile, written.hasProfile { return }
        written.hasPicture = true
        guard chunk.kind == .extended else {
            write(chunk)
            return
        }
        let payload = bytes[chunk.payload].prefix(WebPLayout.canvasByteCount)
        output += WebPChunk.bytes(.extended, payload: Array(payload))
        writeProfile()
    }

    /// Writes the profile where it belongs, before the picture.
    private mutating func writeProfile() {
        guard canvas?.claimsICCProfile == true, let profile else { return }
        written.hasProfile = true
        write(profile)
    }

    private var profile: WebPChunk? {
        let contents = bytes.span.extracting(0..<end)
        return chunks.first { $0.kind == .iccProfile && $0.isComplete(in: contents) }
    }

    /// Of EXIF data only the orientation changes what is seen; the first chunk counts, and only if
    /// the flags claim it.
    private mutating func takeOrientation() {
        guard canvas?.claimsExif == true, !written.hasExif, orientation != .upright else { return }
        written.hasExif = true
        output += WebPChunk.bytes(.exif, payload: ExifWriter.tiff(orientation))
    }

    /// Writes the picture of the first frame and of no other; whether that can be done.
    private mutating func canTakeFrame(_ chunk: WebPChunk) -> Bool {
        if written.stillFrame != nil { return true }
        guard let canvas,
            let still = WebPStillFrame(
                chunk,
                of: bytes.span.extracting(0..<end),
                canvas: canvas.size
            )
        else { return false }
        for chunk in still.chunks { write(chunk) }
        written.stillFrame = still
        return true
    }

    private mutating func write(_ chunk: WebPChunk) {
        output += bytes[chunk.unpaddedRange]
        if !chunk.payload.count.isMultiple(of: 2) { output.append(0) }
    }
}

extension WebPEdit {
    /// Sets the RIFF size, and the flags to what is there.
    private mutating func completeHeaders() {
        let riffSize = output.count - 8
        output.replaceSubrange(4..<8, with: WebPChunk.littleEndian32(riffSize))
        guard canvas != nil else { return }
        let flags = WebPContainer.firstChunkOffset + WebPChunk.headerByteCount
        if !written.hasProfile { output[flags] &= ~WebPCanvas.Flag.iccProfile }
        if !written.hasExif { output[flags] &= ~WebPCanvas.Flag.exif }
        if !written.hasXMP { output[flags] &= ~WebPCanvas.Flag.xmp }
        guard let stillFrame = written.stillFrame else { return }
        output[flags] &= ~(WebPCanvas.Flag.animation | WebPCanvas.Flag.alpha)
        if stillFrame.hasAlpha { output[flags] |= WebPCanvas.Flag.alpha }
    }
}
