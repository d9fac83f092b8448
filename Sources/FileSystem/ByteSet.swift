/// The bytes that a pattern's brackets take, as `[a-z]` does.
struct ByteSet: Sendable {
    private var members = [Bool](repeating: false, count: 256)

    /// Whether a byte is taken.
    func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }

    private mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range { members[Int(byte)] = true }
    }

    private mutating func insert(_ byte: UInt8) { insert(byte...byte) }
}

extension ByteSet {
    /// Takes what follows an opening bracket off a pattern, and the closing one.
    ///
    /// Nil where there is none, or a named class that nobody knows (wildmatch.c of Git).
    init?(takingFrom rest: inout ArraySlice<UInt8>) {
        let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isNegated { rest.removeFirst() }
        // A closing bracket that comes first is one of the bytes.
        var isFirst = true
        var previous: UInt8?
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "]"), !isFirst {
                if isNegated { members = members.map { !$0 } }
                return
            }
            isFirst = false
            guard let taken = take(byte, after: previous, from: &rest) else { return nil }
            previous = taken.rangeStart
        }
        return nil
    }

    /// What was taken off a pattern.
    private struct Taken {
        /// The byte that a range may begin with, if one may.
        var rangeStart: UInt8?
    }

    /// Takes one member or a range; nil where it does not end.
    private mutating func take(
        _ byte: UInt8,
        after previous: UInt8?,
        from rest: inout ArraySlice<UInt8>
    ) -> Taken? {
        let hyphen = UInt8(ascii: "-")
        if byte == UInt8(ascii: #"\"#) {
            guard let escaped = rest.popFirst() else { return nil }
            insert(escaped)
            return Taken(rangeStart: escaped)
        }
        if byte == hyphen, let previous, let next = rest.first, next != UInt8(ascii: "]") {
            rest.removeFirst()
            guard let end = next == UInt8(ascii: #"\"#) ? rest.popFirst() : next else { return nil }
            if previous <= end { insert(previous...end) }
            return Taken(rangeStart: nil)
        }
        if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
            return takeClass(from: &rest)
        }
        insert(byte)
        return Taken(rangeStart: byte)
    }

    /// Takes a named class, as in `[[:digit:]]`, off a pattern that has its first bracket behind it.
    private mutating func takeClass(
        from rest: inout ArraySlice<UInt8>
    ) -> Taken? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let name = rest[rest.startIndex..<end].dropFirst()
        guard name.last == UInt8(ascii: ":") else {
            insert(UInt8(ascii: "["))
            return Taken(rangeStart: UInt8(ascii: "["))
        }
        guard let ranges = Self.classes[String(decoding: name.dropLast(), as: UTF8.self)]
        else { return nil }
        for range in ranges { insert(range) }
        rest = rest[(end + 1)...]
        return Taken(rangeStart: nil)
    }

    /// The classes of POSIX (XBD 9.3.5), in ASCII as Git has them.
    private static let classes: [String: [ClosedRange<UInt8>]] = [
        "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
        "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0x00...0x1F, 0x7F...0x7F],
        "digit": [0x30...0x39], "graph": [0x21...0x7E], "lower": [0x61...0x7A],
        "print": [0x20...0x7E], "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E],
        "space": [0x09...0x0D, 0x20...0x20], "upper": [0x41...0x5A],
        "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
    ]
}
