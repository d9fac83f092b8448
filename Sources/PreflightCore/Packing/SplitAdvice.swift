/// That several requests keep detail of images which a single request would scale down.
package struct SplitAdvice: Sendable, Hashable {
    /// The images of the single request.
    package var imageCount: Int

    /// The fewest requests that keep the detail.
    package var requestCount: Int

    /// The most images in each of them.
    package var imageCountEachAtMost: Int

    /// The images that the single request scales down further.
    package var affectedImageCount: Int

    /// The long edge to which it does, in pixels.
    package var longEdgePixels: Int
}

extension SplitAdvice {
    /// The advice in words.
    package var message: Message {
        Message(
            "\(requestCount.grouped) requests of at most \(Self.images(imageCountEachAtMost)) keep the "
                + "detail of \(Self.images(affectedImageCount)) that one request of "
                + "\(imageCount.grouped) scales down to \(longEdgePixels.grouped) px"
        )
    }

    private static func images(_ count: Int) -> String {
        count == 1 ? "1 image" : "\(count.grouped) images"
    }
}
