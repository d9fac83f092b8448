// Numbers (RFC 8259, section 6).
extension JSONScanner {
    /// Skips the number that comes next.
    mutating func skipNumber() throws(JSONSyntaxError) {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let startsWithZero = next == UInt8(ascii: "0")
        let digitCount = skipDigits()
        guard digitCount > 0, !(startsWithZero && digitCount > 1) else {
            offset = start
            throw error("a value")
        }
        if next == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() > 0 else { throw error("a digit after the point") }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() > 0 else { throw error("a digit in the exponent") }
        }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            offset += 1
        }
        return offset - start
    }
}
