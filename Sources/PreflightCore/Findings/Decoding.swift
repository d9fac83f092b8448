/// What came of decoding an image.
public enum Decoding: Sendable, Equatable {
    /// Nothing was decoded: only headers were asked for, or the format is not decodable.
    case notAttempted
    /// Nothing was decoded, because the header asks for more than the guard allows.
    case overGuard(DecodeGuard.Excess)
    /// Every pixel was computed.
    case decoded(DecodedImage)
    /// The pixels cannot be had.
    case failed(CodecError)
}
