import Testing

@testable import PreflightCore

/// The checksum of PNG chunks.
struct CRC32Tests {
    @Test(
        arguments: [
            ("", 0), ("a", 0xE8B7_BE43), ("IEND", 0xAE42_6082), ("123456789", 0xCBF4_3926),
        ] as [(String, UInt32)]
    )
    func `Known values`(_ text: String, _ expected: UInt32) {
        var checksum = CRC32()
        checksum.update(Array(text.utf8))
        #expect(checksum.value == expected)
    }

    @Test
    func `Parts make a whole`() {
        var checksum = CRC32()
        checksum.update(Array("1234".utf8))
        checksum.update(Array("56789".utf8))
        #expect(checksum.value == 0xCBF4_3926)
    }
}
