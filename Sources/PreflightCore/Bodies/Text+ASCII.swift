// Bytes of text in ASCII.
extension Collection<UInt8> {
    /// Whether they begin with `text`, small letters, in either case.
    func startsIgnoringCase(with text: String) -> Bool {
        var rest = makeIterator()
        for expected in text.utf8 {
            guard let byte = rest.next(), byte.lowercased == expected else { return false }
        }
        return true
    }
}

extension [UInt8] {
    /// The bytes without the white space around them.
    var trimmedOfWhiteSpace: ArraySlice<UInt8> {
        let isSpace = { (byte: UInt8) in JSONText.whiteSpace.contains(byte) }
        let start = firstIndex { !isSpace($0) } ?? endIndex
        let end = lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        return self[start..<Swift.max(start, end)]
    }
}

extension UInt8 {
    /// The letter in lower case; any other byte as it is.
    var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
