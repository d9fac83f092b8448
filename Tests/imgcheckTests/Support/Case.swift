import Testing

/// One run: arguments, and what must come of them.
struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let status: Int32
    let output: [String]
    let errors: [String]

    /// A stream holds every part that is listed for it, and nothing at all where none is.
    init(
        _ description: String,
        _ arguments: [String],
        status: Int32,
        output: [String] = [],
        errors: [String] = []
    ) {
        testDescription = description
        self.arguments = arguments
        self.status = status
        self.output = output
        self.errors = errors
    }

    /// Compares a run with what must come of it.
    func verify(_ run: Program.Run) {
        #expect(run.status == status)
        expect(run.output, holds: output, "standard output")
        expect(run.errors, holds: errors, "standard error")
    }

    private func expect(_ text: String, holds parts: [String], _ name: Comment) {
        #expect(text.isEmpty == parts.isEmpty, name)
        for part in parts { #expect(text.contains(part), name) }
    }
}
