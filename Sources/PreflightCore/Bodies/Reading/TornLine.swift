/// A line of JSON lines that is not JSON; it is kept as it is, and the others are read.
package struct TornLine: Sendable, Hashable {
    /// The line, from 1.
    package var line: Int

    /// The character of the line, from 1, that does not fit.
    package var column: Int

    /// What is wrong there, as a clause.
    package var reason: String

    /// The bytes of the line.
    package var range: Range<Int>

    /// How a report names the line.
    package var source: String { "line \(line)" }

    /// The mistake in a line of `bytes`.
    init(_ line: BodyLines.Line, _ error: JSONSyntaxError, in bytes: [UInt8]) {
        self.line = line.number
        column = RequestBodyError.column(of: error.offset, lineStart: line.range.lowerBound, bytes)
        reason = error.reason
        range = line.range
    }
}
