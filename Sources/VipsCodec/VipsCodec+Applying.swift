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
        let job = VipsJob(plan: plan, load: VipsLoad(format: format, frames: frames))
        var attempt = try Strictness.escalating { strictness throws(CodecError) in
            try job.run(on: bytes, failingOn: strictness)
        }
        attempt.value.decoded.damage = attempt.damage
        return attempt.value
    }

    /// Writes a picture in several ways and measures how far each is from what it was made of.
    public func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> [EncodingTrial] {
        guard format.isDecodable else { throw CodecError(stage: .open, detail: "") }
        try VipsLibrary.start()
        let job = VipsJob(plan: plan, load: VipsLoad(format: format, frames: .first))
        return try ErrorDetail.exact { () throws(CodecError) in
            try job.trials(of: encodings, on: bytes, failingOn: .refusingErrors)
        }
    }
}
