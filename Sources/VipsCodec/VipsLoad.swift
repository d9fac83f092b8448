internal import CVips
internal import PreflightCore

/// How a file is opened: by the loader of its format, which was recognised by content.
struct VipsLoad {
    /// The format by content.
    var format: ImageFormat
    /// Which frames are loaded.
    var frames: FrameScope
}

extension VipsLoad {
    /// Opens the file as an image whose pixels are read once, top to bottom.
    ///
    /// `shrink` is 1, 2, 4 or 8: how much a JPEG is shrunk while it is decoded.
    func open(
        _ bytes: [UInt8],
        failingOn strictness: Strictness,
        shrink: Int32 = 1
    ) throws(CodecError) -> VipsImage {
        let source = try VipsByteSource(copying: DecoderInput.spared(bytes, as: format))
        let frameCount: Int32 = frames == .all ? -1 : 1
        let failOn = strictness.failOn
        return try unsafe VipsImage.result(of: .open) { out in
            let access = VIPS_ACCESS_SEQUENTIAL
            switch format {
            case .jpeg:
                return unsafe cvips_jpegload(source.pointer, out, access, failOn, shrink)
            case .png:
                return unsafe cvips_pngload(source.pointer, out, access, failOn)
            case .gif:
                return unsafe cvips_gifload(source.pointer, out, access, failOn, frameCount)
            case .webp:
                return unsafe cvips_webpload(source.pointer, out, access, failOn, frameCount)
            default:
                return -1
            }
        }
    }

    /// Measures the file and decodes all of it.
    ///
    /// A JPEG is shrunk on the way by `shrink`, or where that is nil as much as still proves it.
    ///
    /// - Throws: ``CodecError`` with libvips' own words, or those of its log where it has none.
    func decodeEveryPixel(
        of bytes: [UInt8],
        failingOn strictness: Strictness,
        shrink: Int? = nil
    ) throws(CodecError) -> DecodedImage {
        let log = VipsLog()
        return try log.explaining { () throws(CodecError) in
            let decoded = try measureAndDecode(bytes, failingOn: strictness, shrink: shrink)
            try requireSilence(of: log, failingOn: strictness)
            return decoded
        }
    }

    /// Fails where warnings must and one came late.
    ///
    /// libvips looks for a JPEG's warnings before it hands out each row of tiles. Those of the last
    /// one come too late to fail the decode: they are only logged, as a line that counts them.
    /// Other lines are about metadata (an EXIF unit that is unknown, say) and no damage to the
    /// picture.
    func requireSilence(
        of log: VipsLog,
        failingOn strictness: Strictness
    ) throws(CodecError) {
        guard format == .jpeg, strictness == .refusingWarnings, log.text.contains("read gave")
        else {
            return
        }
        throw CodecError(stage: .decode, detail: ErrorDetail.take())
    }

    /// Measures and decodes; a picture that seems blank where it is shrunk is decoded once more, since
    /// nobody is accused wrongly.
    private func measureAndDecode(
        _ bytes: [UInt8],
        failingOn strictness: Strictness,
        shrink: Int?
    ) throws(CodecError) -> DecodedImage {
        let image = try open(bytes, failingOn: strictness)
        let size = PixelSize(width: image.width, height: image.frameHeight)
        let measuredShrink = shrink ?? measuredShrink(for: size)
        let shrink = shrink ?? (format == .jpeg ? Self.proofShrink(for: size) : 1)
        let frameCount = image.frameCount
        let decoded =
            shrink == 1 ? image : try open(bytes, failingOn: strictness, shrink: Int32(shrink))
        let tap = QualityTap(of: decoded, shrink: shrink, measuredShrink: measuredShrink)
        try decoded.measured(by: tap).computeEveryPixel()
        guard !tap.isPerhapsFlat else {
            return try measureAndDecode(bytes, failingOn: strictness, shrink: 1)
        }
        return DecodedImage(size: size, frameCount: frameCount, quality: tap.quality)
    }

    /// How much smaller than the file says the pixels are that its quality is measured on.
    func measuredShrink(for size: PixelSize) -> Int {
        format == .jpeg ? Self.telltaleShrink(for: size) : 1
    }

    /// How much a JPEG can be shrunk while it is decoded so that every byte of it is still read.
    ///
    /// Shrinking leaves out the inverse transform but reads every entropy-coded byte, which is
    /// where damage shows, in half the time. libvips drops the rows that do not fill a shrunk row,
    /// so the last row of 8 × 8 blocks is read only if at least one whole shrunk row falls into it.
    /// It aborts the process when an edge shrinks to nothing.
    static func proofShrink(for size: PixelSize) -> Int {
        let rowsOfLastBlocks = size.height % 8 == 0 ? 8 : size.height % 8
        let most = min(rowsOfLastBlocks, telltaleShrink(for: size))
        return [8, 4, 2].first { $0 <= most } ?? 1
    }

    /// How much a JPEG can be shrunk so that what is left shows whether the picture is sharp, and of
    /// a long page its letters.
    private static func telltaleShrink(for size: PixelSize) -> Int {
        let isLongPage = size.longEdge >= longPageRatio * size.shortEdge
        let telltale = isLongPage ? 2 : size.shortEdge / QualityMeter.shortEdgeAtLeast
        return [8, 4, 2].first { $0 <= min(size.shortEdge, telltale) } ?? 1
    }

    /// Of pictures that are so many times as long as wide most are pages of text.
    private static let longPageRatio = 4
}
