/// The checksum of PNG chunks (PNG, 5.5 and annex D).
struct CRC32 {
    private var register = UInt32.max

    /// Takes in more bytes.
    mutating func update(_ bytes: [UInt8]) {
        for byte in bytes {
            let index = Int((register ^ UInt32(byte)) & 0xFF)
            register = Self.table[index] ^ (register >> 8)
        }
    }

    /// The checksum of what was taken in.
    var value: UInt32 { ~register }

    /// What each of the 256 bytes contributes.
    private static let table: [UInt32] = (0..<256)
        .map { byte in
            (0..<8)
                .reduce(UInt32(byte)) { rest, _ in
                    rest & 1 == 1 ? (rest >> 1) ^ polynomial : rest >> 1
                }
        }

    /// x³² + x²⁶ + x²³ + … + 1, its bits in reverse.
    private static let polynomial: UInt32 = 0xEDB8_8320
}
