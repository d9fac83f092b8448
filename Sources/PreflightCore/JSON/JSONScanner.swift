/// Walks through JSON (RFC 8259) and checks it, without building anything from it.
///
/// What it hands out are offsets, so that a body of hundreds of megabytes costs no memory beyond
/// its own. Takes time linear in the text, and nesting is bounded, so that no text can exhaust the
/// stack.
struct JSONScanner {
    /// The deepest nesting that is read; twice what widespread parsers of the providers take.
    static let depthAtMost = 256

    /// The whole text.
    let bytes: [UInt8]

    /// The offset of the next byte, from 0.
    var offset: Int

    /// The offset at which what is read ends.
    let end: Int

    /// The deepest nesting that this scanner reads.
    private let depthAtMost: Int

    /// Line feeds that were passed; none stands inside a string, where it would be a mistake.
    private(set) var lineFeedCount = 0

    private var depth = 0

    /// Whether the object or array has been entered just now, so that no comma is due.
    private var isAtStart = false

    /// Creates a scanner at the start of `bytes`.
    init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

    /// Creates a scanner of a part of `bytes`, whose offsets count from the start of `bytes`.
    init(_ bytes: [UInt8], in range: Range<Int>, depthAtMost: Int = Self.depthAtMost) {
        self.bytes = bytes
        self.depthAtMost = depthAtMost
        offset = range.lowerBound
        end = range.upperBound
    }
}

extension JSONScanner {
    /// The next byte, or nil at the end of the text.
    var next: UInt8? { offset < end ? bytes[offset] : nil }

    /// The mistake that something else stands at the next byte than should.
    func error(_ expected: String) -> JSONSyntaxError {
        JSONSyntaxError(offset: offset, reason: "\(expected) should be here, not \(found)")
    }

    /// Skips white space (RFC 8259, section 2).
    mutating func skipWhiteSpace() {
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\n"): lineFeedCount += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            offset += 1
        }
    }

    /// Skips white space, then `byte` if it is there.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipWhiteSpace()
        guard next == byte else { return false }
        offset += 1
        return true
    }
}

// MARK: - Objects and arrays (RFC 8259, sections 4 and 5)

extension JSONScanner {
    /// Enters the object that comes next; a value of another kind is skipped whole.
    ///
    /// - Returns: Whether it was an object, whose members ``nextName()`` then yields.
    mutating func enterObject() throws(JSONSyntaxError) -> Bool { try enter(UInt8(ascii: "{")) }

    /// Enters the array that comes next; a value of another kind is skipped whole.
    ///
    /// - Returns: Whether it was an array, through which ``nextElement()`` then leads.
    mutating func enterArray() throws(JSONSyntaxError) -> Bool { try enter(UInt8(ascii: "[")) }

    private mutating func enter(_ bracket: UInt8) throws(JSONSyntaxError) -> Bool {
        skipWhiteSpace()
        guard next == bracket else {
            try skipValue()
            return false
        }
        guard depth < depthAtMost else {
            throw JSONSyntaxError(
                offset: offset,
                reason: "nested deeper than \(depthAtMost) levels",
                isOfDepth: true
            )
        }
        depth += 1
        offset += 1
        isAtStart = true
        return true
    }

    /// The name of the object's next member, or nil after the last, when the object is left.
    ///
    /// The member's value has to be read or skipped before the next call.
    mutating func nextName() throws(JSONSyntaxError) -> JSONText? {
        guard try !leave(UInt8(ascii: "}"), "“,” or “}” after a member") else { return nil }
        skipWhiteSpace()
        let name = try string("a name in quotation marks")
        guard skip(UInt8(ascii: ":")) else { throw error("“:” after a name") }
        return name
    }

    /// Whether the array has another element, which has to be read or skipped before the next call;
    /// after the last the array is left.
    mutating func nextElement() throws(JSONSyntaxError) -> Bool {
        try !leave(UInt8(ascii: "]"), "“,” or “]” after an element")
    }

    /// Whether the bracket that closes came next; if not, what separates was skipped.
    private mutating func leave(
        _ bracket: UInt8,
        _ expected: String
    ) throws(JSONSyntaxError) -> Bool {
        defer { isAtStart = false }
        guard !skip(bracket) else {
            depth -= 1
            return true
        }
        guard isAtStart || skip(UInt8(ascii: ",")) else { throw error(expected) }
        return false
    }
}

// MARK: - Values (RFC 8259, section 3)

extension JSONScanner {
    /// The string that comes next, or nil for a value of another kind, which is skipped whole.
    mutating func text() throws(JSONSyntaxError) -> JSONText? {
        skipWhiteSpace()
        guard next == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        return try string("a string")
    }

    /// Skips the value that comes next, whatever it is.
    mutating func skipValue() throws(JSONSyntaxError) {
        skipWhiteSpace()
        switch next {
        case UInt8(ascii: "{"):
            _ = try enterObject()
            while try nextName() != nil { try skipValue() }
        case UInt8(ascii: "["):
            _ = try enterArray()
            while try nextElement() { try skipValue() }
        case UInt8(ascii: "\""): _ = try string("a string")
        case UInt8(ascii: "t"): try skipLiteral("true")
        case UInt8(ascii: "f"): try skipLiteral("false")
        case UInt8(ascii: "n"): try skipLiteral("null")
        default: try skipNumber()
        }
    }

    private mutating func skipLiteral(_ word: String) throws(JSONSyntaxError) {
        guard bytes[offset..<end].starts(with: word.utf8) else { throw error("“\(word)”") }
        offset += word.utf8.count
    }
}
