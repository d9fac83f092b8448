/// When a limit applies; a limit without a condition always does.
public enum Condition: Sendable, Hashable {
    /// Only in a request with more images than this.
    case imageCountMoreThan(Int)
}

extension Condition {
    /// Whether the condition holds for a request of `imageCount` images.
    public func holds(forImageCount imageCount: Int) -> Bool {
        switch self {
        case .imageCountMoreThan(let count): imageCount > count
        }
    }
}
