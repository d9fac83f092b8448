/// A small JPEG file, put together marker by marker; a new one holds the start of image only.
struct JPEGBytes {
    /// The file so far.
    private(set) var bytes: [UInt8] = [0xFF, 0xD8]

    /// The components of the last frame, which a scan codes all.
    private var componentCount = 3

    /// Adds a marker with a segment whose length is right.
    func segment(_ code: UInt8, _ payload: [UInt8]) -> JPEGBytes {
        appending([0xFF, code] + (payload.count + 2).bigEndianBytes(2) + payload)
    }

    /// Adds a frame header, baseline unless `code` says otherwise.
    func frame(
        _ code: UInt8 = 0xC0,
        width: Int = 4,
        height: Int = 3,
        precision: UInt8 = 8,
        componentCount: Int = 3
    ) -> JPEGBytes {
        let components = (0..<componentCount)
            .flatMap { index -> [UInt8] in
                [UInt8(index + 1), 0x11, 0]
            }
        let size = height.bigEndianBytes(2) + width.bigEndianBytes(2)
        var copy = segment(code, [precision] + size + [UInt8(componentCount)] + components)
        copy.componentCount = componentCount
        return copy
    }

    /// Adds a scan: its header and coded data, in which 0xFF must be followed by 0x00 to be data.
    func scan(_ data: [UInt8] = [0x12, 0xFF, 0x00, 0x34]) -> JPEGBytes {
        let components = (0..<componentCount).flatMap { index -> [UInt8] in [UInt8(index + 1), 0] }
        return segment(0xDA, [UInt8(componentCount)] + components + [0, 63, 0]).appending(data)
    }

    /// Adds an APP1 segment with EXIF data.
    func exif(_ tiff: [UInt8]) -> JPEGBytes {
        segment(0xE1, Array("Exif\0\0".utf8) + tiff)
    }

    /// Adds an APP2 segment with one part of an ICC profile.
    func profilePart(_ number: UInt8, of partCount: UInt8, _ part: [UInt8]) -> JPEGBytes {
        segment(0xE2, Array("ICC_PROFILE\0".utf8) + [number, partCount] + part)
    }

    /// Adds the end of image.
    func end() -> JPEGBytes {
        appending([0xFF, 0xD9])
    }

    /// Adds bytes as they are.
    func appending(_ more: [UInt8]) -> JPEGBytes {
        var copy = self
        copy.bytes += more
        return copy
    }
}

extension Int {
    /// The last `byteCount` bytes of the integer, the most significant first.
    func bigEndianBytes(_ byteCount: Int) -> [UInt8] {
        (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }
}
