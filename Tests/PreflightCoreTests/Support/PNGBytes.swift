/// A small PNG file, put together chunk by chunk, with right checksums unless another is given.
struct PNGBytes {
    /// The file so far.
    private(set) var bytes: [UInt8]
    /// The number of the next chunk of an animation.
    private var sequenceNumber = 0

    /// A file that holds nothing but the signature.
    static let signatureOnly = PNGBytes(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Creates a file that begins with `IHDR`; `methods` are compression, filter and interlace.
    init(
        width: Int = 4,
        height: Int = 3,
        bitDepth: UInt8 = 8,
        colorType: UInt8 = 2,
        methods: [UInt8] = [0, 0, 0]
    ) {
        let size = width.bigEndianBytes(4) + height.bigEndianBytes(4)
        self = .signatureOnly.chunk("IHDR", size + [bitDepth, colorType] + methods)
    }

    /// Adds a chunk.
    func chunk(_ type: String, _ data: [UInt8] = [], checksum: [UInt8]? = nil) -> PNGBytes {
        let typed = Array(type.utf8) + data
        return appending(
            data.count.bigEndianBytes(4) + typed + (checksum ?? Self.checksum(of: typed))
        )
    }

    /// The checksum, bit by bit as annex D describes it.
    private static func checksum(of bytes: [UInt8]) -> [UInt8] {
        var register = UInt32.max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 {
                register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1
            }
        }
        return Int(~register).bigEndianBytes(4)
    }

    /// Adds an `IDAT` with one byte, which is enough to be counted.
    func imageData() -> PNGBytes {
        chunk("IDAT", [1])
    }

    /// Adds an `acTL` that claims this number of frames.
    func animation(claiming frameCount: Int) -> PNGBytes {
        chunk("acTL", frameCount.bigEndianBytes(4) + 0.bigEndianBytes(4))
    }

    /// Adds an `fcTL` for a frame with this rectangle.
    func frameControl(x: Int = 0, y: Int = 0, width: Int = 4, height: Int = 3) -> PNGBytes {
        let numbers = [sequenceNumber, width, height, x, y].flatMap { $0.bigEndianBytes(4) }
        return numbered().chunk("fcTL", numbers + [0, 1, 0, 10, 0, 0])
    }

    /// Adds an `fdAT` with a sequence number and this many bytes of data.
    func frameData(byteCount: Int = 1) -> PNGBytes {
        frameData([UInt8](repeating: 0, count: byteCount))
    }

    /// Adds an `fdAT` with a sequence number and this data.
    func frameData(_ data: [UInt8]) -> PNGBytes {
        numbered().chunk("fdAT", sequenceNumber.bigEndianBytes(4) + data)
    }

    private func numbered() -> PNGBytes {
        var copy = self
        copy.sequenceNumber += 1
        return copy
    }

    /// Adds an `iCCP` with a profile in a zlib stream.
    func profile(zlib stream: [UInt8]) -> PNGBytes {
        chunk("iCCP", Array("name\0\0".utf8) + stream)
    }

    /// Adds `IEND`.
    func end() -> PNGBytes {
        chunk("IEND")
    }

    /// Adds bytes as they are.
    func appending(_ more: [UInt8]) -> PNGBytes {
        var copy = self
        copy.bytes += more
        return copy
    }
}
