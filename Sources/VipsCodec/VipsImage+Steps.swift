internal import CVips
internal import PreflightCore

/// The steps of a plan, each as a change from one image to the next.
extension VipsImage {
    /// The picture after a step that changes its pixels where they are; the same for other steps.
    ///
    /// `header` is that of the file, which may say what the samples mean.
    consuming func after(_ step: Step, of header: ImageHeader? = nil) throws(CodecError)
        -> VipsImage
    {
        switch step {
        case .convertToSRGB: return try inSRGB(as: header)
        case .flatten(let colour) where hasAlpha: return try flattened(on: colour)
        case .downscale(let size): return try scaledDown(to: size)
        default: return self
        }
    }

    /// The picture in 8-bit sRGB or grey, by what the header declares where it does.
    private consuming func inSRGB(as header: ImageHeader?) throws(CodecError) -> VipsImage {
        guard let header, header.declaredColor != nil || header.significantBitCount != nil else {
            return try inSRGB()
        }
        let image = try rendered()
        guard let converted = try image.decodedPicture().inSRGB(as: header) else {
            return try image.inSRGB()
        }
        return try VipsImage(samplesOf: converted)
    }

    /// The picture in 8-bit sRGB or grey.
    ///
    /// Only what has a profile that can be used goes through one: libvips' fallback for the others
    /// would shift their colours. CMYK has no colours without a profile, so that it always goes
    /// through one.
    func inSRGB() throws(CodecError) -> VipsImage {
        if interpretation == VIPS_INTERPRETATION_CMYK { return try convertedThroughProfile() }
        if hasProfile, let converted = try? convertedThroughProfile() { return converted }
        let isGrey = [VIPS_INTERPRETATION_B_W, VIPS_INTERPRETATION_GREY16].contains(interpretation)
        return try converted(to: isGrey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB)
    }

    /// The picture scaled down, every frame to `size`.
    ///
    /// Colours are weighted by alpha while they are mixed, so that invisible ones do not bleed into
    /// visible ones.
    func scaledDown(to size: PixelSize) throws(CodecError) -> VipsImage {
        let scaleX = Double(size.width) / Double(width)
        let scaleY = Double(size.height) / Double(frameHeight)
        guard hasAlpha else {
            return try resized(scaleX: scaleX, scaleY: scaleY).withFrameHeight(size.height)
        }
        return try premultiplied()
            .resized(scaleX: scaleX, scaleY: scaleY)
            .unpremultiplied()
            .withFrameHeight(size.height)
    }

    /// The picture turned upright; it has to be in memory, since rows become columns.
    func turnedUpright(from orientation: Orientation) throws(CodecError) -> VipsImage {
        let turn = orientation.turn
        let rotated = try rotated(by: turn.angle)
        guard turn.isMirrored else { return rotated }
        return try rotated.flipped(VIPS_DIRECTION_HORIZONTAL)
    }
}

extension Orientation {
    /// The clockwise turn, and the mirroring from left to right after it, that make a picture
    /// upright (Exif 3.0, section 4.6.5, figure 9).
    fileprivate var turn: (angle: VipsAngle, isMirrored: Bool) {
        switch rawValue {
        case 2: (VIPS_ANGLE_D0, true)
        case 3: (VIPS_ANGLE_D180, false)
        case 4: (VIPS_ANGLE_D180, true)
        case 5: (VIPS_ANGLE_D90, true)
        case 6: (VIPS_ANGLE_D90, false)
        case 7: (VIPS_ANGLE_D270, true)
        case 8: (VIPS_ANGLE_D270, false)
        default: (VIPS_ANGLE_D0, false)
        }
    }
}
