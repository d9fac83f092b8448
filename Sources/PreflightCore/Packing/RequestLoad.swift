/// What one image adds to a request.
package struct RequestLoad: Sendable, Hashable {
    /// Bytes of its file, not negative.
    package var fileByteCount: Int

    /// Bytes of its part in the JSON body, label included, not negative.
    package var bodyByteCount: Int

    /// Creates a load.
    package init(fileByteCount: Int, bodyByteCount: Int) {
        self.fileByteCount = fileByteCount
        self.bodyByteCount = bodyByteCount
    }
}
