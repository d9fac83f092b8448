internal import PreflightCore

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
