/// A change to a file that leaves its coded pixels as they are.
///
/// Whatever is changed, the new file ends with its end marker. Bytes after that go with every edit:
/// a second picture there may carry a position of its own, and an index may point at it.
struct FileEdit: Sendable, Hashable {
    /// Whether the later frames of an animation go.
    private(set) var keepsFirstFrameOnly = false

    /// Whether what is not needed to show the picture goes.
    private(set) var stripsMetadata = false

    /// Whether what is wrong with the compressed pixels' wrapping is looked for and mended too; what
    /// is wrong with the file around them always is.
    private(set) var mendsImageData = false

    /// Whether nothing is to be done at all.
    private(set) var isEmpty = true

    /// Creates the edit that `plan` amounts to, or nil where one of its steps needs the pixels.
    init?(_ plan: Plan) {
        for step in plan.steps {
            switch step {
            case .firstFrame: keepsFirstFrameOnly = true
            case .stripMetadata: stripsMetadata = true
            case .trim: break
            case .repair: mendsImageData = true
            case .fitBytes: continue
            case .fillMissing, .upright, .convertToSRGB, .flatten, .downscale, .tile, .noteDamage,
                .encode:
                return nil
            }
            isEmpty = false
        }
    }
}

extension FileEdit {
    /// Edits a file, and reads the result again: what does not say the same is withheld.
    ///
    /// - Returns: The new file, or nil where it cannot be had, or there is no picture at all.
    func applied(to bytes: [UInt8], as format: ImageFormat) -> [UInt8]? {
        if isEmpty { return bytes }
        guard let before = try? ImageHeader(reading: bytes.span, as: format),
            before.frameCount > 0,
            let edited = edited(bytes, as: format, before),
            ImageFormat(recognising: edited.span) == format,
            let after = try? ImageHeader(reading: edited.span, as: format),
            turns(before, into: after)
        else { return nil }
        return edited
    }

    private func edited(
        _ bytes: [UInt8],
        as format: ImageFormat,
        _ header: ImageHeader
    ) -> [UInt8]? {
        switch format {
        case .jpeg: JPEGEdit.edited(bytes, by: self, orientation: header.orientation)
        case .png: PNGEdit.edited(bytes, by: self, header: header)
        case .gif: GIFEdit.edited(bytes, by: self, canvas: header.size, hasAlpha: header.hasAlpha)
        case .webp: WebPEdit.edited(bytes, by: self, orientation: header.orientation)
        default: nil
        }
    }

    /// Whether the same picture is shown, and what was asked for is done.
    private func turns(_ before: ImageHeader, into after: ImageHeader) -> Bool {
        after.size == before.size
            && after.orientation == before.orientation
            && after.bitsPerSample == before.bitsPerSample
            && after.colorModel == before.colorModel
            && after.iccProfile == before.iccProfile
            && after.declaredColor == before.declaredColor
            && after.frameCount == (keepsFirstFrameOnly ? 1 : before.frameCount)
            && !(after.hasGPS && stripsMetadata)
            && after.madeUpPixels == before.madeUpPixels
            && after.hasEndMarker
            && after.trailingByteCount == 0
            && !after.flaws.areRepairable
    }
}
