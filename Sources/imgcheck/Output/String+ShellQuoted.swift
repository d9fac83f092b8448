internal import ImagePreflight

extension String {
    /// The text as a word of a POSIX shell, with nothing in it that a terminal obeys.
    var shellQuoted: String {
        let text = neutralised
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || "0123456789-_./:@%+=,".utf8.contains(byte)
        }
        guard !isPlain || text.isEmpty else { return text }
        return "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
