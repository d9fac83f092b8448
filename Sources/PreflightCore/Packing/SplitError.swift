/// An image that does not fit even into a request of its own, so that no split helps.
package struct SplitError: Error, Sendable, Hashable {
    /// The image's place in the input, from 0.
    package var imageIndex: Int

    /// What is over the limit: the image count, the file's bytes or the body's.
    package var measure: Measure

    /// The number for a request with this image alone.
    package var measured: Int

    /// The number that would pass.
    package var limit: Int

    /// Creates an error.
    package init(imageIndex: Int, measure: Measure, measured: Int, limit: Int) {
        self.imageIndex = imageIndex
        self.measure = measure
        self.measured = measured
        self.limit = limit
    }
}

extension SplitError {
    /// The error as one sentence, without the image's name.
    package var reason: String {
        let found = "found \(measured.grouped) for this image alone"
        return switch measure {
        case .imageCount:
            "Expected at most \(limit.grouped) images in a request, \(found): send it to another "
                + "model."
        case .fileByteCount:
            "Expected at most \(limit.grouped) bytes in all image files together, \(found): shrink "
                + "it."
        default:
            "Expected at most \(limit.grouped) bytes in the request body, \(found): shrink it."
        }
    }
}
