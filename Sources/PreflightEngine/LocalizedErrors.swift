public import FoundationEssentials
public import PreflightCore

// Foundation words an error by its type and a number unless the error brings its own sentence;
// the sentence of each error that a client can meet is its description.

extension UnknownModelError: LocalizedError {
    /// The sentence that the error prints.
    public var errorDescription: String? { description }
}

extension RequestTooLargeError: LocalizedError {
    /// The sentence that the error prints.
    public var errorDescription: String? { description }
}

extension RuleTableError: LocalizedError {
    /// The lines that the error prints, one a mistake.
    public var errorDescription: String? { description }
}

extension CodecError: LocalizedError {
    /// The clause that the error prints.
    public var errorDescription: String? { description }
}

extension PlanRefusal: LocalizedError {
    /// The sentence that the error prints.
    public var errorDescription: String? { description }
}
