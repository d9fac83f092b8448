/// The bits of coded data, up to the next marker; after them zeros, as libjpeg makes them up.
struct JPEGBitReader {
    private let bytes: [UInt8]
    private let start: Int
    private let end: Int
    /// The bits that were taken in and not read, the last one lowest.
    private var ahead: UInt64 = 0
    private var aheadCount = 0
    /// How many bits at the end of those were made up.
    private var madeUpCount = 0
    /// The next byte that is not taken in yet.
    private var nextOffset: Int

    /// Creates a reader of the bytes before `end`.
    init(_ bytes: [UInt8], from offset: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        start = offset
        nextOffset = offset
    }

    /// Whether more bits were asked for than there are.
    var isExhausted: Bool { aheadCount < madeUpCount }

    /// The next 16 bits, which are not passed over.
    var next16: Int {
        mutating get {
            if aheadCount < 16 { takeBytes() }
            return Int(ahead >> UInt64(aheadCount - 16) & 0xFFFF)
        }
    }

    /// The next bit.
    mutating func bit() -> Int {
        if aheadCount < 1 { takeBytes() }
        aheadCount -= 1
        return Int(ahead >> UInt64(aheadCount) & 1)
    }

    /// Passes over at most 16 bits.
    mutating func skip(_ count: Int) {
        if aheadCount < count { takeBytes() }
        aheadCount -= count
    }

    private mutating func takeBytes() {
        while aheadCount <= 48 {
            ahead = ahead << 8 | UInt64(nextByte() ?? 0)
            aheadCount += 8
        }
    }

    private mutating func nextByte() -> UInt8? {
        guard nextOffset < end else {
            madeUpCount += 8
            return nil
        }
        let byte = bytes[nextOffset]
        guard byte == 0xFF else {
            nextOffset += 1
            return byte
        }
        // Within data 0xFF is followed by 0 (T.81, B.1.1.5); anything else is a marker.
        guard nextOffset + 1 < end, bytes[nextOffset + 1] == 0 else {
            madeUpCount += 8
            return nil
        }
        nextOffset += 2
        return 0xFF
    }
}

extension JPEGBitReader {
    /// The offset after the byte that the last bit stood in.
    var offset: Int {
        var offset = nextOffset
        for _ in 0..<max(0, aheadCount - madeUpCount) / 8 where offset > start {
            let isStuffed =
                offset - 2 >= start && bytes[offset - 1] == 0 && bytes[offset - 2] == 0xFF
            offset -= isStuffed ? 2 : 1
        }
        return offset
    }

    /// Whether at most seven bits are left, all of them set: what fills up the last byte.
    var isAtPadding: Bool {
        var rest = self
        rest.takeBytes()
        let count = rest.aheadCount - rest.madeUpCount
        guard (0..<8).contains(count) else { return false }
        let padding = UInt64(1) << UInt64(count) - 1
        return rest.ahead >> UInt64(rest.madeUpCount) & padding == padding
    }

    /// Goes on after the next restart marker, if it comes before any other.
    ///
    /// - Returns: Its number, 0 to 7; nil where there is none.
    mutating func restart() -> Int? {
        nextOffset = offset
        (ahead, aheadCount, madeUpCount) = (0, 0, 0)
        while nextOffset + 1 < end {
            let code = bytes[nextOffset + 1]
            guard bytes[nextOffset] == 0xFF, code != 0, code != 0xFF else {
                nextOffset += 1
                continue
            }
            guard code & 0xF8 == 0xD0 else { break }
            nextOffset += 2
            return Int(code & 7)
        }
        nextOffset = end
        return nil
    }
}
