import PreflightCore
import Testing

/// A file, what is done to it, and what comes of it.
struct EditCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let input: [UInt8]
    let steps: [Step]
    let expected: [UInt8]?

    /// `input` becomes `expected`, or cannot be edited where that is nil.
    init(_ name: String, _ steps: Step..., from input: [UInt8], to expected: [UInt8]?) {
        testDescription = name
        self.input = input
        self.steps = steps
        self.expected = expected
    }

    /// `input` stays as it is.
    init(_ name: String, _ steps: Step..., keeping input: [UInt8]) {
        testDescription = name
        self.input = input
        self.steps = steps
        expected = input
    }

    /// What really comes of it.
    func result(as format: ImageFormat) -> [UInt8]? {
        Plan(steps).edited(input, as: format)
    }
}
