/// No table has the name that was asked for.
public struct UnknownModelError: Error, Sendable, Equatable {
    /// The name that was asked for.
    public var name: String

    /// The names that are nearest to it, nearest first; may be empty.
    public var nearest: [String]
}

extension UnknownModelError: CustomStringConvertible {
    /// One sentence: what was expected, what was found, and the cure.
    public var description: String {
        let cure =
            nearest.isEmpty
            ? "`imgcheck models` lists them, --rules adds tables"
            : "did you mean \(nearest.joined(separator: " or "))?"
        return "Expected the name of a model that has a table, found \"\(name)\": \(cure)"
    }
}
