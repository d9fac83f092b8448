extension RuleTable {
    /// The search that brings an image under a number of bytes after a plan was applied to it.
    ///
    /// The file's own format first, without loss where there is such a way; then WebP or JPEG,
    /// whichever the table takes, WebP being the smaller of the two at the same quality, and JPEG
    /// the better of the two where there are more bytes than WebP can use.
    ///
    /// - Throws: ``PlanRefusal`` where its frames would have to be written.
    package func byteSearch(
        for header: ImageHeader,
        in format: ImageFormat,
        after plan: Plan,
        limit: Int,
        options: PlanOptions
    ) throws(PlanRefusal) -> ByteSearch {
        guard !header.isAnimated || plan.keepsFirstFrameOnly else {
            throw PlanRefusal(
                Message("The image has to be within \(limit.grouped) bytes", but: .shrinkingFrames)
            )
        }
        let isExact = header.isLossless && plan.encoding.map(\.loss) ?? Loss.none == Loss.none
        let lossless: [Encoding] = isExact ? [.webpLossless, .png] : []
        return ByteSearch(
            byteCountAtMost: limit,
            lossless: lossless.filter { acceptedFormats.contains($0.format) },
            ladders: options.lossAtMost == .none
                ? []
                : ladders(for: header, in: format)
                    .map { FidelityLadder($0, mayScale: options.resize != ResizePolicy.none) }
        )
    }

    /// JPEG stays JPEG; transparency stays where WebP can keep it.
    private func ladders(for header: ImageHeader, in format: ImageFormat) -> [FidelityLadder.Kind] {
        let isTaken = { (format: ImageFormat) in acceptedFormats.contains(format) }
        switch (format, isTaken(.webp), isTaken(.jpeg)) {
        case (.jpeg, _, true): return [.jpeg]
        case (_, true, true) where !header.hasAlpha: return [.webp, .fullColorJPEG]
        case (_, true, _): return [.webp]
        case (_, false, true): return [.jpeg]
        case (_, false, false): return []
        }
    }
}
