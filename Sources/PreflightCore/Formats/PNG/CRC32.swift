/// The checksum of PNG chunks (PNG, 5.5 and annex D).
struct CRC32 {
    private var register = UInt32.max

    /// The checksum of what was taken in.
    var value: UInt32 { ~register }

    /// Takes in more bytes.
    mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// Takes in more bytes, eight at a time: the contributions of eight bytes are independent of
    /// each other, and each has a table of its own ("slicing by 8", Kounavis and Berry, 2005).
    mutating func update(_ bytes: Span<UInt8>) {
        let tables = Self.tables.span
        var rest = register
        var offset = 0
        while offset <= bytes.count - 8 {
            var low = rest
            var high: UInt32 = 0
            for place in 0..<4 {
                low ^= UInt32(bytes[offset + place]) << UInt32(8 * place)
                high |= UInt32(bytes[offset + 4 + place]) << UInt32(8 * place)
            }
            rest = 0
            for place in 0..<4 {
                let shift = UInt32(8 * place)
                rest ^= tables[(7 - place) << 8 | Int(low >> shift & 0xFF)]
                rest ^= tables[(3 - place) << 8 | Int(high >> shift & 0xFF)]
            }
            offset += 8
        }
        while offset < bytes.count {
            rest = tables[Int((rest ^ UInt32(bytes[offset])) & 0xFF)] ^ (rest >> 8)
            offset += 1
        }
        register = rest
    }

    /// What each of the 256 bytes contributes, then what it contributes with one to seven bytes
    /// after it.
    private static let tables: [UInt32] = {
        var tables = (0..<256)
            .map { byte in
                (0..<8)
                    .reduce(UInt32(byte)) { rest, _ in
                        rest & 1 == 1 ? (rest >> 1) ^ polynomial : rest >> 1
                    }
            }
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
        }
        return tables
    }()

    /// x³² + x²⁶ + x²³ + … + 1, its bits in reverse.
    private static let polynomial: UInt32 = 0xEDB8_8320
}
