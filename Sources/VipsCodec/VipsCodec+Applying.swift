public import PreflightCore

extension VipsCodec {
    /// Decodes a file, applies the steps of a plan, and writes the picture anew.
    ///
    /// As in ``verify(_:as:frames:)``, what passes only when warnings are let through is damaged,
    /// and the result says so.
    public func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan {
        guard format.isDecodable, plan.encoding != nil else {
            throw CodecError(stage: .open, detail: "")
        }
        try VipsLibrary.start()
        if format == .jpeg, let applied = LibJPEG.applied(plan, to: bytes) { return applied }
        let job = VipsJob(plan: plan, load: VipsLoad(format: format, frames: frames))
        guard !plan.fillsMissingPixels else {
            return try ErrorDetail.exact { () throws(CodecError) in
                try job.run(on: bytes, failingOn: .fillingGaps)
            }
        }
        var attempt = try Strictness.escalating { strictness throws(CodecError) in
            try job.run(on: bytes, failingOn: strictness)
        }
        attempt.value.decoded.damage =
            attempt.damage ?? (format == .jpeg ? LibJPEG.proof(of: bytes).unseenDamage : nil)
        return attempt.value
    }

    /// Decodes a file once, for any number of encodes.
    public func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        guard format.isDecodable else { throw CodecError(stage: .open, detail: "") }
        try VipsLibrary.start()
        let steps = plan.steps.filter { if case .flatten = $0 { false } else { true } }
        let job = VipsJob(plan: Plan(steps), load: VipsLoad(format: format, frames: .first))
        return try ErrorDetail.exact { () throws(CodecError) in
            try job.decodedPicture(
                of: bytes,
                failingOn: plan.fillsMissingPixels ? .fillingGaps : .refusingErrors
            )
        }
    }

    /// Writes a decoded picture.
    public func written(
        _ picture: DecodedPicture,
        by plan: Plan
    ) throws(CodecError) -> [UInt8] {
        guard let encoding = plan.encoding else { throw CodecError(stage: .encode, detail: "") }
        try VipsLibrary.start()
        return try ErrorDetail.exact { () throws(CodecError) in
            try VipsImage(of: picture, after: plan).encoded(as: encoding, noting: plan.damageNote)
        }
    }

    /// Writes a decoded picture in several ways and measures how far each is from what it was made
    /// of.
    public func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial] {
        try VipsLibrary.start()
        return try ErrorDetail.exact { () throws(CodecError) in
            try VipsImage(of: picture, after: plan).trials(of: encodings, noting: plan.damageNote)
        }
    }
}
