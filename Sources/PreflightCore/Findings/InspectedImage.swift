/// Everything that is known of one image before a table is consulted.
public struct InspectedImage: Sendable, Equatable {
    /// What the image calls itself: by its file name, or by what a request body declares.
    public var label: ImageLabel

    /// What its bytes say.
    public var facts: ImageFacts

    /// The bytes of its file without metadata and what follows its end; nil where nobody counted.
    public var trimmedByteCount: Int?

    /// What came of decoding it, for each scope that some table needs.
    public var decoding: [FrameScope: Decoding]

    /// Creates an inspected image.
    public init(label: ImageLabel, facts: ImageFacts, decoding: [FrameScope: Decoding] = [:]) {
        self.label = label
        self.facts = facts
        self.decoding = decoding
    }
}
