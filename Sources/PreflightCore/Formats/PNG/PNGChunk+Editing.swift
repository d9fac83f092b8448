extension PNGChunk {
    /// The bytes of a whole chunk: length, type, data and checksum (PNG, 5.3).
    static func bytes(type: Int, data: [UInt8] = []) -> [UInt8] {
        let typed = UInt32(truncatingIfNeeded: type).bigEndianBytes + data
        var checksum = CRC32()
        checksum.update(typed)
        return UInt32(truncatingIfNeeded: data.count).bigEndianBytes + typed
            + checksum.value.bigEndianBytes
    }
}

extension UInt32 {
    /// Four bytes, the most significant first.
    var bigEndianBytes: [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}

extension PNGChunk {
    /// Whether a decoder can show the picture without the chunk (PNG, 5.4: the first letter is
    /// small).
    var isAncillary: Bool { type >> 24 & 0x20 != 0 }

    /// Whether the chunk has to do with animation and nothing else (PNG, 4.9).
    var isOfAnimation: Bool { Self.animationTypes.contains(type) }

    /// Whether the chunk can change what is seen: critical, or one of the ancillary ones that
    /// govern transparency, colour, the shape of a pixel and animation.
    ///
    /// What other ancillary chunks hold, text, times, EXIF, previews, private data, is for others
    /// than the viewer.
    var isShown: Bool {
        !isAncillary || isOfAnimation || Self.appearanceTypes.contains(type)
    }

    private static let animationTypes: Set<Int> = [animationControl, frameControl, frameData]

    /// PNG, 11.3.1 (transparency), 11.3.2 (colour space), 11.3.4.1 (background), 11.3.4.3 (size of
    /// a pixel).
    private static let appearanceTypes = Set(
        [
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs",
        ]
        .map(typeCode)
    )

    /// Four letters as one integer, the first the most significant.
    static func typeCode(_ letters: String) -> Int {
        letters.utf8.reduce(0) { $0 << 8 | Int($1) }
    }
}
