/// What a provider asks of pictures, or admits of its model, that no machine can check.
public struct Advice: Sendable, Hashable {
    /// What pictures should be like, one clause each.
    public var pictures: [String]

    /// What the model is bad at, one clause each.
    public var weaknesses: [String]

    /// Creates advice.
    public init(pictures: [String] = [], weaknesses: [String] = []) {
        self.pictures = pictures
        self.weaknesses = weaknesses
    }
}
