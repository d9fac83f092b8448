extension RequestBody {
    /// How many documents a request holds: parts of the type `document`, and PDF data of Gemini's.
    ///
    /// A quotation mark within a JSON string is escaped (RFC 8259, section 7), so that what reads like
    /// a member is one.
    package func documentCount(of request: BodyRequest) -> Int {
        var count = 0
        var offset = request.range.lowerBound
        while offset < request.range.upperBound {
            if bytes[offset] == UInt8(ascii: "\""), isValueOfDocument(at: offset, in: request.range)
            {
                count += 1
            }
            offset += 1
        }
        return count
    }

    /// Whether the string that begins at `offset` is the value of a member that marks a document.
    private func isValueOfDocument(at offset: Int, in range: Range<Int>) -> Bool {
        Self.documentMarks.contains { mark in
            guard bytes[offset..<range.upperBound].starts(with: mark.value) else { return false }
            let before = bytes[range.lowerBound..<offset]
                .reversed().drop(while: JSONText.whiteSpace.contains)
            guard before.first == UInt8(ascii: ":") else { return false }
            return before.dropFirst().drop(while: JSONText.whiteSpace.contains)
                .starts(with: mark.name.reversed())
        }
    }

    /// The members that mark a document, as they are spelled.
    private static let documentMarks: [(name: [UInt8], value: [UInt8])] = [
        (#""type""#, #""document""#), (#""mimeType""#, #""application/pdf""#),
        (#""mime_type""#, #""application/pdf""#),
    ]
    .map { (Array($0.utf8), Array($1.utf8)) }
}
