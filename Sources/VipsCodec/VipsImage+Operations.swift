internal import CVips
internal import PreflightCore

/// The libvips operations that change a picture, one method each.
extension VipsImage {
    /// Whether the file carried an ICC profile.
    var hasProfile: Bool { unsafe cvips_has_profile(pointer) != 0 }

    /// Whether the last band is alpha.
    ///
    /// The corresponding libvips function is `vips_image_hasalpha()`.
    var hasAlpha: Bool { unsafe vips_image_hasalpha(pointer) != 0 }

    /// What the bands mean.
    var interpretation: VipsInterpretation { unsafe vips_image_get_interpretation(pointer) }

    /// Turned clockwise.
    ///
    /// The corresponding libvips operation is `rot`.
    func rotated(by angle: VipsAngle) throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .transform) { unsafe cvips_rot(pointer, $0, angle) }
    }

    /// Mirrored.
    ///
    /// The corresponding libvips operation is `flip`.
    func flipped(_ direction: VipsDirection) throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .transform) { unsafe cvips_flip(pointer, $0, direction) }
    }

    /// Converted through the embedded profile, or through libvips' own for that many bands, to
    /// 8-bit sRGB.
    ///
    /// The corresponding libvips operation is `icc_transform`.
    func convertedThroughProfile() throws(CodecError) -> VipsImage {
        let fallback = interpretation == VIPS_INTERPRETATION_CMYK ? "cmyk" : "srgb"
        return try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_icc_to_srgb(pointer, $0, fallback)
        }
    }

    /// Converted by formula to another colour space.
    ///
    /// The corresponding libvips operation is `colourspace`.
    func converted(to space: VipsInterpretation) throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_colourspace(pointer, $0, space)
        }
    }

    /// Scaled to `scaleX` and `scaleY` of its size, above 0 and at most 1, with a Lanczos kernel.
    ///
    /// The corresponding libvips operation is `resize`.
    func resized(scaleX: Double, scaleY: Double) throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_resize(pointer, $0, scaleX, scaleY)
        }
    }

    /// With colours weighted by alpha.
    ///
    /// The corresponding libvips operation is `premultiply`.
    func premultiplied() throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .transform) { unsafe cvips_premultiply(pointer, $0) }
    }

    /// With that weight taken back, as 8-bit samples.
    ///
    /// The corresponding libvips operations are `unpremultiply` and `cast`.
    func unpremultiplied() throws(CodecError) -> VipsImage {
        let image = try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_unpremultiply(pointer, $0)
        }
        return try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_cast_uchar(image.pointer, $0)
        }
    }

    /// On an opaque background, in 8-bit sRGB unless both picture and background are grey.
    ///
    /// The corresponding libvips operation is `flatten`, whose background has the samples of the
    /// picture.
    func flattened(on colour: Color) throws(CodecError) -> VipsImage {
        let isGrey = interpretation == VIPS_INTERPRETATION_B_W && colour.isGrey
        let space = isGrey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB
        let image = try converted(to: space)
        return try unsafe VipsImage.result(of: .transform) {
            unsafe cvips_flatten(
                image.pointer,
                $0,
                Double(colour.red),
                Double(colour.green),
                Double(colour.blue)
            )
        }
    }

    /// Without EXIF, XMP, IPTC, Photoshop data and colour profile.
    ///
    /// The corresponding libvips function is `vips_image_remove()`.
    func withoutMetadata() throws(CodecError) -> VipsImage {
        let copy = try unsafe VipsImage.result(of: .transform) { unsafe cvips_copy(pointer, $0) }
        unsafe cvips_remove_metadata(copy.pointer)
        return copy
    }

    /// With frames of `height` rows.
    ///
    /// The corresponding libvips operation is `copy`, since images may be shared and metadata
    /// belongs to the image.
    func withFrameHeight(_ height: Int) throws(CodecError) -> VipsImage {
        let copy = try unsafe VipsImage.result(of: .transform) { unsafe cvips_copy(pointer, $0) }
        unsafe cvips_set_frame_height(copy.pointer, Int32(height))
        return copy
    }
}
