/// What the compressed pixels of a PNG file say without being turned into a picture.
///
/// Each stream is uncompressed once, which keeps nothing of it. A wrong checksum of a chunk around a
/// stream whose own checksum is right leaves every pixel, as does the reverse; where both are wrong,
/// the pixels are not what they were, and the decoder is left to refuse them.
struct PNGImageData {
    /// What is wrong although every pixel is there.
    private(set) var flaws = StructuralFlaws()

    /// What is missing of the picture that stills show.
    private(set) var missingPixels: MissingPixels?

    /// The data that chunks are to be written with, by where they begin; empty for those to leave out.
    private(set) var mendedData: [Int: [UInt8]] = [:]

    /// The most bytes that the frames after the picture are uncompressed to, to see whether they are
    /// whole; decoders of stills never read them.
    static let frameByteCountAtMost = 1_000_000_000

    /// The most bytes that the picture's data are uncompressed to after its last row, which decoders
    /// go through to find the end: 64 MiB.
    static let surplusByteCountAtMost = 64 << 20

    /// Whether the picture's data go on for more bytes after its last row than are read.
    private(set) var isOverfull = false

    /// Whether the size in the header is none of this picture's: its checksum is wrong, and there are
    /// more rows than it asks for.
    private(set) var contradictsHeader = false

    private let bytes: [UInt8]
    private let imageHeader: PNGImageHeader
    private var frameByteRoom: Int
    private let surplusByteRoom: Int

    /// Goes through the image data of a file; nil where its header is not in order.
    init?(of bytes: [UInt8]) {
        let offset = PNGReader.signature.count
        guard let imageHeader = try? PNGImageHeader(in: bytes.span, at: offset) else { return nil }
        self.init(of: bytes, imageHeader)
    }

    /// Goes through the image data of a file with this header.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - imageHeader: Its header.
    ///   - frameByteRoom: How many bytes the frames after the picture are uncompressed to.
    ///   - surplusByteRoom: How many bytes the picture is uncompressed to after its last row.
    init(
        of bytes: [UInt8],
        _ imageHeader: PNGImageHeader,
        frameByteRoom: Int = frameByteCountAtMost,
        surplusByteRoom: Int = surplusByteCountAtMost
    ) {
        self.bytes = bytes
        self.imageHeader = imageHeader
        self.frameByteRoom = frameByteRoom
        self.surplusByteRoom = surplusByteRoom
        for stream in PNGImageStream.all(in: bytes, imageHeader) { take(stream) }
    }
}

extension PNGImageData {
    private mutating func take(_ stream: PNGImageStream) {
        let rows = PNGRows(imageHeader, size: stream.size)
        guard let expected = rows.byteCount else { return }
        let room =
            stream.frame == nil
            ? expected + surplusByteRoom + 1 : min(expected, frameByteRoom)
        guard room > 0 else { return }
        let joined = stream.joined(in: bytes)
        let scan = InflateScan(of: joined.span, byteCountLimit: room)
        if stream.frame == nil {
            takeSurplus(scan.output.byteCount - expected)
        } else {
            frameByteRoom -= scan.output.byteCount
        }
        // Nobody knows of a frame that there is no room for whether it is whole.
        guard scan.output.byteCount < room || room >= expected else { return }
        if scan.output.byteCount < expected {
            takeGap(rows.missing(after: scan.output.byteCount), in: stream)
            return
        }
        if !scan.end.isSound, let missing = rows.missing(in: joined) {
            takeGap(missing, in: stream)
            return
        }
        let wrong = stream.pieces.filter { piece in
            piece.chunk.isComplete && !piece.chunk.hasRightChecksum(in: bytes.span)
        }
        switch scan.end {
        case .checksum(isRight: true, _):
            takeWrongChecksums(wrong)
        case .checksum(isRight: false, let offset) where wrong.isEmpty:
            mendStreamChecksum(of: stream, at: offset, as: scan.output.checksum)
            add(
                stream,
                "the Adler checksum of the image data\(place(stream)) is wrong",
                [.pillow, .goImage]
            )
        case .withoutChecksum(let offset) where wrong.isEmpty:
            mendStreamChecksum(of: stream, at: offset, as: scan.output.checksum)
            add(stream, "the image data\(place(stream)) have no Adler checksum", [.goImage])
        case .checksum, .withoutChecksum, .cutOff, .malformed, .tooLong:
            takeWrongFrame(stream, wrong)
        }
    }

    private mutating func takeSurplus(_ byteCount: Int) {
        guard byteCount > 0 else { return }
        isOverfull = byteCount > surplusByteRoom
        let header = PNGChunk(in: bytes.span, at: PNGReader.signature.count)
        contradictsHeader = header?.hasRightChecksum(in: bytes.span) == false
        flaws.add(
            StructuralFlaw(
                "the image data go on after the last row",
                refusedBy: [.goImage, .strictLibpng],
                cure: .rewrite
            )
        )
    }

    private mutating func takeGap(_ missing: MissingPixels, in stream: PNGImageStream) {
        var missing = missing
        missing.frame = stream.frame
        guard stream.frame != nil else {
            missingPixels = missing
            return
        }
        // Most models look at the first frame only, which is whole.
        flaws.add(StructuralFlaw(missing.description, refusedBy: [.pillow], cure: .rewriteFrames))
    }

    /// Of a still picture the decoder is left to refuse what is wrong; later frames it never reads.
    private mutating func takeWrongFrame(
        _ stream: PNGImageStream,
        _ wrong: [PNGImageStream.Piece]
    ) {
        guard let frame = stream.frame, !wrong.isEmpty else { return }
        flaws.add(
            StructuralFlaw(
                "the image data of frame \(frame.grouped) are not what they were",
                refusedBy: [.pillow],
                cure: .rewriteFrames
            )
        )
    }

    private mutating func takeWrongChecksums(_ pieces: [PNGImageStream.Piece]) {
        for piece in pieces {
            mendedData[piece.chunk.startOffset] = Array(bytes[piece.chunk.data])
            flaws.add(
                StructuralFlaw(
                    "the checksum of \(piece.chunk.name) is wrong",
                    refusedBy: piece.chunk.isAncillary ? [.goImage] : [.libpng, .goImage]
                )
            )
        }
    }

    private mutating func add(
        _ stream: PNGImageStream,
        _ fact: String,
        _ decoders: [StructuralFlaw.DecoderFamily]
    ) {
        // Go and libpng do not look at the frames of an animation.
        let refusedBy = decoders.filter { stream.frame == nil || $0 == .pillow }
        flaws.add(StructuralFlaw(fact, refusedBy: refusedBy))
    }

    private func place(_ stream: PNGImageStream) -> String {
        stream.frame.map { " of frame \($0.grouped)" } ?? ""
    }

    /// Ends the stream with this checksum at this place; what follows it no decoder reads.
    private mutating func mendStreamChecksum(
        of stream: PNGImageStream,
        at offset: Int,
        as checksum: Int
    ) {
        var start = 0
        var isWritten = false
        for (index, piece) in stream.pieces.enumerated() {
            let end = start + piece.range.count
            let isLast = index == stream.pieces.count - 1
            if isWritten {
                mendedData[piece.chunk.startOffset] = []
            } else if offset < end || isLast {
                let keptEnd = piece.range.lowerBound + offset - start
                mendedData[piece.chunk.startOffset] =
                    bytes[piece.chunk.data.lowerBound..<keptEnd]
                    + UInt32(truncatingIfNeeded: checksum).bigEndianBytes
                isWritten = true
            }
            start = end
        }
    }
}

extension InflateScan.End {
    /// Whether the stream ends as it says itself.
    fileprivate var isSound: Bool {
        if case .checksum(isRight: true, _) = self { true } else { false }
    }
}

extension PNGRows {
    /// The rows that a stream has no data for but zeros up to its end, as in a file that was made as
    /// large as it should be before its data came; nil for none.
    fileprivate func missing(in stream: [UInt8]) -> MissingPixels? {
        let zeroCount = stream.reversed().prefix { $0 == 0 }.count
        guard zeroCount >= Self.zeroRunAtLeast, let byteCount else { return nil }
        let data = Array(stream.dropLast(zeroCount))
        let found = InflateScan(of: data.span, byteCountLimit: byteCount).output.byteCount
        return found < byteCount ? missing(after: found) : nil
    }

    /// More zeros than a compressed stream has in a row.
    private static let zeroRunAtLeast = 32
}
