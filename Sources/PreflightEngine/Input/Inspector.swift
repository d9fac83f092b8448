internal import FileSystem
internal import PreflightCore

/// Reads and decodes images, several side by side, and keeps of each what is known, not its bytes.
struct Inspector: Sendable {
    /// Decodes.
    var codec: any ImageCodec

    /// Opens files.
    var files: any FileOpening

    /// The frames that the tables look at; empty to read headers only.
    var scopes: Set<FrameScope>

    /// What is never decoded.
    var decodeGuard: DecodeGuard

    /// How many images are in memory at a time, at least 1.
    var jobCount: Int

    /// When no further image is begun; nil for never.
    var deadline: ContinuousClock.Instant?

    /// Which small pictures are kept of each image that is decoded; nil for none.
    var previews: PreviewSizes?
}

extension Inspector {
    /// What is known of one input, or why its bytes could not be had.
    typealias Outcome = Result<InspectedImage, ReadingError>

    /// Inspects every input, at most ``jobCount`` at a time, and answers in their order.
    ///
    /// - Parameters:
    ///   - inputs: The images.
    ///   - progress: Is told how many were inspected; nil: nobody.
    /// - Returns: What is known of each.
    /// - Throws: `CancellationError` where the task was cancelled before the last input's turn.
    func inspect(
        _ inputs: [ImageInput],
        progress: (@Sendable (PreparationProgress) -> Void)? = nil
    ) async throws(CancellationError) -> [Outcome] {
        try await inspect(inputs, progress: progress) { _, outcome in [outcome] }
    }

    /// Inspects every input in the same way, and keeps what is made of what is known.
    ///
    /// - Parameters:
    ///   - inputs: The images.
    ///   - progress: Is told how many were inspected; nil: nobody.
    ///   - make: Is given what is known of each image; it runs side by side.
    /// - Returns: What was made, in the order of the inputs.
    /// - Throws: `CancellationError` where the task was cancelled before the last input's turn.
    func inspect<Made: Sendable>(
        _ inputs: [ImageInput],
        progress: (@Sendable (PreparationProgress) -> Void)? = nil,
        _ make: @escaping @Sendable (ImageInput, Outcome) -> [Made]
    ) async throws(CancellationError) -> [Made] {
        var made: [Made] = []
        // An array that grows is there twice for a moment.
        made.reserveCapacity(inputs.count)
        var (imageCount, byteCount) = (0, 0)
        try await OrderedWork.run(
            on: inputs,
            jobCount: jobCount,
            togetherAtMost: scopes.isEmpty ? OrderedWork.shortWorkTogether : 1
        ) { input in
            let outcome = inspect(input)
            let byteCount = (try? outcome.get())?.facts.byteCount ?? 0
            return (made: make(input, outcome), byteCount: byteCount)
        } take: { image in
            made += image.made
            imageCount += 1
            byteCount += image.byteCount
            progress?(.read(imageCount: imageCount, of: inputs.count, byteCount: byteCount))
        }
        return made
    }

    /// Inspects one input.
    func inspect(_ input: ImageInput) -> Outcome {
        Result { () throws(ReadingError) in
            try requireTime()
            return inspect(try ImageContent(of: input, through: files), label: input.label)
        }
    }

    /// Makes sure that there is time for another image.
    func requireTime() throws(ReadingError) {
        if let deadline, ContinuousClock.now >= deadline { throw .outOfTime }
    }

    /// Inspects what was read of an image.
    func inspect(_ content: ImageContent, label: ImageLabel) -> InspectedImage {
        let proven = proving(content)
        var content = proven.content
        var image = InspectedImage(of: content, label: label)
        for scope in scopes {
            image.decoding[scope] =
                proven.decoding.map { explained($0, of: &content, frames: scope) }
                ?? decodeAndExplain(&content, frames: scope)
        }
        image.facts = content.facts
        image.preview = preview(of: content, knowing: image)
        return image
    }

    /// The image with what its compressed pixels say, and what came of decoding it where that is
    /// known then.
    ///
    /// A decoder may prove a PNG sooner than its pixels are looked through here, so that it is asked
    /// first. Where looking finds something, a mended file is to be decoded instead.
    private func proving(_ content: ImageContent) -> (content: ImageContent, decoding: Decoding?) {
        guard let scope = scopes.first else { return (content, nil) }
        guard content.facts.format == .png else {
            return (reading(content, frames: scope), nil)
        }
        let decoding = decode(content, frames: scope)
        if case .decoded(let image) = decoding, image.isImageDataProven {
            return (content, decoding)
        }
        let read = reading(content, frames: scope)
        return (read, scopes.count == 1 && read.facts == content.facts ? decoding : nil)
    }

    /// Small pictures of an image that was decoded and is as large as its header says.
    private func preview(of content: ImageContent, knowing image: InspectedImage) -> ImagePreview? {
        guard let previews, let header = try? content.facts.header.get(),
            image.decoding.values.contains(where: { $0.size == header.size })
        else { return nil }
        return try? codec.preview(
            of: content.decodableBytes,
            as: content.facts.format,
            header,
            resizedTo: previews.sizes(of: header.displaySize)
        )
    }

    /// The image with what its compressed pixels say, unless the guard forbids it.
    func reading(_ content: ImageContent, frames: FrameScope) -> ImageContent {
        guard decodeGuard.excess(of: content.facts, decoding: frames) == nil else {
            return content
        }
        var content = content
        content.readImageData()
        if frames == .first, hasUndecodableLaterFrame(content) {
            content.facts.noteUndecodableLaterFrame()
        }
        return content
    }

    /// Whether a WebP animation has frames that only decoding tells to be damaged, behind a first one
    /// that is not.
    private func hasUndecodableLaterFrame(_ content: ImageContent) -> Bool {
        let facts = content.facts
        guard facts.format == .webp, (try? facts.header.get().isAnimated) == true,
            decodeGuard.excess(of: facts, decoding: .all) == nil,
            case .failed(let error) = decode(content, frames: .all), !error.isLate,
            case .decoded = decode(content, frames: .first)
        else { return false }
        return true
    }

    /// Decodes an image, looks for what explains the damage that the decoder met, and decodes it again
    /// where an edit mends that.
    func decodeAndExplain(_ content: inout ImageContent, frames: FrameScope) -> Decoding {
        explained(decode(content, frames: frames), of: &content, frames: frames)
    }

    private func explained(
        _ decoding: Decoding,
        of content: inout ImageContent,
        frames: FrameScope
    ) -> Decoding {
        let isMended = content.facts.readDamage(of: content.bytes, after: decoding)
        return isMended ? decode(content, frames: frames) : decoding
    }

    /// Decodes an image unless its format or the guard forbids it.
    func decode(_ content: ImageContent, frames: FrameScope) -> Decoding {
        let facts = content.facts
        guard facts.format.isDecodable else { return .notAttempted }
        if let excess = decodeGuard.excess(of: facts, decoding: frames) {
            return .overGuard(excess)
        }
        do throws(CodecError) {
            let bytes = content.decodableBytes
            return .decoded(try codec.verify(bytes, as: facts.format, frames: frames))
        } catch {
            return .failed(error)
        }
    }
}

extension ImageInput {
    /// What the image calls itself.
    var label: ImageLabel {
        declaredMediaType.map(ImageLabel.declaredMediaType)
            ?? fileNameExtension.map(ImageLabel.fileNameExtension) ?? .none
    }
}

extension InspectedImage {
    /// What the bytes of an image say before they are decoded.
    ///
    /// Of an animation, whose frames may not be written in fewer bytes, the bytes are counted that
    /// it has without metadata.
    init(of content: ImageContent, label: ImageLabel) {
        self.init(label: label, facts: content.facts)
        guard let header = try? content.facts.header.get(), header.isAnimated else { return }
        trimmedByteCount = Plan.trimming.edited(content.bytes, as: content.facts.format)?.count
    }
}

/// The sizes that providers make of images which reports show.
struct PreviewSizes: Sendable {
    /// The rules of the models that will look at the images.
    var tables: [RuleTable]

    /// The request's `detail` for the images; nil for none.
    var detail: String?

    /// What becomes of an image of this size, each size once.
    func sizes(of displaySize: PixelSize) -> [PixelSize] {
        tables.compactMap { $0.view(of: displaySize, detail: detail)?.size }
            .reduce(into: []) { sizes, size in
                if !sizes.contains(size) { sizes.append(size) }
            }
    }
}

extension Decoding {
    /// The stored size that the decoder measured; nil where nothing was decoded.
    fileprivate var size: PixelSize? {
        guard case .decoded(let image) = self else { return nil }
        return image.size
    }
}
