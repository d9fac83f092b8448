/// What one of the requests holds that images were put into.
public struct RequestReceipt: Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int

    /// The file that it was written to; nil where it was written to none.
    public var path: String?

    /// The length in bytes of its chat-completions body, with the prompt of the options.
    public var byteCount: Int

    /// The places of its images in ``Report/images``, from 0, in the order of the request.
    public var images: [Int]
}
