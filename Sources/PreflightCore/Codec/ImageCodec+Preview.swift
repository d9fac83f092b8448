extension ImageCodec {
    /// Makes small pictures of a file, of an animation its first frame.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    ///   - header: What the file says of itself, which its pixels have to bear out.
    ///   - sizes: The sizes that providers make of the image, in pixels.
    /// - Returns: The pictures.
    /// - Throws: ``CodecError`` where the pixels cannot be had, changed or written.
    package func preview(
        of bytes: [UInt8],
        as format: ImageFormat,
        _ header: ImageHeader,
        resizedTo sizes: [PixelSize]
    ) throws(CodecError) -> ImagePreview {
        let size = header.displaySize
        let scale = Double(ImagePreview.thumbnailEdgePixels) / Double(size.longEdge)
        let plan = Plan(previewing: header, at: size.scaled(by: scale))
        let smaller = sizes.filter { $0.width < size.width || $0.height < size.height }
        guard !smaller.isEmpty, size.pixelCount <= Self.closeUpPixelCountAtMost else {
            let applied = try apply(plan, to: bytes, as: format, frames: .first)
            return ImagePreview(thumbnail: .init(bytes: applied.bytes, format: .webp))
        }
        let whole = Plan(previewing: header, at: size)
        let picture = try picture(after: whole, of: bytes, as: format)
        let thumbnail = try written(picture, by: plan)
        return ImagePreview(
            thumbnail: .init(bytes: thumbnail, format: .webp),
            closeUp: try closeUp(of: picture, resizedTo: smaller)
        )
    }

    /// The part of a picture that has most to lose, before and after resizes of the whole.
    private func closeUp(
        of picture: DecodedPicture,
        resizedTo sizes: [PixelSize]
    ) throws(CodecError) -> ImagePreview.CloseUp? {
        guard let region = picture.busiestRegion(of: ImagePreview.CloseUp.sizeAtMost) else {
            return nil
        }
        let part = picture.cropped(to: region)
        let write = Step.encode(.webp(quality: 80))
        var closeUp = ImagePreview.CloseUp(
            region: region,
            sent: .init(bytes: try written(part, by: Plan([write])), format: .webp),
            seen: [:]
        )
        for size in sizes {
            let resized = PixelSize(
                width: region.size.width.scaledToNearest(by: size.width, over: picture.size.width),
                height: region.size.height
                    .scaledToNearest(by: size.height, over: picture.size.height)
            )
            let bytes = try written(part, by: Plan([.downscale(resized), write]))
            closeUp.seen[size] = .init(bytes: bytes, format: .webp)
        }
        return closeUp
    }

    /// The most pixels of an image that is held in memory whole for a close-up; the pictures of
    /// cameras have fewer.
    private static var closeUpPixelCountAtMost: Int { 50_000_000 }
}

extension ImagePreview.CloseUp {
    /// The largest part, in pixels: what two columns of a page have room for.
    fileprivate static let sizeAtMost = PixelSize(width: 240, height: 136)
}

extension DecodedPicture {
    fileprivate var size: PixelSize { layout.size }
}

extension Int {
    /// The scaled number, rounded to nearest but at least 1 and never larger.
    fileprivate func scaledToNearest(by numerator: Int, over denominator: Int) -> Int {
        let doubled = (2 * self).scaledRoundingDown(by: numerator, over: denominator)
        return Swift.min(self, Swift.max(1, (doubled + 1) / 2))
    }
}
