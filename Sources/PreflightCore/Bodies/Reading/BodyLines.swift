/// How a body is laid out.
enum BodyLayout {
    /// As one value.
    case document(JSONOutline)
    /// As JSON lines.
    case lines

    /// The layout of a body.
    ///
    /// A body of one value may have any number of lines. Where it is not one, it is JSON lines if the
    /// first line is a whole object or at least half of all are: a torn line among others is told
    /// and stops nothing.
    ///
    /// - Throws: ``JSONSyntaxError`` where it is neither, at the byte that does not fit a body of one
    ///   value.
    init(of bytes: [UInt8]) throws(JSONSyntaxError) {
        var scanner = JSONScanner(bytes)
        do throws(JSONSyntaxError) {
            scanner.skipWhiteSpace()
            guard scanner.opensContainer else { throw scanner.error("an object (“{”)") }
            let outline = try JSONOutline(&scanner)
            scanner.skipWhiteSpace()
            guard scanner.next == nil else { throw scanner.error("the end of the body") }
            self = .document(outline)
        } catch {
            guard Self.isLines(bytes) else { throw error }
            self = .lines
        }
    }

    private static func isLines(_ bytes: [UInt8]) -> Bool {
        var lineCount = 0
        var wholeCount = 0
        for line in BodyLines(bytes) {
            lineCount += 1
            var scanner = JSONScanner(bytes, in: line.range)
            guard (try? scanner.skipObjectOfLine()) != nil else { continue }
            guard lineCount > 1 else { return hasMoreLines(bytes, after: line.range) }
            wholeCount += 1
        }
        return lineCount > 1 && wholeCount * 2 >= lineCount
    }

    private static func hasMoreLines(_ bytes: [UInt8], after range: Range<Int>) -> Bool {
        bytes[range.upperBound...].contains { !JSONText.whiteSpace.contains($0) }
    }
}

/// The lines of a body that are not blank.
struct BodyLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var offset = 0
    private var number = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A line.
    struct Line {
        /// Its number, from 1.
        var number: Int
        /// Its bytes, without the line feed.
        var range: Range<Int>
    }

    mutating func next() -> Line? {
        while offset < bytes.count {
            let start = offset
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            offset = end + 1
            number += 1
            let isBlank = bytes[start..<end].allSatisfy { JSONText.whiteSpace.contains($0) }
            if !isBlank { return Line(number: number, range: start..<end) }
        }
        return nil
    }
}

extension JSONOutline {
    /// Reads the object that is a whole line.
    init(wholeLine scanner: inout JSONScanner) throws(JSONSyntaxError) {
        scanner.skipWhiteSpace()
        guard scanner.opensContainer else { throw scanner.error("an object (“{”)") }
        self = try JSONOutline(&scanner)
        scanner.skipWhiteSpace()
        guard scanner.next == nil else { throw scanner.error("the end of the line") }
    }
}

extension JSONScanner {
    /// Whether an object or an array comes next.
    fileprivate var opensContainer: Bool {
        next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
    }

    /// Skips the object that is a whole line.
    fileprivate mutating func skipObjectOfLine() throws(JSONSyntaxError) {
        skipWhiteSpace()
        guard opensContainer else { throw error("an object (“{”)") }
        try skipValue()
        skipWhiteSpace()
        guard next == nil else { throw error("the end of the line") }
    }
}
