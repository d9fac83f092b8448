/// Where the chunks of a WebP file stand, told from the chunks themselves where the RIFF size is wrong.
///
/// libwebp, and with it whatever reads WebP, refuses a file whose RIFF size cuts a chunk or promises
/// bytes that are not there, although all chunks are whole.
///
/// Source: RFC 9649, sections 2.3, 2.4 and 2.7; who refuses what was tried with libwebp 1.2 and
/// Pillow 13.
struct WebPLayout {
    /// The chunks, in their order.
    private(set) var chunks: [WebPChunk] = []

    /// The offset after the last chunk, or where the file ends before.
    private(set) var endOffset: Int

    /// Whether the end is that of the picture: the RIFF size says so, or all that it needs is there.
    private(set) var isClosed: Bool

    /// Whether the file goes on up to where its RIFF size says that it ends.
    let reachesClaimedEnd: Bool

    /// What is wrong with sizes and padding.
    private(set) var flaws = StructuralFlaws()

    /// Walks over the chunks of a file.
    init(of bytes: Span<UInt8>, _ container: WebPContainer) {
        endOffset = container.availableEnd
        reachesClaimedEnd = endOffset == container.claimedEnd
        var offset = WebPContainer.firstChunkOffset
        let contents = bytes.extracting(0..<endOffset)
        while let chunk = WebPChunk(in: contents, at: offset) {
            chunks.append(chunk)
            offset = chunk.endOffset
        }
        isClosed = reachesClaimedEnd && offset == endOffset
        if !isClosed { findEnd(in: bytes, container) }
        for chunk in chunks where chunk.isUnpadded(in: bytes) {
            flaws.add(Self.flaw("has an odd size and no padding", of: chunk, in: bytes))
        }
        takeCanvasSize(in: bytes)
        takeOrder(in: bytes)
    }

    /// Looks for the end of the last whole chunk, and takes it for the file's if the picture is whole.
    private mutating func findEnd(in bytes: Span<UInt8>, _ container: WebPContainer) {
        var found: [WebPChunk] = []
        var offset = WebPContainer.firstChunkOffset
        while let chunk = WebPChunk(in: bytes, at: offset), chunk.isComplete(in: bytes),
            chunk.isPlausible(in: bytes, isInside: offset < container.claimedEnd)
        {
            found.append(chunk)
            offset = chunk.endOffset
        }
        let next = WebPChunk(in: bytes, at: offset)
        guard Self.hasPicture(found), !Self.pictureKinds.contains(next?.kind) else { return }
        // Half of the metadata may still say how the picture is turned.
        let half = next.flatMap { $0.kind == nil ? nil : $0 }
        chunks = found + [half].compactMap(\.self)
        endOffset = half == nil ? min(offset, bytes.count) : bytes.count
        isClosed = true
        guard container.claimedEnd != offset else { return }
        flaws.add(
            StructuralFlaw(
                "the RIFF size is \((container.claimedEnd - 8).grouped), and the chunks take "
                    + "\((offset - 8).grouped) bytes",
                refusedBy: [.libwebp, .pillow]
            )
        )
    }

    private static func hasPicture(_ chunks: [WebPChunk]) -> Bool {
        guard let first = chunks.first else { return false }
        guard first.kind == .extended else { return first.isBitstream }
        return chunks.contains { $0.isBitstream || $0.kind == .frame }
    }

    /// Chunks without which a part of the picture is missing.
    private static let pictureKinds: Set<WebPChunk.Kind?> = [.lossy, .lossless, .alpha, .frame]
}

extension WebPLayout {
    /// The bytes of flags, reserved bits and canvas.
    static let canvasByteCount = 10

    private mutating func takeCanvasSize(in bytes: Span<UInt8>) {
        guard let first = chunks.first, first.kind == .extended,
            first.payload.count > Self.canvasByteCount
        else { return }
        let count = first.payload.count.grouped
        flaws.add(Self.flaw("has \(count) bytes of data, not 10", of: first, in: bytes))
    }

    /// Chunks that are one too many, are not announced, or come too late: decoders pass over the first
    /// two, and webpinfo, which comes with libwebp, refuses all.
    private mutating func takeOrder(in bytes: Span<UInt8>) {
        guard let first = chunks.first else { return }
        let canvas =
            first.kind == .extended ? try? WebPCanvas(in: bytes, chunk: first) : nil
        var hasPicture = false
        for chunk in chunks {
            if let canvas, !canvas.announces(chunk.kind) {
                take("is not announced by the VP8X chunk", of: chunk, in: bytes)
            } else if canvas != nil, hasPicture, chunk.kind == .iccProfile {
                take("stands after the picture", of: chunk, in: bytes)
            } else if canvas == nil, hasPicture, chunk.isBitstream {
                take("is a second picture", of: chunk, in: bytes)
            } else if canvas == nil, hasPicture, chunk.isOfExtendedFile {
                take("stands in a file that is one picture", of: chunk, in: bytes)
            } else if chunk.kind == .frame {
                takeFrame(chunk, in: bytes)
            }
            hasPicture = hasPicture || chunk.isBitstream || chunk.kind == .frame
        }
        if let canvas { takeAnnouncements(of: canvas, at: first, in: bytes) }
    }

    /// What the flags announce and nobody finds.
    private mutating func takeAnnouncements(
        of canvas: WebPCanvas,
        at extended: WebPChunk,
        in bytes: Span<UInt8>
    ) {
        let announcements: [(isMade: Bool, kind: WebPChunk.Kind, name: String)] = [
            (canvas.claimsICCProfile, .iccProfile, "ICCP"), (canvas.claimsExif, .exif, "EXIF"),
            (canvas.claimsXMP, .xmp, "XMP"),
        ]
        for (isMade, kind, name) in announcements
        where isMade && !chunks.contains(where: { $0.kind == kind }) {
            take("announces an \(name) chunk that is not there", of: extended, in: bytes)
        }
    }

    /// A frame without a picture, or with one of another size than its own.
    private mutating func takeFrame(_ frame: WebPChunk, in bytes: Span<UInt8>) {
        let name = frame.name(in: bytes)
        guard let size = frame.frameSize(in: bytes), let image = frame.frameImage(in: bytes) else {
            if frame.isEmptyFrame(in: bytes) { take("has no picture", of: frame, in: bytes) }
            return
        }
        guard let own = try? WebPBitstream(in: bytes, chunk: image).size, own != size else {
            return
        }
        flaws.add(
            StructuralFlaw(
                "\(name) has a frame of \(size) px, and its picture \(own) px",
                refusedBy: [.webpinfo],
                cure: .rewriteFrames
            )
        )
    }

    private mutating func take(_ fact: String, of chunk: WebPChunk, in bytes: Span<UInt8>) {
        flaws.add(StructuralFlaw("\(chunk.name(in: bytes)) \(fact)", refusedBy: [.webpinfo]))
    }

    private static func flaw(_ fact: String, of chunk: WebPChunk, in bytes: Span<UInt8>)
        -> StructuralFlaw
    {
        StructuralFlaw("\(chunk.name(in: bytes)) \(fact)", refusedBy: [.libwebp, .pillow])
    }
}

extension WebPChunk {
    /// How a message names the chunk.
    func name(in bytes: Span<UInt8>) -> String {
        let start = payload.lowerBound - Self.headerByteCount
        let letters = String(decoding: bytes.bytes(in: start..<start + 4), as: UTF8.self)
        return "the \(letters.filter { $0 != " " }) chunk at byte \(start.grouped)"
    }

    /// Whether a chunk that stands where sizes cannot be trusted is one: its name is known, or, as
    /// far as the RIFF size goes, made of printable characters.
    fileprivate func isPlausible(in bytes: Span<UInt8>, isInside: Bool) -> Bool {
        let start = payload.lowerBound - Self.headerByteCount
        if kind != nil || bytes.matches("ANIM", at: start) { return true }
        return isInside && (start..<start + 4).allSatisfy { (0x20...0x7E).contains(bytes[$0]) }
            && !bytes.matches("RIFF", at: start)
    }

    /// Whether the byte after an odd payload is missing, at the file's end or before another chunk.
    fileprivate func isUnpadded(in bytes: Span<UInt8>) -> Bool {
        !payload.count.isMultiple(of: 2) && isComplete(in: bytes)
            && (endOffset == payload.upperBound || endOffset > bytes.count)
    }
}
