extension RuleTable {
    /// The search that brings an image under a number of bytes after a plan was applied to it.
    ///
    /// The file's own format first, without loss where there is such a way; then WebP or JPEG,
    /// whichever the table takes, WebP being the smaller of the two at the same quality.
    ///
    /// - Throws: ``PlanRefusal`` where its frames would have to be written.
    public func byteSearch(
        for header: ImageHeader,
        in format: ImageFormat,
        after plan: Plan,
        limit: Int,
        options: PlanOptions
    ) throws(PlanRefusal) -> ByteSearch {
        guard !header.isAnimated || plan.keepsFirstFrameOnly else {
            throw PlanRefusal(
                reason: "Expected a still image to shrink, found an animation: send its frames as "
                    + "images of their own."
            )
        }
        let isExact = header.isLossless && plan.encoding.map(\.loss) ?? Loss.none == Loss.none
        let lossless: [Encoding] = isExact ? [.png, .webpLossless] : []
        let lossy: [ImageFormat] = format == .jpeg ? [.jpeg, .webp] : [.webp, .jpeg]
        return ByteSearch(
            byteCountAtMost: limit,
            lossless: lossless.filter { acceptedFormats.contains($0.format) },
            lossy: options.lossAtMost == .none ? nil : lossy.first(where: acceptedFormats.contains)
        )
    }
}
