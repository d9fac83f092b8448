internal import CVips
internal import PreflightCore

/// Pictures that leave libvips between their decode and their encodes.
extension VipsImage {
    /// The picture with all that an encode needs; what libvips knows besides is left out.
    func decodedPicture() throws(CodecError) -> DecodedPicture {
        let isWide = [VIPS_INTERPRETATION_RGB16, VIPS_INTERPRETATION_GREY16]
            .contains(interpretation)
        let isGrey = [VIPS_INTERPRETATION_B_W, VIPS_INTERPRETATION_GREY16].contains(interpretation)
        let isCMYK = interpretation == VIPS_INTERPRETATION_CMYK
        let layout = DecodedPicture.Layout(
            size: PixelSize(width: width, height: height),
            colorModel: isGrey ? .gray : isCMYK ? .cmyk : .rgb,
            channelCount: bandCount,
            sampleByteCount: isWide ? 2 : 1,
            chroma: chroma
        )
        let picture = DecodedPicture(layout: layout, samples: try pixels())
        guard picture.samples.count == layout.byteCount else {
            throw CodecError(stage: .transform, detail: "the samples are of an unknown kind")
        }
        return picture
    }

    /// A decoded picture after those steps of a plan that are left to be done.
    init(of picture: DecodedPicture, after plan: Plan) throws(CodecError) {
        var image = try VipsImage(samplesOf: picture)
        for step in plan.steps where step.isLeft(for: picture) { image = try image.after(step) }
        self = image
    }

    /// A picture of samples that were computed elsewhere.
    init(samplesOf picture: DecodedPicture) throws(CodecError) {
        let layout = picture.layout
        guard picture.samples.count == layout.byteCount else {
            throw CodecError(stage: .transform, detail: "the samples do not fill the picture")
        }
        self = try unsafe VipsImage.result(of: .transform) { out in
            unsafe picture.samples.withUnsafeBytes { raw in
                unsafe cvips_image_of_samples(
                    raw.baseAddress,
                    raw.count,
                    Int32(layout.size.width),
                    Int32(layout.size.height),
                    Int32(layout.channelCount),
                    layout.sampleByteCount == 2 ? VIPS_FORMAT_USHORT : VIPS_FORMAT_UCHAR,
                    layout.interpretation,
                    out
                )
            }
        }
        if let chroma = layout.chroma { keep(chroma) }
    }

    /// Writes the picture in several ways and compares each with what it was made of.
    func trials(
        of encodings: [Encoding],
        noting madeUp: String?
    ) throws(CodecError) -> [EncodingTrial] {
        let original = try luma()
        return try encodings.map { encoding throws(CodecError) in
            let written = try encoded(as: encoding, noting: madeUp)
            let load = VipsLoad(format: encoding.format, frames: .first)
            let copy = try load.open(written, failingOn: .refusingErrors).luma()
            return EncodingTrial(
                encoding: encoding,
                bytes: written,
                similarity: original.similarity(to: copy)
            )
        }
    }
}

extension DecodedPicture.Layout {
    /// What libvips calls samples of that kind.
    fileprivate var interpretation: VipsInterpretation {
        switch (colorModel, sampleByteCount) {
        case (.gray, 2): VIPS_INTERPRETATION_GREY16
        case (.gray, _): VIPS_INTERPRETATION_B_W
        case (.cmyk, _): VIPS_INTERPRETATION_CMYK
        case (_, 2): VIPS_INTERPRETATION_RGB16
        default: VIPS_INTERPRETATION_sRGB
        }
    }
}

extension Step {
    /// Whether it changes a picture that was decoded after the steps before.
    fileprivate func isLeft(for picture: DecodedPicture) -> Bool {
        switch self {
        case .flatten: true
        case .downscale(let size): size != picture.layout.size
        default: false
        }
    }
}
