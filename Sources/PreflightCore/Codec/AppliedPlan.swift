/// What came of applying a plan that writes a picture anew.
public struct AppliedPlan: Sendable, Equatable {
    /// The new file.
    public var bytes: [UInt8]

    /// What the decoder measured of the old one, every pixel of which was read.
    public var decoded: DecodedImage

    /// Creates a result.
    public init(bytes: [UInt8], decoded: DecodedImage) {
        self.bytes = bytes
        self.decoded = decoded
    }
}
