import Testing

@testable import PreflightCore

/// Markers are found wherever they stand, though bytes are looked at in blocks.
struct JPEGMarkerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
    }

    /// What may stand around the border of a block.
    static let sequences: [Case] = [
        Case(testDescription: "a marker", bytes: [0xFF, 0xD9]),
        Case(testDescription: "the lowest code", bytes: [0xFF, 0x01]),
        Case(testDescription: "the highest code", bytes: [0xFF, 0xFE]),
        Case(testDescription: "before the restarts", bytes: [0xFF, 0xCF]),
        Case(testDescription: "after the restarts", bytes: [0xFF, 0xD8]),
        Case(testDescription: "the first restart and a marker", bytes: [0xFF, 0xD0, 0xFF, 0xDA]),
        Case(testDescription: "the last restart and a marker", bytes: [0xFF, 0xD7, 0xFF, 0xDA]),
        Case(testDescription: "a stuffed zero", bytes: [0xFF, 0x00]),
        Case(testDescription: "a stuffed zero and a marker", bytes: [0xFF, 0x00, 0xFF, 0xC4]),
        Case(testDescription: "filling and a marker", bytes: [0xFF, 0xFF, 0xFF, 0xE0]),
        Case(testDescription: "filling and a zero", bytes: [0xFF, 0xFF, 0x00, 0xFF, 0xE0]),
        Case(testDescription: "a prefix without a code", bytes: [0xFF]),
        Case(testDescription: "filling without a code", bytes: [0xFF, 0xFF]),
    ]

    @Test(arguments: sequences)
    func `a sequence is found at every place`(_ sequence: Case) {
        for before in 0...300 {
            for after in [0, 1, 130] {
                let around = [UInt8](repeating: 0x5A, count: before)
                let bytes = around + sequence.bytes + [UInt8](repeating: 0xA5, count: after)
                let found = JPEGMarker(in: bytes.span, from: 0)
                #expect(found?.endOffset == Self.endOffset(in: bytes, from: 0), "after \(before)")
                #expect(found?.code == found.map { bytes[$0.endOffset - 1] })
            }
        }
    }

    @Test(arguments: [0, 1, 2, 3] as [UInt64])
    func `bytes of every kind are read as one by one`(seed: UInt64) {
        let kinds: [UInt8] = [0xFF, 0x00, 0xD0, 0xD7, 0xD8, 0x01, 0x7F, 0x80]
        var state = seed
        let bytes = (0..<1000)
            .map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let isPlain = (state >> 40) % 50 != 0
                return isPlain ? 0x11 : kinds[Int(state >> 60) % kinds.count]
            }
        for offset in 0...bytes.count {
            let found = JPEGMarker(in: bytes.span, from: offset)
            #expect(found?.endOffset == Self.endOffset(in: bytes, from: offset))
        }
    }

    /// The offset after the first marker, byte by byte (T.81, B.1.1.2 and B.1.1.5).
    static func endOffset(in bytes: [UInt8], from start: Int) -> Int? {
        var isPrefixed = false
        for (offset, byte) in bytes.enumerated().dropFirst(start) {
            if byte == 0xFF {
                isPrefixed = true
                continue
            }
            if isPrefixed, byte != 0, !(0xD0...0xD7).contains(byte) { return offset + 1 }
            isPrefixed = false
        }
        return nil
    }
}
