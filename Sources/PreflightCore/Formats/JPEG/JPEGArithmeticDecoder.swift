/// The binary decisions of an arithmetically coded JPEG scan.
///
/// Where the data end, decoders go on with zeros, since coders leave out the zeros that data end in;
/// no decoder says how many it made up.
///
/// Source: ITU-T T.81, annex D.
struct JPEGArithmeticDecoder {
    /// The bytes that were asked for after the end of the data.
    private(set) var madeUpByteCount = 0

    /// The next byte that is not taken in yet.
    private(set) var offset: Int

    private let bytes: [UInt8]
    private let end: Int
    private var code = 0
    private var interval = 0
    private var shiftCount = -16

    /// Creates a decoder of the bytes before `end`.
    init(_ bytes: [UInt8], from offset: Int, to end: Int) {
        self.bytes = bytes
        self.offset = offset
        self.end = end
    }

    /// Decides by the state of one context, and brings that up to date (D.2.4 and D.2.5).
    mutating func decide(_ state: inout UInt8) -> Bool {
        while interval < 0x8000 { renormalize() }
        let estimate = Self.estimates[Int(state & 0x7F)]
        let likelier = state & 0x80
        let less = Int(estimate.less)
        interval -= less
        let isInUpper = code >= interval << shiftCount
        if isInUpper {
            code -= interval << shiftCount
        } else if interval >= 0x8000 {
            return likelier != 0
        }
        // Where the smaller interval is that of the likelier decision, the two are exchanged.
        let isLess = (interval < less) != isInUpper
        if isInUpper { interval = less }
        state =
            isLess
            ? (likelier ^ (estimate.exchanges ? 0x80 : 0)) | estimate.afterLess
            : likelier | estimate.afterMore
        return (likelier != 0) != isLess
    }

    /// Goes on after the next restart marker, if it comes before any other.
    ///
    /// - Returns: Its number, 0 to 7; nil where there is none.
    mutating func restart() -> Int? {
        var reader = JPEGBitReader(bytes, from: offset, to: end)
        let number = reader.restart()
        self = JPEGArithmeticDecoder(bytes, from: reader.offset, to: end)
        return number
    }

    private mutating func renormalize() {
        shiftCount -= 1
        if shiftCount < 0 {
            code = code << 8 | nextByte()
            shiftCount += 8
            // The first two bytes fill the register before anything is decided.
            if shiftCount < 0 {
                shiftCount += 1
                if shiftCount == 0 { interval = 0x8000 }
            }
        }
        interval <<= 1
    }

    private mutating func nextByte() -> Int {
        guard offset < end else {
            madeUpByteCount += 1
            return 0
        }
        let byte = bytes[offset]
        guard byte == 0xFF else {
            offset += 1
            return Int(byte)
        }
        // Within data 0xFF is followed by 0 (B.1.1.5); anything else is a marker.
        guard offset + 1 < end, bytes[offset + 1] == 0 else {
            madeUpByteCount += 1
            return 0
        }
        offset += 2
        return 0xFF
    }
}

extension JPEGArithmeticDecoder {
    /// The state for decisions of which both are as likely, and which stays (T.851, 10.3).
    static let evenState: UInt8 = 113

    /// One row of table D.3.
    private struct Estimate {
        /// The size of the interval of the less likely decision.
        let less: UInt16
        /// The state after that decision.
        let afterLess: UInt8
        /// The state after the likelier one.
        let afterMore: UInt8
        /// Whether the less likely decision becomes the likelier one.
        let exchanges: Bool

        init(_ less: UInt16, _ afterLess: UInt8, _ afterMore: UInt8, _ exchanges: Bool = false) {
            self.less = less
            self.afterLess = afterLess
            self.afterMore = afterMore
            self.exchanges = exchanges
        }
    }

    private static let estimates: [Estimate] = [
        .init(0x5A1D, 1, 1, true), .init(0x2586, 14, 2), .init(0x1114, 16, 3),
        .init(0x080B, 18, 4), .init(0x03D8, 20, 5), .init(0x01DA, 23, 6), .init(0x00E5, 25, 7),
        .init(0x006F, 28, 8), .init(0x0036, 30, 9), .init(0x001A, 33, 10), .init(0x000D, 35, 11),
        .init(0x0006, 9, 12), .init(0x0003, 10, 13), .init(0x0001, 12, 13),
        .init(0x5A7F, 15, 15, true), .init(0x3F25, 36, 16), .init(0x2CF2, 38, 17),
        .init(0x207C, 39, 18), .init(0x17B9, 40, 19), .init(0x1182, 42, 20),
        .init(0x0CEF, 43, 21), .init(0x09A1, 45, 22), .init(0x072F, 46, 23),
        .init(0x055C, 48, 24), .init(0x0406, 49, 25), .init(0x0303, 51, 26),
        .init(0x0240, 52, 27), .init(0x01B1, 54, 28), .init(0x0144, 56, 29),
        .init(0x00F5, 57, 30), .init(0x00B7, 59, 31), .init(0x008A, 60, 32),
        .init(0x0068, 62, 33), .init(0x004E, 63, 34), .init(0x003B, 32, 35),
        .init(0x002C, 33, 9), .init(0x5AE1, 37, 37, true), .init(0x484C, 64, 38),
        .init(0x3A0D, 65, 39), .init(0x2EF1, 67, 40), .init(0x261F, 68, 41),
        .init(0x1F33, 69, 42), .init(0x19A8, 70, 43), .init(0x1518, 72, 44),
        .init(0x1177, 73, 45), .init(0x0E74, 74, 46), .init(0x0BFB, 75, 47),
        .init(0x09F8, 77, 48), .init(0x0861, 78, 49), .init(0x0706, 79, 50),
        .init(0x05CD, 48, 51), .init(0x04DE, 50, 52), .init(0x040F, 50, 53),
        .init(0x0363, 51, 54), .init(0x02D4, 52, 55), .init(0x025C, 53, 56),
        .init(0x01F8, 54, 57), .init(0x01A4, 55, 58), .init(0x0160, 56, 59),
        .init(0x0125, 57, 60), .init(0x00F6, 58, 61), .init(0x00CB, 59, 62),
        .init(0x00AB, 61, 63), .init(0x008F, 61, 32), .init(0x5B12, 65, 65, true),
        .init(0x4D04, 80, 66), .init(0x412C, 81, 67), .init(0x37D8, 82, 68),
        .init(0x2FE8, 83, 69), .init(0x293C, 84, 70), .init(0x2379, 86, 71),
        .init(0x1EDF, 87, 72), .init(0x1AA9, 87, 73), .init(0x174E, 72, 74),
        .init(0x1424, 72, 75), .init(0x119C, 74, 76), .init(0x0F6B, 74, 77),
        .init(0x0D51, 75, 78), .init(0x0BB6, 77, 79), .init(0x0A40, 77, 48),
        .init(0x5832, 80, 81, true), .init(0x4D1C, 88, 82), .init(0x438E, 89, 83),
        .init(0x3BDD, 90, 84), .init(0x34EE, 91, 85), .init(0x2EAE, 92, 86),
        .init(0x299A, 93, 87), .init(0x2516, 86, 71), .init(0x5570, 88, 89, true),
        .init(0x4CA9, 95, 90), .init(0x44D9, 96, 91), .init(0x3E22, 97, 92),
        .init(0x3824, 99, 93), .init(0x32B4, 99, 94), .init(0x2E17, 93, 86),
        .init(0x56A8, 95, 96, true), .init(0x4F46, 101, 97), .init(0x47E5, 102, 98),
        .init(0x41CF, 103, 99), .init(0x3C3D, 104, 100), .init(0x375E, 99, 93),
        .init(0x5231, 105, 102), .init(0x4C0F, 106, 103), .init(0x4639, 107, 104),
        .init(0x415E, 103, 99), .init(0x5627, 105, 106, true), .init(0x50E7, 108, 107),
        .init(0x4B85, 109, 103), .init(0x5597, 110, 109), .init(0x504F, 111, 107),
        .init(0x5A10, 110, 111, true), .init(0x5522, 112, 109), .init(0x59EB, 112, 111, true),
        .init(0x5A1D, 113, 113),
    ]
}
