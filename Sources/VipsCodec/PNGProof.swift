internal import CPNG
internal import PreflightCore

/// The proof that a PNG decodes, without its pixels: its chunks and their checksums, its compressed
/// stream and how long that is, and what stands before each row.
///
/// It passes only still pictures that are not interlaced. Whatever else there is, libvips is asked.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition.
struct PNGProof {
    let size: PixelSize
    let bitDepth: Int
    let colorType: Int
    private var paletteCount = 0
    /// The colours of the palette, three bytes each, and how opaque the first of them are.
    private(set) var palette: [UInt8] = []
    private(set) var opacities: [UInt8] = []
    private var imageData: [Range<Int>] = []
    private var hasImageDataEnded = false

    /// What is measured of a file that was proven; nil where it was not.
    static func verified(_ bytes: [UInt8]) -> DecodedImage? {
        unsafe bytes.withUnsafeBytes { raw in
            guard var proof = unsafe PNGProof(of: raw), unsafe proof.takeChunks(of: raw) else {
                return nil
            }
            let rows = PNGRows(of: proof)
            guard unsafe proof.provesRows(of: raw, shownTo: rows) else { return nil }
            return DecodedImage(
                size: proof.size,
                frameCount: 1,
                quality: rows.quality,
                isImageDataProven: true
            )
        }
    }

    /// Reads the header; nil where it is not one of a still picture in rows (11.2.1).
    private init?(of bytes: UnsafeRawBufferPointer) {
        let start = Self.signature.count
        guard let chunk = unsafe Chunk(in: bytes, at: start), chunk.type == .imageHeader,
            chunk.data.count == 13, unsafe bytes.prefix(start).elementsEqual(Self.signature)
        else { return nil }
        let data = chunk.data.lowerBound
        size = unsafe PixelSize(
            width: bytes.bigEndian32(at: data),
            height: bytes.bigEndian32(at: data + 4)
        )
        bitDepth = unsafe Int(bytes[data + 8])
        colorType = unsafe Int(bytes[data + 9])
        let methods = unsafe bytes[data + 10..<data + 13]
        guard size.width > 0, size.height > 0, size.longEdge <= Self.edgePixelsAtMost,
            Self.bitDepths[colorType]?.contains(bitDepth) == true,
            unsafe methods.allSatisfy({ $0 == 0 })
        else { return nil }
    }
}

extension PNGProof {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// libpng's own limit, in pixels.
    private static let edgePixelsAtMost = 1_000_000

    /// libpng takes longer ones only where it is told to; what is shown needs far less.
    private static let ancillaryByteCountAtMost = 1 << 20

    /// The depths that go with a colour type, by its number (11.2.1, table 12).
    private static let bitDepths: [Int: Set<Int>] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    private static let samplesInPixel = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]

    /// The bytes of a row with the one for its filter (7.2).
    private var rowByteCount: Int {
        1 + (size.width * bitDepth * (Self.samplesInPixel[colorType] ?? 1) + 7) / 8
    }

    private var isPalette: Bool { colorType == 3 }
}

extension PNGProof {
    /// A chunk that is in the file whole (5.3).
    private struct Chunk {
        let type: ChunkType
        let data: Range<Int>
        let endOffset: Int

        init?(in bytes: UnsafeRawBufferPointer, at offset: Int) {
            guard offset + 12 <= bytes.count else { return nil }
            let count = unsafe bytes.bigEndian32(at: offset)
            guard count <= bytes.count - offset - 12,
                let type = unsafe ChunkType(bytes[offset + 4..<offset + 8])
            else { return nil }
            self.type = type
            data = offset + 8..<offset + 8 + count
            endOffset = data.upperBound + 4
            let checksum = unsafe cpng_checksum(bytes.address(of: offset + 4), 4 + count)
            guard unsafe Int(checksum) == bytes.bigEndian32(at: data.upperBound) else { return nil }
        }
    }

    /// What a chunk is to the proof.
    ///
    /// What is wrong with a chunk that may be left out (5.4), libpng leaves out, as it does those that
    /// it does not know.
    private enum ChunkType: Equatable {
        case imageHeader, palette, transparency, imageData, imageEnd, ancillary

        /// The kind of a type; nil for one that is no type, that decoders have to know, or that makes
        /// an animation.
        init?(_ type: some Collection<UInt8>) {
            switch String(decoding: type, as: UTF8.self) {
            case "IHDR": self = .imageHeader
            case "PLTE": self = .palette
            case "tRNS": self = .transparency
            case "IDAT": self = .imageData
            case "IEND": self = .imageEnd
            case "acTL", "fcTL", "fdAT": return nil
            default:
                guard type.allSatisfy({ (0x41...0x5A).contains($0 & ~0x20) }),
                    type.first.map({ $0 & 0x20 != 0 }) == true
                else { return nil }
                self = .ancillary
            }
        }
    }

    /// Goes through all chunks after the header; false where one is not in order.
    private mutating func takeChunks(of bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = Self.signature.count + 25
        while let chunk = unsafe Chunk(in: bytes, at: offset) {
            offset = chunk.endOffset
            switch chunk.type {
            case .imageHeader: return false
            case .imageEnd: return chunk.data.isEmpty && !imageData.isEmpty
            case .palette:
                guard takePalette(chunk) else { return false }
                palette = unsafe Array(bytes[chunk.data])
            case .transparency:
                // What one colour of all means for the picture, libvips knows.
                guard isPalette, imageData.isEmpty, chunk.data.count <= 256 else { return false }
                opacities = unsafe Array(bytes[chunk.data])
            case .imageData:
                guard !hasImageDataEnded, !isPalette || paletteCount > 0 else { return false }
                imageData.append(chunk.data)
            case .ancillary:
                guard chunk.data.count <= Self.ancillaryByteCountAtMost else { return false }
                hasImageDataEnded = !imageData.isEmpty
            }
        }
        return false
    }

    /// A palette has colours of three bytes, at most as many as there are numbers for (11.2.2).
    private mutating func takePalette(_ chunk: Chunk) -> Bool {
        let count = chunk.data.count / 3
        guard isPalette, paletteCount == 0, imageData.isEmpty, count > 0, chunk.data.count % 3 == 0,
            count <= 1 << bitDepth
        else { return false }
        paletteCount = count
        return true
    }

    /// Has the image data uncompressed and each row looked at.
    ///
    /// Where the palette leaves numbers out, they are looked at too if they are whole bytes; if not,
    /// nothing is proven.
    private func provesRows(
        of bytes: UnsafeRawBufferPointer,
        shownTo shown: PNGRows
    ) -> Bool {
        let isPartial = isPalette && paletteCount < 1 << bitDepth
        guard !isPartial || bitDepth == 8 else { return false }
        let rows = unsafe cpng_rows(
            row_count: size.height,
            row_byte_count: rowByteCount,
            color_count: isPartial ? UInt32(paletteCount) : 0,
            pixel_byte_count: max(1, bitDepth * (Self.samplesInPixel[colorType] ?? 1) / 8),
            context: Unmanaged.passUnretained(shown).toOpaque(),
            take: { context, bytes, byteCount in
                guard let context = unsafe context else { return }
                let shown = unsafe Unmanaged<PNGRows>.fromOpaque(context).takeUnretainedValue()
                let row = unsafe UnsafeBufferPointer(start: bytes, count: byteCount)
                unsafe shown.take(row.span)
            }
        )
        let pieces = unsafe imageData.map { range in
            unsafe cpng_piece(
                bytes: bytes.address(of: range.lowerBound),
                byte_count: range.count
            )
        }
        return withExtendedLifetime(shown) {
            unsafe cpng_has_rows(pieces, pieces.count, rows) != 0
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Where the byte at an offset stands.
    fileprivate func address(of offset: Int) -> UnsafePointer<UInt8>? {
        unsafe baseAddress.map { unsafe ($0 + offset).assumingMemoryBound(to: UInt8.self) }
    }

    /// The four bytes at an offset, all of them in the buffer, as a number.
    fileprivate func bigEndian32(at offset: Int) -> Int {
        unsafe Int(UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}
