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
        on bytes: [UInt8], failingOn strictness: Strictness
    ) throws(CodecError) -> AppliedPlan {
        try VipsLog().explaining { () throws(CodecError) in
            var image = try load.open(bytes, failingOn: strictness)
            let decoded = DecodedImage(
                size: PixelSize(width: image.width, height: image.frameHeight),
                frameCount: image.frameCount
            )
            let shrink = shrinkOnLoad(of: decoded.size)
            if shrink > 1 {
                image = try load.open(bytes, failingOn: strictness, shrink: Int32(shrink))
            }
            for step in orderedSteps { image = try Self.apply(step, to: image) }
            guard let encoding = plan.encoding else {
                throw CodecError(stage: .encode, detail: "the plan writes nothing")
            }
            return AppliedPlan(bytes: try image.withoutMetadata().encoded(as: encoding), decoded: decoded)
        }
    }

    private static func apply(
        _ step: Step, to image: consuming VipsImage
    ) throws(CodecError) -> VipsImage {
        switch step {
        case .convertToSRGB: return try image.inSRGB()
        case .flatten(let colour) where image.hasAlpha: return try image.flattened(on: colour)
        case .downscale(let size): return try image.scaledDown(to: size)
        case .upright(let orientation): return try image.turnedUpright(from: orientation)
        default: return image
        }
    }

    /// The steps with the turn last: a picture is turned when it is small.
    ///
    /// Plans give sizes as displayed; a size before the turn has its sides exchanged.
    private var orderedSteps: [Step] {
        guard let orientation = plan.orientation else { return plan.steps }
        let others = plan.steps.compactMap { step -> Step? in
            switch step {
            case .upright: nil
            case .downscale(let size) where orientation.exchangesSides: .downscale(size.transposed)
            default: step
            }
        }
        return others + [.upright(orientation)]
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
        return [8, 4, 2].first {
            $0 <= room && size.width % $0 == 0 && size.height % $0 == 0
        } ?? 1
    }
}
