/// Why a request body cannot be read.
public struct RequestBodyError: Error, Sendable, Hashable {
    /// The byte, from 0, that does not fit; the body's length where it ends too early.
    public var offset: Int

    /// The line of that byte, from 1.
    public var line: Int

    /// The character of that line, from 1.
    public var column: Int

    /// What is wrong there, as a clause for people.
    public var reason: String
}

extension RequestBodyError {
    /// The mistake with its place counted out.
    init(_ error: JSONSyntaxError, in bytes: [UInt8]) {
        let before = bytes[..<error.offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.init(
            offset: error.offset,
            line: before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 },
            column: Self.column(of: error.offset, lineStart: lineStart, bytes),
            reason: error.reason
        )
    }

    /// The character, from 1, that stands at an offset of a line.
    static func column(of offset: Int, lineStart: Int, _ bytes: [UInt8]) -> Int {
        bytes[lineStart..<offset].reduce(1) { isContinuation($1) ? $0 : $0 + 1 }
    }

    /// Whether the byte is a later one of a character (RFC 3629, section 3).
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension RequestBodyError: CustomStringConvertible {
    /// One clause with the place before the reason.
    public var description: String {
        "line \(line), column \(column) (byte \(offset)): \(reason)"
    }
}
