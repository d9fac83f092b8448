import Testing

@testable import PreflightCore

@Suite struct InflateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var stream: [UInt8]
        var expected: [UInt8]?
        var testDescription: String { name }
    }

    static let quotation = """
        to be, or not to be, that is the question: whether 'tis nobler in the mind to suffer \
        the slings and arrows of outrageous fortune, or to take arms against a sea of troubles, \
        and by opposing end them
        """

    /// The quotation above as zlib compresses it, in one block with codes of its own.
    static let dynamicBlock: [UInt8] = [
        0x78, 0xDA, 0x25, 0x8D, 0x41, 0x12, 0xC3, 0x30, 0x08, 0x03, 0xBF, 0xA2, 0x5B, 0x2F, 0x79,
        0x41, 0x7F, 0x83, 0xA7, 0x38, 0xF1, 0x34, 0x86, 0x04, 0xF0, 0x64, 0xFA, 0xFB, 0xE2, 0xE4,
        0x04, 0x48, 0xAC, 0x14, 0x8A, 0xC2, 0x0B, 0xD4, 0x20, 0x1A, 0x88, 0xE7, 0x8A, 0x8D, 0x02,
        0xCD, 0x73, 0x32, 0xCE, 0xC1, 0x1E, 0x4D, 0xE5, 0x8D, 0x6B, 0xE3, 0x14, 0x0C, 0xAF, 0x48,
        0x4B, 0xB4, 0xEC, 0xB9, 0x37, 0xB9, 0x9F, 0x7A, 0x93, 0xCF, 0x84, 0x7D, 0xD4, 0x9A, 0xEA,
        0x94, 0x7C, 0x6F, 0xB2, 0x3A, 0x28, 0x0D, 0x32, 0xD3, 0xCB, 0xA1, 0x15, 0x3A, 0xC2, 0x68,
        0x65, 0x1D, 0x8E, 0xAA, 0x16, 0x43, 0x9E, 0xEA, 0x24, 0x83, 0xBE, 0x9C, 0x8F, 0x3D, 0x89,
        0x95, 0x9A, 0x78, 0x80, 0xE0, 0x4C, 0x13, 0x0A, 0xD3, 0x91, 0x65, 0xBE, 0xDC, 0x61, 0xE5,
        0x07, 0x3D, 0x0E, 0xF5, 0x4C, 0x07, 0xCF, 0xD6, 0x8D, 0xFB, 0x1F, 0x09, 0x53, 0x46, 0xA1,
    ]

    static let fixedBlock: [UInt8] = [
        0x78, 0x01, 0x4B, 0x4C, 0x4A, 0x4E, 0x84, 0x21, 0x00, 0x1D, 0xE0, 0x04, 0x99,
    ]

    static let cases: [Case] = [
        Case(name: "stored", stream: ZlibBytes.stored([1, 2, 3]), expected: [1, 2, 3]),
        Case(name: "nothing", stream: [0x78, 0xDA, 3, 0, 0, 0, 0, 1], expected: []),
        Case(
            name: "two stored blocks",
            stream: ZlibBytes.stored([UInt8](repeating: 7, count: 65_536)),
            expected: [UInt8](repeating: 7, count: 65_536)
        ),
        Case(name: "fixed codes", stream: fixedBlock, expected: Array("abcabcabcabc".utf8)),
        Case(
            name: "a copy that overlaps what it writes",
            stream: [
                0x78, 0xDA, 0x4B, 0x4C, 0x1C, 0x05, 0xC4, 0x02, 0x00, 0xD8, 0xA8, 0x71, 0xAD,
            ],
            expected: [UInt8](repeating: 0x61, count: 300)
        ),
        Case(name: "dynamic codes", stream: dynamicBlock, expected: Array(quotation.utf8)),
        Case(
            name: "bytes after the end",
            stream: fixedBlock + [1, 2, 3],
            expected: Array("abcabcabcabc".utf8)
        ),
        Case(name: "empty stream", stream: []),
        Case(name: "another method", stream: [0x77, 0x85] + fixedBlock.dropFirst(2)),
        Case(name: "wrong check value", stream: [0x78, 0x02] + fixedBlock.dropFirst(2)),
        Case(name: "preset dictionary", stream: [0x78, 0x20] + fixedBlock.dropFirst(2)),
        Case(name: "wrong checksum", stream: fixedBlock.dropLast() + [0]),
        Case(name: "no checksum", stream: fixedBlock.dropLast(4)),
        Case(name: "block of no kind", stream: [0x78, 0x01, 0b111, 0, 0, 0, 0, 1]),
        Case(name: "length without its complement", stream: [0x78, 0x01, 1, 1, 0, 0, 0, 9]),
        Case(name: "distance before the start", stream: [0x78, 0x01, 0b10000011, 0, 0, 0, 0, 0]),
        Case(name: "endless", stream: [0x78, 0x01] + [UInt8](repeating: 0, count: 100)),
    ]

    @Test(arguments: cases)
    func uncompressesOrGivesUp(_ row: Case) {
        #expect(Inflate.zlib(row.stream, byteCountLimit: 100_000) == row.expected)
    }

    @Test(arguments: [(11, false), (12, true), (13, true)])
    func limitsWhatItReturns(byteCountLimit: Int, fits: Bool) {
        for stream in [Self.fixedBlock, ZlibBytes.stored(Array("abcabcabcabc".utf8))] {
            #expect((Inflate.zlib(stream, byteCountLimit: byteCountLimit) != nil) == fits)
        }
    }

    @Test(arguments: [fixedBlock, dynamicBlock])
    func refusesEveryTruncation(_ stream: [UInt8]) {
        for byteCount in 0..<stream.count {
            #expect(Inflate.zlib(Array(stream.prefix(byteCount)), byteCountLimit: 1_000) == nil)
        }
    }

    @Test(arguments: [fixedBlock, dynamicBlock])
    func neverReturnsChangedDataForAChangedStream(_ stream: [UInt8]) {
        let original = Inflate.zlib(stream, byteCountLimit: 1_000)
        for offset in stream.indices {
            for bit in 0..<8 {
                var changed = stream
                changed[offset] ^= 1 << bit
                let found = Inflate.zlib(changed, byteCountLimit: 1_000)
                #expect(found == nil || found == original, "bit \(bit) of byte \(offset)")
            }
        }
    }
}
