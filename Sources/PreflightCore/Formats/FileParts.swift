/// The parts that a file is cut into: segments of a JPEG, chunks of a PNG or WebP, blocks of a GIF.
///
/// A part takes a few bytes of a file and much more of whoever reads it: libjpeg goes through a list
/// of all segments for each more that it keeps. Files have hundreds of parts, and the largest some
/// ten thousands.
package enum FileParts {
    /// The most parts of a PNG, GIF or WebP; a PNG has one for every 8 KiB as most programs write it.
    package static let countAtMost = 100_000

    /// The most segments of a JPEG, each of which can hold 64 KiB.
    package static let segmentCountAtMost = 20_000

    /// Makes sure that a file has no more parts than are read; the JPEG reader counts on its way.
    ///
    /// - Throws: ``HeaderError/tooManyParts(_:most:)``.
    static func requireFew(in bytes: Span<UInt8>, as format: ImageFormat) throws(HeaderError) {
        guard let least = leastByteCounts[format], bytes.count / least > countAtMost else { return }
        let count = count(in: bytes, as: format)
        guard count <= countAtMost else { throw .tooManyParts(count, most: countAtMost) }
    }

    /// The bytes that a part has at least: an empty chunk with its checksum, an extension without
    /// data, a chunk's header.
    private static let leastByteCounts: [ImageFormat: Int] = [.png: 12, .gif: 3, .webp: 8]

    /// How many parts a file has, without a look into them.
    static func count(in bytes: Span<UInt8>, as format: ImageFormat) -> Int {
        switch format {
        case .jpeg:
            count(from: 2) { offset in
                JPEGMarker(in: bytes, from: offset)
                    .map { $0.hasSegment ? $0.segmentEnd(in: bytes) ?? bytes.count : $0.endOffset }
            }
        case .png:
            count(from: PNGReader.signature.count) { PNGChunk(in: bytes, at: $0)?.endOffset }
        case .gif:
            count(from: (try? GIFScreen(of: bytes).endOffset) ?? bytes.count) { offset in
                GIFBlock(in: bytes, at: offset)?.range.upperBound
            }
        case .webp:
            count(from: WebPContainer.firstChunkOffset) { WebPChunk(in: bytes, at: $0)?.endOffset }
        default:
            0
        }
    }

    private static func count(from start: Int, _ end: (_ offset: Int) -> Int?) -> Int {
        var count = 0
        var offset = start
        while let next = end(offset) {
            count += 1
            offset = next
        }
        return count
    }
}
