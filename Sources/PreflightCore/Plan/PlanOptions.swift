/// What a plan may do.
public struct PlanOptions: Sendable, Hashable {
    /// How far images are scaled down; nil for the table's own default, which is
    /// ``ResizePolicy/target`` where the provider documents its resize and
    /// ``ResizePolicy/limits`` where it is inferred: shrinking on a guess would lose detail.
    public var resize: ResizePolicy?

    /// The most that a plan may lose.
    public var lossAtMost: Loss

    /// The quality of lossy encodings, 1 to 100.
    public var quality: Int

    /// What shows through where transparency cannot be kept.
    public var background: Color

    /// Whether a still picture of which pixels are missing is written with what a decoder makes of it;
    /// the file says so.
    public var acceptsDamage: Bool

    /// When pictures are cut into tiles instead of being scaled down.
    public var tiling: TilingPolicy

    /// Whether pictures may become so coarse or so small that they are hard to read, where they do
    /// not fit into a request's bytes otherwise.
    public var squeezes: Bool

    /// Whether pictures are written in the format that takes the fewest bytes, also where they
    /// could stay as they are.
    public var prefersFewBytes: Bool

    /// Creates options; what is not given is what most callers want.
    public init(
        resize: ResizePolicy? = nil,
        lossAtMost: Loss = .meaning,
        quality: Int = 85,
        background: Color = .white,
        acceptsDamage: Bool = false,
        tiling: TilingPolicy = .never,
        squeezes: Bool = false,
        prefersFewBytes: Bool = false
    ) {
        self.resize = resize
        self.lossAtMost = lossAtMost
        self.quality = quality
        self.background = background
        self.acceptsDamage = acceptsDamage
        self.tiling = tiling
        self.squeezes = squeezes
        self.prefersFewBytes = prefersFewBytes
    }
}

/// When pictures are cut into tiles instead of being scaled down.
public enum TilingPolicy: String, Sendable, Hashable, CaseIterable {
    /// Where so little would be left of the picture that a warning is raised.
    case auto
    /// Never.
    case never
    /// Wherever the model would not look at the picture as it is.
    case always
}

/// How far images are scaled down.
public enum ResizePolicy: String, Sendable, Hashable, CaseIterable {
    /// Only what acceptance needs.
    case limits
    /// Down to what the model looks at.
    case target
    /// Never.
    case none
}
