internal import PreflightCore

/// Writing an image in the format that takes the fewest bytes, where that is wanted.
extension NormalisingJob {
    /// The part of a lossy file's bytes that have to go before it is worth losing detail again.
    private static let shareWorthLoss = 0.75

    /// The outcome in the size and the format that take the fewest bytes, where that is wanted.
    ///
    /// A picture keeps its size where a smaller one would take more bytes than the file has, as
    /// scaled letters may in PNG, or would leave too little of a page to be read.
    mutating func inFewBytes(_ applied: Applied) throws(PlanRefusal) -> Applied {
        let scaled = try inCheapestFormat(applied)
        guard normaliser.options.prefersFewBytes, scaled.plan.downscaledSize != nil else {
            return scaled
        }
        let isLegible = !table.cuts(image, amongImages: normaliser.imageCount, by: .auto)
        guard !isLegible || scaled.content.bytes.count > content.bytes.count else { return scaled }
        let large = try inCheapestFormat(apply(plan(resize: .limits)))
        return isLegible && scaled.content.bytes.count < large.content.bytes.count ? scaled : large
    }

    /// The outcome in the format that takes the fewest bytes; as it is where none takes fewer.
    ///
    /// What was compressed with loss already is only written anew where that saves a quarter, so
    /// that doing it once more changes nothing.
    private mutating func inCheapestFormat(_ applied: Applied) throws(PlanRefusal) -> Applied {
        let header = try header
        guard normaliser.options.prefersFewBytes,
            table.acceptedFormats.contains(.webp)
                || table.acceptedFormats.contains(.jpeg),
            !header.isAnimated || applied.plan.keepsFirstFrameOnly
        else { return applied }
        var best = applied
        for encoding in cheapEncodings(for: header) where encoding != applied.plan.encoding {
            let plan = applied.plan.writing(
                ByteSearch.Attempt(encoding: encoding, scale: 1),
                of: header,
                background: normaliser.options.background
            )
            let written = ImageContent(bytes: try encode(plan))
            let isLossyAgain = applied.plan.encoding == nil && !header.isLossless
            let share = isLossyAgain ? Self.shareWorthLoss : 1
            guard Double(written.bytes.count) < share * Double(best.content.bytes.count) else {
                continue
            }
            best = Applied(plan: plan, content: written)
        }
        return best
    }

    /// JPEG stays JPEG; of what has no loss yet, flat pictures are smaller without loss.
    private func cheapEncodings(for header: ImageHeader) -> [Encoding] {
        let quality = normaliser.options.quality
        let isTaken = { (format: ImageFormat) in table.acceptedFormats.contains(format) }
        if content.facts.format == .jpeg, isTaken(.jpeg) { return [.jpeg(quality: quality)] }
        guard isTaken(.webp) else { return header.hasAlpha ? [] : [.jpeg(quality: quality)] }
        return header.isLossless
            ? [.webp(quality: quality), .webpLossless] : [.webp(quality: quality)]
    }
}
