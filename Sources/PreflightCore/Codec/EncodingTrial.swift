/// One way a picture was written, and how near it is to what it was made of.
public struct EncodingTrial: Sendable, Equatable {
    /// How it was written.
    public var encoding: Encoding

    /// The file.
    public var bytes: [UInt8]

    /// The structural similarity of the two pictures' lightness, 1 for the same.
    public var similarity: Double

    /// Creates a trial.
    public init(encoding: Encoding, bytes: [UInt8], similarity: Double) {
        self.encoding = encoding
        self.bytes = bytes
        self.similarity = similarity
    }
}
