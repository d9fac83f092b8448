/// Reads the header of a WebP file without decompressing its pixels.
///
/// Source: RFC 9649, "WebP Image Format".
enum WebPReader {
    /// Reads the facts of a whole file; what is cut off after the size is left out.
    ///
    /// - Throws: ``HeaderError`` where the RIFF header is wrong, the first chunk is none of the
    ///   three that a WebP file can begin with, or the size cannot be read from it.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        let container = try WebPContainer(of: bytes)
        let layout = WebPLayout(of: bytes, container)
        let contents = bytes.extracting(0..<layout.endOffset)
        guard let first = WebPChunk(in: contents, at: WebPContainer.firstChunkOffset) else {
            throw container.hasRoom
                ? .truncated(offset: contents.count)
                : .malformed(offset: 4, reason: "the RIFF size leaves no room for a chunk")
        }
        var header =
            switch first.kind {
            case .lossy, .lossless: try simpleHeader(of: contents, image: first)
            case .extended: try extendedHeader(of: contents, extended: first)
            default:
                throw .malformed(
                    offset: WebPContainer.firstChunkOffset,
                    reason: "the first chunk is not VP8, VP8L or VP8X"
                )
            }
        header.hasEndMarker = layout.isClosed && layout.reachesClaimedEnd
        header.trailingByteCount =
            header.hasEndMarker ? max(0, bytes.count - layout.endOffset - layout.endOffset % 2) : 0
        header.flaws.add(layout.flaws)
        return header
    }

    /// Reads a file that is one bitstream and nothing else (RFC 9649, sections 2.5 and 2.6).
    private static func simpleHeader(
        of bytes: Span<UInt8>,
        image: WebPChunk
    ) throws(HeaderError) -> ImageHeader {
        let bitstream = try WebPBitstream(in: bytes, chunk: image)
        return ImageHeader(
            size: bitstream.size,
            isLossless: image.kind == .lossless,
            hasAlpha: bitstream.hasAlpha
        )
    }

    /// Reads an extended file (RFC 9649, section 2.7).
    private static func extendedHeader(
        of bytes: Span<UInt8>,
        extended: WebPChunk
    ) throws(HeaderError) -> ImageHeader {
        let canvas = try WebPCanvas(in: bytes, chunk: extended)
        let chunks = WebPChunkScan(of: bytes, canvas: canvas, from: extended.endOffset)
        let exif = chunks.exif.map { ExifReader.read(bytes, range: $0) }
        return ImageHeader(
            size: canvas.size,
            orientation: canvas.claimsExif ? exif?.orientation ?? .upright : .upright,
            frameCount: chunks.frameCount,
            largestFrame: chunks.frameCount >= 2
                ? canvas.size.union(chunks.largestFrame) : canvas.size,
            isLossless: !chunks.hasLossyImage,
            hasAlpha: chunks.hasAlpha,
            iccProfile: chunks.iccProfile.map { ICCProfileReader.read(bytes.bytes(in: $0)) },
            hasGPS: exif?.hasGPS == true
                || chunks.xmp.map { XMPReader.hasGPS(bytes, range: $0) } == true
        )
    }
}
