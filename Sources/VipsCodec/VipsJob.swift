internal import CVips
internal import PreflightCore

/// A plan with the way its file is opened: one decode that measures, proves and changes.
struct VipsJob {
    /// What is done.
    var plan: Plan

    /// How the file is opened.
    var load: VipsLoad
}

extension VipsJob {
    /// Applies the steps in their order and writes the picture.
    func run(
        on bytes: [UInt8],
        failingOn strictness: Strictness
    ) throws(CodecError) -> AppliedPlan {
        let log = VipsLog()
        return try log.explaining { () throws(CodecError) in
            guard let encoding = plan.encoding else {
                throw CodecError(stage: .encode, detail: "the plan writes nothing")
            }
            let picture = try picture(from: bytes, failingOn: strictness, log: log)
            return AppliedPlan(
                bytes: try picture.image.encoded(as: encoding, noting: plan.damageNote),
                decoded: picture.decoded
            )
        }
    }

    /// Applies the steps in their order and takes the samples.
    func decodedPicture(
        of bytes: [UInt8],
        failingOn strictness: Strictness
    ) throws(CodecError) -> DecodedPicture {
        let log = VipsLog()
        return try log.explaining { () throws(CodecError) in
            let picture = try picture(from: bytes, failingOn: strictness, log: log)
            var decoded = try picture.image.decodedPicture()
            decoded.layout.isConverted = plan.steps.contains(.convertToSRGB)
            return decoded
        }
    }

    /// A picture before it is written.
    private struct Picture: ~Copyable {
        /// The picture, changed; a still one is in memory, and every byte of its file was read.
        let image: VipsImage

        /// What the decoder measured of the file.
        let decoded: DecodedImage
    }

    /// The picture after all steps but the last, which writes it.
    private func picture(
        from bytes: [UInt8],
        failingOn strictness: Strictness,
        log: VipsLog
    ) throws(CodecError) -> Picture {
        var image = try load.open(bytes, failingOn: strictness)
        var decoded = DecodedImage(
            size: PixelSize(width: image.width, height: image.frameHeight),
            frameCount: image.frameCount
        )
        let shrink = shrinkOnLoad(of: decoded.size)
        if shrink > 1 {
            image = try load.open(bytes, failingOn: strictness, shrink: Int32(shrink))
        }
        let tap = QualityTap(
            of: image,
            shrink: shrink,
            measuredShrink: load.measuredShrink(for: decoded.size)
        )
        image = try image.measured(by: tap)
        let header = header(of: bytes)
        for step in stepsBeforeTurn { image = try image.after(step, of: header) }
        if load.frames == .first {
            image = try image.rendered()
            try load.requireSilence(of: log, failingOn: strictness)
            decoded.quality =
                tap.isPerhapsFlat
                ? try load.decodeEveryPixel(of: bytes, failingOn: strictness, shrink: 1).quality
                : tap.quality
        }
        if let orientation = plan.orientation {
            image = try image.turnedUpright(from: orientation)
        }
        return Picture(image: try image.withoutMetadata(), decoded: decoded)
    }

    /// The header where colours are converted, which may say what the samples mean.
    private func header(of bytes: [UInt8]) -> ImageHeader? {
        guard load.format == .png, plan.steps.contains(.convertToSRGB) else { return nil }
        return try? ImageHeader(reading: bytes.span, as: load.format)
    }

    /// The steps without the turn, which comes last: a picture is turned when it is small.
    ///
    /// Plans give sizes as displayed; a size before the turn has its sides exchanged.
    private var stepsBeforeTurn: [Step] {
        guard let orientation = plan.orientation, orientation.exchangesSides else {
            return plan.steps
        }
        return plan.steps.map { step in
            if case .downscale(let size) = step { .downscale(size.transposed) } else { step }
        }
    }

    /// How much a JPEG is shrunk while it is decoded: 1, 2, 4 or 8.
    ///
    /// At least twice the wanted size is left for the Lanczos kernel, as libvips' own `thumbnail`
    /// does, and only what divides both sides is used: libvips drops the rows and columns that do
    /// not fill a shrunk pixel, which would move the picture and leave bytes unread.
    private func shrinkOnLoad(of size: PixelSize) -> Int {
        guard load.format == .jpeg, let wanted = plan.downscaledSize else { return 1 }
        let target = plan.orientation?.exchangesSides == true ? wanted.transposed : wanted
        let room = min(size.width / target.width, size.height / target.height) / 2
        return [8, 4, 2]
            .first {
                $0 <= room && size.width % $0 == 0 && size.height % $0 == 0
            } ?? 1
    }
}
