internal import FileSystem

/// A line of standard input.
enum InputLine: Sendable {
    /// All of it, without its newline.
    case whole([UInt8])
    /// One that is longer than ``PendingLines/byteCountAtMost``, by its length.
    case overlong(byteCount: Int)
}

/// What was read of standard input and not yet handed out.
struct PendingLines {
    /// The longest line that is held: an image of a hundred megabytes in base64.
    static let byteCountAtMost = 150_000_000

    private var bytes: [UInt8] = []
    private var searched = 0
    private var start = 0
    private var isAtEnd = false

    /// How much was dropped of the line that is being read, since it is too long to be held.
    private var droppedByteCount = 0

    /// The next line, or nil at the end; the last may lack its newline.
    mutating func next() throws(FileError) -> InputLine? {
        while true {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (start, searched) = (end + 1, end + 1) }
                return line(upTo: end)
            }
            searched = bytes.count
            if droppedByteCount + searched - start > Self.byteCountAtMost { dropWhatIsHeld() }
            guard !isAtEnd else { return rest() }
            try readMore()
        }
    }

    /// What is left where the last line has no newline.
    private mutating func rest() -> InputLine? {
        defer { (bytes, start, searched) = ([], 0, 0) }
        return start < bytes.count || droppedByteCount > 0 ? line(upTo: bytes.count) : nil
    }

    /// The line that ends at an offset of what is held.
    private mutating func line(upTo end: Int) -> InputLine {
        defer { droppedByteCount = 0 }
        let byteCount = droppedByteCount + end - start
        return byteCount > Self.byteCountAtMost
            ? .overlong(byteCount: byteCount) : .whole(Array(bytes[start..<end]))
    }

    private mutating func dropWhatIsHeld() {
        droppedByteCount += bytes.count - start
        (bytes, start, searched) = ([], 0, 0)
    }

    private mutating func readMore() throws(FileError) {
        bytes.removeSubrange(..<start)
        searched -= start
        start = 0
        let piece = try OpenFile.standardInput.availableBytes(upTo: 65_536)
        isAtEnd = piece.isEmpty
        bytes += piece
    }
}
