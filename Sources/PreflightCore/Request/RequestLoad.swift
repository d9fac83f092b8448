/// What one image adds to a request.
public struct RequestLoad: Sendable, Hashable {
    /// Bytes of its file, not negative.
    public var fileByteCount: Int

    /// Bytes of its part in the JSON body, label included, not negative.
    public var bodyByteCount: Int

    /// Creates a load.
    public init(fileByteCount: Int, bodyByteCount: Int) {
        self.fileByteCount = fileByteCount
        self.bodyByteCount = bodyByteCount
    }
}
