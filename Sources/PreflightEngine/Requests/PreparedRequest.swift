internal import PreflightCore

/// One request that a model accepts, ready to be written.
public struct PreparedRequest: Sendable {
    /// The images, in the order of the request.
    public let images: [PreparedImage]

    private let body: DialectBody
    private let capacity: RequestCapacity

    init(images: [PreparedImage], body: DialectBody, capacity: RequestCapacity) {
        self.images = images
        self.body = body
        self.capacity = capacity
    }
}

extension PreparedRequest {
    /// The length of ``body(prompt:)`` in bytes, with the prompt of the options.
    public var byteCount: Int {
        images.reduce(body.overheadByteCount) { sum, image in
            sum
                + body.partByteCount(
                    imageByteCount: image.bytes.count,
                    mediaType: image.mediaType,
                    label: image.label
                )
        }
    }

    /// The body in the dialect of the options: compact JSON in UTF-8 with sorted keys.
    ///
    /// - Parameter prompt: The text that the images are about; nil for the one of the options.
    /// - Returns: The body, without a newline at its end.
    /// - Throws: ``RequestTooLargeError`` where the prompt makes the body too large for the model.
    public func body(prompt: String? = nil) throws(RequestTooLargeError) -> [UInt8] {
        try bytes(of: body, prompt: prompt)
    }

    /// The body as a chat completion, whatever the dialect of the options.
    ///
    /// - Parameter prompt: The text that the images are about; nil for the one of the options.
    /// - Returns: The body, without a newline at its end.
    /// - Throws: ``RequestTooLargeError`` where the prompt makes the body too large for the model.
    public func chatCompletion(
        prompt: String? = nil
    ) throws(RequestTooLargeError) -> [UInt8] {
        var body = body
        body.layout = .chat
        return try bytes(of: body, prompt: prompt)
    }

    /// The body as ``body(prompt:)`` makes it, in pieces of at most one image, each made when its turn
    /// comes.
    ///
    /// - Throws: ``RequestTooLargeError`` where the body is too large for the model.
    package func pieces() throws(RequestTooLargeError) -> some Sequence<[UInt8]> {
        try requireRoom(for: byteCount)
        return body.pieces(with: pictures)
    }

    private func bytes(
        of body: DialectBody,
        prompt: String?
    ) throws(RequestTooLargeError) -> [UInt8] {
        var body = body
        body.message.prompt = prompt ?? body.message.prompt
        let bytes = body.bytes(with: pictures)
        try requireRoom(for: bytes.count)
        return bytes
    }

    private var pictures: [BodyPicture] {
        images.map { BodyPicture(bytes: $0.bytes, mediaType: $0.mediaType, label: $0.label) }
    }

    private func requireRoom(for byteCount: Int) throws(RequestTooLargeError) {
        guard let most = capacity.bodyByteCountAtMost, byteCount > most else { return }
        throw RequestTooLargeError(byteCount: byteCount, byteCountAtMost: most)
    }
}

/// A body that is too large for its model.
public struct RequestTooLargeError: Error, Sendable, Hashable {
    /// The body's length in bytes.
    public var byteCount: Int

    /// The most bytes that the model takes.
    public var byteCountAtMost: Int
}

extension RequestTooLargeError: CustomStringConvertible {
    /// One sentence: what is wrong, and the cure.
    public var description: String {
        "The body has \(byteCount.grouped) bytes, and the model takes at most "
            + "\(byteCountAtMost.grouped): give the prompt when the images are prepared, so that room "
            + "is left for it."
    }
}
