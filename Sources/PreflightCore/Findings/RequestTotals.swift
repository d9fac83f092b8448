/// The numbers by which a provider judges a request as a whole.
public struct RequestTotals: Sendable, Hashable {
    /// Images, refused and repeated ones included.
    public var imageCount: Int

    /// Bytes of all image files together.
    public var fileByteCount: Int

    /// Bytes of the JSON body that carries them with an empty prompt.
    public var payloadByteCount: Int

    /// Creates totals.
    public init(imageCount: Int, fileByteCount: Int, payloadByteCount: Int) {
        self.imageCount = imageCount
        self.fileByteCount = fileByteCount
        self.payloadByteCount = payloadByteCount
    }

    /// The number that a measure of requests stands for; nil for a measure of images.
    public func value(of measure: Measure) -> Int? {
        switch measure {
        case .imageCount: imageCount
        case .fileByteCount: fileByteCount
        case .bodyByteCount: payloadByteCount
        default: nil
        }
    }
}
