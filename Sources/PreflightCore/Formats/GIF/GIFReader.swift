/// Reads the header of a GIF file without decompressing its pixels.
///
/// Sources: "Graphics Interchange Format, Version 89a" (CompuServe, 1990); for what it leaves to
/// the decoder, libnsgif as bundled with libvips 8.14: that decoder's picture is what counts.
enum GIFReader {
    /// Reads the facts of a whole file; what is cut off after the logical screen is left out.
    ///
    /// - Throws: ``HeaderError`` where the signature is wrong, the logical screen is cut off, or
    ///   neither it nor a frame has a pixel.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        guard bytes.matches("GIF") else {
            throw .malformed(offset: 0, reason: "the GIF signature is missing")
        }
        let screen = try GIFScreen(of: bytes)
        let blocks = GIFBlockScan(of: bytes, screen)
        let canvas = try screen.canvas(firstFrame: blocks.firstFrame)
        return ImageHeader(
            size: canvas,
            frameCount: blocks.frameCount,
            largestCanvas: canvas.union(screen.declaredSize),
            largestFrame: canvas.union(screen.declaredSize).union(blocks.largestFrame),
            isLossless: true,
            colorModel: .palette,
            hasAlpha: blocks.hasTransparency,
            iccProfile: blocks.iccProfile.map { ICCProfileReader.read($0) },
            hasGPS: blocks.hasGPS,
            hasEndMarker: blocks.endOffset != nil,
            trailingByteCount: blocks.endOffset.map { bytes.count - $0 } ?? 0,
            flaws: blocks.flaws,
            missingPixels: blocks.frameCount == 0 && blocks.hasEmptyImage
                ? MissingPixels(.row, from: 0, count: canvas.height, of: canvas.height) : nil
        )
    }
}
