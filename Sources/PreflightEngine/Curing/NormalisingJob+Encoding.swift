internal import FileSystem
internal import PreflightCore

/// Writing the picture of an image anew, in as few decodes as that takes.
extension NormalisingJob {
    /// Decodes the file and writes its picture on the way, which keeps no pixels.
    mutating func encodeWhileDecoding(_ plan: Plan) throws(PlanRefusal) -> AppliedPlan {
        try prepareToEncode(plan)
        var applied = try wordingFailure { () throws(CodecError) in
            try normaliser.inspector.codec.apply(
                plan,
                to: content.decodableBytes,
                as: content.facts.format,
                frames: frames(for: plan)
            )
        }
        applied.bytes = declaringColors(applied.bytes, of: plan)
        return applied
    }

    /// Writes the picture anew, and keeps its pixels for encodes to come.
    mutating func encode(_ plan: Plan) throws(PlanRefusal) -> [UInt8] {
        // The frames of an animation are written in one way only.
        guard frames(for: plan) == .first else { return try encodeWhileDecoding(plan).bytes }
        let header = try header
        try prepareToEncode(plan)
        let codec = normaliser.inspector.codec
        let picture = try wordingFailure { () throws(CodecError) in
            try pixels(for: plan, of: header)
        }
        self.picture = picture
        let bytes = try wordingFailure { () throws(CodecError) in
            try codec.written(picture, by: plan)
        }
        return declaringColors(bytes, of: plan)
    }

    /// Decodes the pixels for a plan, and keeps them for nothing else.
    mutating func decodedPicture(for plan: Plan) throws(PlanRefusal) -> DecodedPicture {
        let header = try header
        try prepareToEncode(plan)
        return try wordingFailure { () throws(CodecError) in try pixels(for: plan, of: header) }
    }

    /// Writes a part of the picture.
    func written(_ part: DecodedPicture, by plan: Plan) throws(PlanRefusal) -> [UInt8] {
        let bytes = try wordingFailure { () throws(CodecError) in
            try normaliser.inspector.codec.written(part, by: plan)
        }
        return declaringColors(bytes, of: plan)
    }

    /// What was written, with the declaration of colours that nobody converts.
    private func declaringColors(_ bytes: [UInt8], of plan: Plan) -> [UInt8] {
        guard plan.encoding?.format == .png, content.facts.format == .png,
            let declared = try? content.facts.header.get().declaredColor, declared.encoding == nil
        else { return bytes }
        return PNGCodePoints.copied(from: content.bytes, to: bytes)
    }

    /// The pixels for jobs to come, if this one or one before it needed them.
    func keptPicture(in spool: Spool) -> KeptPicture? {
        guard let picture, picture.layout != earlierPicture?.layout else { return earlierPicture }
        return KeptPicture(picture, in: spool)
    }

    private func pixels(
        for plan: Plan,
        of header: ImageHeader
    ) throws(CodecError) -> DecodedPicture {
        if let picture, picture.layout.serves(plan, for: header) { return picture }
        if let earlierPicture, earlierPicture.layout.serves(plan, for: header),
            let picture = try? earlierPicture.picture()
        {
            return picture
        }
        // Where a smaller size is only advised, the picture may go in its own in the end.
        let mayStayLarge = normaliser.options.resize == nil && header.isLossless
        let size = mayStayLarge ? header.displaySize : plan.downscaledSize ?? header.displaySize
        return try normaliser.inspector.codec.picture(
            after: plan.downscaling(to: size, from: header.displaySize),
            of: content.decodableBytes,
            as: content.facts.format
        )
    }

    private mutating func prepareToEncode(_ plan: Plan) throws(PlanRefusal) {
        if let excess = guardExcess(in: frames(for: plan)) {
            throw PlanRefusal(Finding.overGuard(excess).message)
        }
        if let encoding = plan.encoding { encodings.append(encoding) }
    }

    private func wordingFailure<Value>(
        _ body: () throws(CodecError) -> Value
    ) throws(PlanRefusal) -> Value {
        do throws(CodecError) {
            return try body()
        } catch {
            throw PlanRefusal(
                Message("The picture cannot be written anew, \(error)", help: .exportAgain)
            )
        }
    }
}
