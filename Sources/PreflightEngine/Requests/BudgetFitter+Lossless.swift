internal import PreflightCore

/// What saves bytes and takes nothing from the picture.
extension BudgetFitter {
    /// The ways to write a picture anew without loss, in the order in which they are tried: the
    /// format that most pictures of that kind have, then the one that takes fewer bytes.
    static let losslessEncodings: [Encoding] = [.png, .webpLossless]

    /// The image without metadata and without what follows its end, if that saves bytes.
    func trimmed(_ image: NormalisedImage) -> NormalisedImage {
        guard image.plan.encoding == nil,
            let whole = try? image.output.bytes(),
            let bytes = Plan.trimming.edited(whole, as: image.output.facts.format),
            bytes.count < whole.count
        else { return image }
        var trimmed = image
        trimmed.output = KeptFile(ImageContent(bytes: bytes), in: spool)
        trimmed.plan = image.plan.trimmed
        return trimmed
    }

    /// The part of its samples' bytes from which on a file counts as stored, not compressed.
    private static let storedShare = 0.9

    /// The part of all bytes down to which better compression alone may do.
    private static let shareThatMayDo = 0.6

    /// Whether writing the picture anew without loss may save so much that it matters.
    ///
    /// A file that was compressed once rarely loses more than a third, so that an encode is wasted
    /// where the sum has to come down further. One that was only stored may lose nearly all.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - share: The part of all bytes that may stay.
    /// - Returns: Whether to try.
    func isWorthRecompressing(_ image: NormalisedImage, to share: Double) -> Bool {
        let isExact = image.plan.encoding.map(\.loss) ?? Loss.none == Loss.none
        guard image.header.isLossless, image.header.bitsPerSample <= 8, image.canLoseDetail, isExact
        else { return false }
        let size = image.displaySize
        let storedByteCount = size.pixelCount.multipliedSaturating(by: image.header.channelCount)
        let isStored =
            Double(image.output.byteCount) >= Self.storedShare * Double(storedByteCount)
        return isStored || share >= Self.shareThatMayDo || options.lossAtMost == .none
    }

    /// The image written anew without loss, if the model takes it so and that saves bytes.
    ///
    /// A failure is no reason to give up: what is there may still go, or lose detail.
    func recompressed(_ image: NormalisedImage, as encoding: Encoding) -> NormalisedImage {
        let attempt = ByteSearch.Attempt(encoding: encoding, scale: 1)
        let plan = image.plan.writing(attempt, of: image.header, background: options.background)
        guard table.acceptedFormats.contains(encoding.format), plan.loss <= options.lossAtMost
        else { return image }
        var recompressed = image
        guard
            let picture = try? recompressed.opened.picture(
                for: plan,
                of: image.header,
                keepingSize: plan.downscaledSize ?? image.header.displaySize,
                by: codec,
                in: spool
            ), let bytes = try? codec.written(picture, by: plan)
        else { return recompressed }
        recompressed.encodeCount += encoding.encodeCount
        guard bytes.count < image.output.byteCount else { return recompressed }
        recompressed.plan = plan
        recompressed.output = KeptFile(ImageContent(bytes: bytes), in: spool)
        return recompressed
    }
}

extension ImageHeader {
    /// The samples of a pixel; a byte each in a file that is only stored.
    fileprivate var channelCount: Int {
        let colours =
            switch colorModel {
            case .gray, .palette: 1
            case .cmyk: 4
            default: 3
            }
        return colours + (hasAlpha && colorModel != .palette ? 1 : 0)
    }
}
