/// What the verdict needs to know of an embedded colour profile.
public struct ICCProfile: Sendable, Hashable {
    /// Whether a viewer that ignores the profile shows the picture right: its primaries are those
    /// of sRGB, or it describes greys.
    public var isStandard: Bool

    /// The profile's own name from its `desc` tag, where it can be read.
    public var name: String?

    /// Creates the facts of one profile.
    public init(isStandard: Bool, name: String? = nil) {
        self.isStandard = isStandard
        self.name = name
    }
}
