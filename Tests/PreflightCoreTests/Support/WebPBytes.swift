/// The bytes of a small WebP file, put together chunk by chunk.
struct WebPBytes {
    /// The chunks, headers and padding included.
    private(set) var chunks: [UInt8] = []

    /// The whole file; the RIFF size covers the chunks unless another is given.
    func file(riffSize: Int? = nil) -> [UInt8] {
        let size = riffSize ?? 4 + chunks.count
        return Array("RIFF".utf8) + Self.littleEndian(size, byteCount: 4) + Array("WEBP".utf8)
            + chunks
    }

    /// Adds a chunk with its padding.
    func chunk(_ fourCC: String, _ payload: [UInt8]) -> WebPBytes {
        var copy = self
        copy.chunks += Self.chunkBytes(fourCC, payload)
        return copy
    }

    /// Adds a lossy bitstream: a key frame's header and two bytes.
    func lossy(_ width: Int, _ height: Int) -> WebPBytes {
        chunk("VP8 ", Self.lossyPayload(width, height) + [0, 0])
    }

    /// Adds a lossless bitstream.
    func lossless(_ width: Int, _ height: Int, usesAlpha: Bool = false) -> WebPBytes {
        chunk("VP8L", Self.losslessPayload(width, height, usesAlpha: usesAlpha))
    }

    /// Adds flags and canvas of an extended file.
    func extended(_ width: Int, _ height: Int, flags: UInt8 = 0) -> WebPBytes {
        chunk(
            "VP8X",
            [flags, 0, 0, 0] + Self.littleEndian(width - 1, byteCount: 3)
                + Self.littleEndian(height - 1, byteCount: 3)
        )
    }

    /// Adds a frame; offsets in pixels, which the file stores halved.
    func frame(
        at left: Int = 0,
        _ top: Int = 0,
        size width: Int,
        _ height: Int,
        contents: WebPBytes
    ) -> WebPBytes {
        var payload: [UInt8] = []
        for value in [left / 2, top / 2, width - 1, height - 1, 100] {
            payload += Self.littleEndian(value, byteCount: 3)
        }
        return chunk("ANMF", payload + [0] + contents.chunks)
    }

    /// A key frame's header without what follows; the start code can be replaced.
    static func lossyPayload(
        _ width: Int,
        _ height: Int,
        tag: [UInt8] = [0x10, 0x02, 0x00],
        startCode: [UInt8] = [0x9D, 0x01, 0x2A]
    ) -> [UInt8] {
        tag + startCode + littleEndian(width, byteCount: 2) + littleEndian(height, byteCount: 2)
    }

    /// A lossless header and one byte of data.
    static func losslessPayload(
        _ width: Int,
        _ height: Int,
        usesAlpha: Bool = false,
        signature: UInt8 = 0x2F,
        version: Int = 0
    ) -> [UInt8] {
        let alpha = usesAlpha ? 1 << 28 : 0
        let fields = width - 1 | (height - 1) << 14 | alpha | version << 29
        return [signature] + littleEndian(fields, byteCount: 4) + [0x07]
    }

    private static func chunkBytes(_ fourCC: String, _ payload: [UInt8]) -> [UInt8] {
        Array(fourCC.utf8) + littleEndian(payload.count, byteCount: 4) + payload
            + (payload.count.isMultiple(of: 2) ? [] : [0])
    }

    private static func littleEndian(_ value: Int, byteCount: Int) -> [UInt8] {
        (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
