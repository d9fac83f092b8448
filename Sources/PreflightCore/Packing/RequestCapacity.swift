/// What one request can hold.
///
/// Bounds are inclusive; one that is nil lets everything pass.
package struct RequestCapacity: Sendable, Hashable {
    /// The most images.
    package var imageCountAtMost: Int?

    /// The most bytes of all image files together.
    package var fileByteCountAtMost: Int?

    /// The most bytes of the JSON body.
    package var bodyByteCountAtMost: Int?

    /// The bytes of the body without its images, prompt included.
    package var bodyOverheadByteCount: Int

    /// The most tokens of all images together.
    package var tokenCountAtMost: Int?

    /// Creates a capacity from numbers that are not negative; what is not given is not limited.
    package init(
        imageCountAtMost: Int? = nil,
        fileByteCountAtMost: Int? = nil,
        bodyByteCountAtMost: Int? = nil,
        bodyOverheadByteCount: Int = 0,
        tokenCountAtMost: Int? = nil
    ) {
        self.imageCountAtMost = imageCountAtMost
        self.fileByteCountAtMost = fileByteCountAtMost
        self.bodyByteCountAtMost = bodyByteCountAtMost
        self.bodyOverheadByteCount = bodyOverheadByteCount
        self.tokenCountAtMost = tokenCountAtMost
    }
}

extension RequestCapacity {
    /// Why an image does not fit even into a request of its own; nil where it does.
    func refusal(of load: RequestLoad, at index: Int) -> SplitError? {
        let sides: [(measure: Measure, measured: Int, limit: Int?)] = [
            (.imageCount, 1, imageCountAtMost),
            (.fileByteCount, load.fileByteCount, fileByteCountAtMost),
            (.bodyByteCount, bodyOverheadByteCount + load.bodyByteCount, bodyByteCountAtMost),
            (.imagesTokenCount, load.tokenCount, tokenCountAtMost),
        ]
        for side in sides {
            guard let limit = side.limit, side.measured > limit else { continue }
            return SplitError(
                imageIndex: index,
                measure: side.measure,
                measured: side.measured,
                limit: limit
            )
        }
        return nil
    }
}

/// What one image adds to a request.
package struct RequestLoad: Sendable, Hashable {
    /// Bytes of its file, not negative.
    package var fileByteCount: Int

    /// Bytes of its part in the JSON body, label included, not negative.
    package var bodyByteCount: Int

    /// Tokens that it costs, not negative; 0 where that is not known.
    package var tokenCount: Int

    /// Creates a load.
    package init(fileByteCount: Int, bodyByteCount: Int, tokenCount: Int = 0) {
        self.fileByteCount = fileByteCount
        self.bodyByteCount = bodyByteCount
        self.tokenCount = tokenCount
    }
}
