internal import CVips
internal import PreflightCore

/// Reading the pixels themselves.
extension VipsImage {
    /// How many samples a pixel has.
    ///
    /// The corresponding libvips function is `vips_image_get_bands()`.
    var bandCount: Int { unsafe Int(vips_image_get_bands(pointer)) }

    /// The lightness of every pixel, transparent ones on white.
    func luma() throws(CodecError) -> LumaPlane {
        let opaque = hasAlpha ? try flattened(on: .white) : try withoutMetadata()
        let grey = try opaque.converted(to: VIPS_INTERPRETATION_B_W)
        return LumaPlane(
            size: PixelSize(width: grey.width, height: grey.height),
            samples: try grey.pixels()
        )
    }

    /// Every sample, row by row and pixel by pixel: of 8-bit images one byte each, of others as
    /// they lie in memory.
    ///
    /// The corresponding libvips function is `vips_image_write_to_memory()`.
    ///
    /// - Throws: ``CodecError`` of stage `decode` where a pixel cannot be computed.
    func pixels() throws(CodecError) -> [UInt8] {
        var byteCount = 0
        let bytes = unsafe vips_image_write_to_memory(pointer, &byteCount)
        defer { unsafe g_free(bytes) }
        guard let bytes = unsafe bytes else {
            throw CodecError(stage: .decode, detail: ErrorDetail.take())
        }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: byteCount))
    }
}
