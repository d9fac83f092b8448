internal import FileSystem
internal import PreflightCore

/// An image that was opened and read once: whatever is done to it later is done to what is kept.
struct OpenedImage: Sendable {
    /// Where it came from.
    let input: ImageInput

    /// What is known of it.
    var inspected: InspectedImage

    /// Its pixels, where they were decoded for more than one encode.
    var picture: KeptPicture?

    private let kept: KeptBytes

    /// Keeps an image.
    ///
    /// - Parameters:
    ///   - input: Where it came from.
    ///   - content: Its bytes.
    ///   - inspected: What is known of it.
    ///   - spool: Where its bytes are kept; nil where somebody holds them in memory anyway.
    init(
        of input: ImageInput,
        holding content: ImageContent,
        knowing inspected: InspectedImage,
        in spool: Spool?
    ) {
        self.input = input
        self.inspected = inspected
        kept = spool?.keep(content.bytes) ?? KeptBytes(shared: content.bytes)
    }
}

extension OpenedImage {
    /// Its file, which may go as it is.
    var file: KeptFile { KeptFile(kept, saying: inspected.facts) }

    /// Its bytes and what they say.
    ///
    /// - Throws: ``ReadingError`` where what was kept in a file does not come back.
    func content() throws(ReadingError) -> ImageContent {
        try file.content()
    }

    /// Its pixels for a plan: those that are kept where they will do, else decoded now and kept.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - header: What the image says of itself.
    ///   - size: The displayed size that is decoded and kept for later plans, in pixels.
    ///   - codec: Decodes.
    ///   - spool: Where the pixels are kept.
    /// - Returns: A picture that serves the plan.
    /// - Throws: ``ReadingError``, or ``CodecError`` where the pixels cannot be had.
    mutating func picture(
        for plan: Plan,
        of header: ImageHeader,
        keepingSize size: PixelSize,
        by codec: any ImageCodec,
        in spool: Spool
    ) throws -> DecodedPicture {
        if let picture, picture.layout.serves(plan, for: header),
            let decoded = try? picture.picture()
        {
            return decoded
        }
        let decoded = try codec.picture(
            after: plan.downscaling(to: size, from: header.displaySize),
            of: content().decodableBytes,
            as: inspected.facts.format
        )
        picture = KeptPicture(decoded, in: spool)
        return decoded
    }
}

/// A decoded picture that is kept for later encodes.
struct KeptPicture: Sendable {
    /// What is known of its samples.
    let layout: DecodedPicture.Layout

    private let samples: KeptBytes

    /// Keeps a picture.
    init(_ picture: DecodedPicture, in spool: Spool) {
        layout = picture.layout
        samples = spool.keep(picture.samples)
    }

    /// The picture.
    ///
    /// - Throws: `FileError` where what was kept in a file does not come back.
    func picture() throws(FileError) -> DecodedPicture {
        DecodedPicture(layout: layout, samples: try samples.bytes())
    }
}
