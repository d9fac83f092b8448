/// What comes out of a deflate stream: a sum over all of it, its last 32 KiB, and its beginning.
struct InflateOutput {
    /// The bytes so far.
    private(set) var byteCount = 0

    /// The first bytes, as many as were asked for.
    private(set) var beginning: [UInt8] = []

    private let keptByteCount: Int
    private let byteCountLimit: Int
    private var summedByteCount = 0
    private var sum: UInt32 = 1
    private var sumOfSums: UInt32 = 0

    /// The size of the window in which the last bytes stand, in a circle; a reference goes back half
    /// of it at most (RFC 1951, 3.2.5), so that what is overwritten is neither needed nor unsummed.
    static let windowByteCount = 1 << 16

    private static let windowMask = windowByteCount - 1

    /// Creates an empty output.
    ///
    /// - Parameters:
    ///   - byteCountLimit: The most bytes that may come out.
    ///   - keptByteCount: How many of the first bytes are kept.
    init(byteCountLimit: Int, keepingFirst keptByteCount: Int) {
        self.byteCountLimit = byteCountLimit
        self.keptByteCount = keptByteCount
    }
}

extension InflateOutput {
    /// Adds one byte.
    ///
    /// - Throws: ``InflateError/tooLong`` where it is one too many.
    mutating func append(
        _ byte: UInt8,
        to window: inout MutableSpan<UInt8>
    ) throws(InflateError) {
        guard byteCount < byteCountLimit else { throw .tooLong }
        window[byteCount & Self.windowMask] = byte
        byteCount += 1
        if byteCount - summedByteCount >= Self.summedAtOnce { sumUp(window) }
    }

    /// Adds bytes that came before, one by one, because the copy may overlap what it writes: that is
    /// how runs are coded.
    ///
    /// Of a copy that is too long, the part is added for which there is room.
    mutating func copy(
        _ length: Int,
        from distance: Int,
        in window: inout MutableSpan<UInt8>
    ) throws(InflateError) {
        guard distance <= byteCount else { throw .malformed }
        let room = byteCountLimit - byteCount
        let mask = Self.windowMask
        var place = byteCount
        for _ in 0..<min(length, room) {
            window[place & mask] = window[(place - distance) & mask]
            place += 1
        }
        byteCount = place
        if byteCount - summedByteCount >= Self.summedAtOnce { sumUp(window) }
        guard length <= room else { throw .tooLong }
    }

    /// Adler-32 of the output (RFC 1950, 8.2), all of which was summed up.
    var checksum: Int { Int(sumOfSums) << 16 | Int(sum) }

    /// Takes what is new into the sum and, as far as wanted, into the beginning.
    mutating func sumUp(_ window: borrowing MutableSpan<UInt8>) {
        var place = summedByteCount
        while place < byteCount {
            let end = min(place + Self.additionsBeforeModulo, byteCount)
            var low = sum
            var high = sumOfSums
            for index in place..<end {
                low &+= UInt32(window[index & Self.windowMask])
                high &+= low
            }
            sum = low % 65_521
            sumOfSums = high % 65_521
            place = end
        }
        if beginning.count < keptByteCount {
            for index in summedByteCount..<min(byteCount, keptByteCount) {
                beginning.append(window[index & Self.windowMask])
            }
        }
        summedByteCount = byteCount
    }

    private static let summedAtOnce = 1 << 14

    /// As many as 32 bits have room for (zlib, adler32.c, `NMAX`).
    private static let additionsBeforeModulo = 5_552
}
