internal import FileSystem

/// What was read of standard input and not yet handed out.
struct PendingLines {
    /// The longest line that is held: an image of a hundred megabytes in base64.
    static let byteCountAtMost = 150_000_000

    private var bytes: [UInt8] = []
    private var searched = 0
    private var start = 0
    private var isAtEnd = false
    private var isOverlong = false

    /// The next line without its newline, or nil at the end.
    ///
    /// Of a line that is longer than ``byteCountAtMost`` only the beginning is handed out, which is
    /// no JSON and is answered so.
    mutating func next() throws(FileError) -> [UInt8]? {
        while true {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (start, searched, isOverlong) = (end + 1, end + 1, false) }
                return Array(bytes[start..<end].prefix(isOverlong ? 1 : .max))
            }
            searched = bytes.count
            if searched - start > Self.byteCountAtMost { dropMiddle() }
            guard !isAtEnd else { return rest() }
            try readMore()
        }
    }

    private mutating func rest() -> [UInt8]? {
        defer { (bytes, start, searched) = ([], 0, 0) }
        return start < bytes.count ? Array(bytes[start...]) : nil
    }

    /// Keeps only the first byte of the line that is being read.
    private mutating func dropMiddle() {
        bytes = [bytes[start]]
        (start, searched, isOverlong) = (0, 1, true)
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
