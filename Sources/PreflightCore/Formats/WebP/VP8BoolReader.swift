/// The binary decisions of one partition of a VP8 picture.
///
/// Source: RFC 6386, section 7.
struct VP8BoolReader {
    /// The offset after the last byte that was taken in.
    private(set) var offset: Int

    /// Where the partition ends.
    let end: Int

    private let bytes: [UInt8]
    private var value = 0
    private var range = 255
    private var shiftCount = 0

    /// Begins to read a partition; after its end there are zeros.
    init(_ bytes: [UInt8], _ partition: Range<Int>) {
        self.bytes = bytes
        offset = partition.lowerBound
        end = partition.upperBound
        value = nextByte() << 8
        value |= nextByte()
    }

    /// The next bit, which is 0 with a probability in 256ths.
    mutating func bit(_ probability: UInt8) -> Bool {
        let split = 1 + ((range - 1) * Int(probability)) >> 8
        let isSet = value >= split << 8
        if isSet {
            range -= split
            value -= split << 8
        } else {
            range = split
        }
        while range < 128 {
            range <<= 1
            value <<= 1
            shiftCount += 1
            if shiftCount == 8 {
                shiftCount = 0
                value |= nextByte()
            }
        }
        return isSet
    }

    /// The next bit as a number.
    mutating func number(_ probability: UInt8) -> Int { bit(probability) ? 1 : 0 }

    /// A flag: a bit that is as often 1 as 0.
    mutating func flag() -> Bool { bit(128) }

    /// A number of so many bits, the most significant first.
    mutating func literal(_ bitCount: Int) -> Int {
        var value = 0
        for _ in 0..<bitCount { value = value << 1 | number(128) }
        return value
    }

    /// Passes over a flag and, where that is set, a number of so many bits with more that follow.
    mutating func skipOptional(_ bitCount: Int) {
        if flag() { _ = literal(bitCount) }
    }

    private mutating func nextByte() -> Int {
        guard offset < end else {
            offset += 1
            return 0
        }
        defer { offset += 1 }
        return Int(bytes[offset])
    }
}
