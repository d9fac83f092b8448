/// What of a file a decoder is given.
///
/// Decoders spend time and memory on what adds nothing to the picture: libexif follows directories
/// that point at each other, libjpeg goes through a list of all metadata for each more, libpng makes
/// room for as many bytes as a chunk claims to have. Such parts are read by the readers here, once
/// and in linear time, and no decoder sees them.
package enum DecoderInput {
    /// The file without EXIF data and, of a PNG, without a chunk that it ends inside; the pixels and
    /// the colours stay.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - format: Its format.
    /// - Returns: The file as a decoder is given it; `bytes` where nothing is to be left out.
    package static func spared(_ bytes: [UInt8], as format: ImageFormat) -> [UInt8] {
        switch format {
        case .jpeg: jpeg(bytes)
        case .png: png(bytes)
        case .webp: webp(bytes)
        default: bytes
        }
    }
}

extension DecoderInput {
    /// Makes comments of the segments before the first scan in which EXIF, XMP and IPTC stand: every
    /// decoder passes over those, and no byte moves.
    private static func jpeg(_ bytes: [UInt8]) -> [UInt8] {
        var spared = bytes
        var offset = 2
        while let marker = JPEGMarker(in: bytes.span, from: offset),
            marker.code != JPEGMarker.startOfScan, marker.code != JPEGMarker.endOfImage
        {
            offset = marker.endOffset
            guard marker.hasSegment else { continue }
            guard let end = marker.segmentEnd(in: bytes.span) else { break }
            if JPEGMarker.metadataApplications.contains(marker.code) {
                spared[marker.endOffset - 1] = JPEGMarker.comment
            }
            offset = end
        }
        return spared
    }

    /// Leaves out EXIF before the image data, and all from a chunk on that the file ends inside,
    /// unless that is one of image data, of which a part can be shown.
    private static func png(_ bytes: [UInt8]) -> [UInt8] {
        var spared: [UInt8] = []
        var copied = 0
        var offset = PNGReader.signature.count
        while let chunk = PNGChunk(in: bytes.span, at: offset) {
            let isImageData = [PNGChunk.imageData, PNGChunk.frameData].contains(chunk.type)
            if !chunk.isComplete, !isImageData { return spared + bytes[copied..<offset] }
            let next = min(chunk.endOffset, bytes.count)
            if chunk.type == PNGChunk.exif {
                spared += bytes[copied..<offset]
                copied = next
            }
            offset = next
        }
        return copied == 0 ? bytes : spared + bytes[copied...]
    }

    /// Gives EXIF chunks a name that no decoder knows.
    private static func webp(_ bytes: [UInt8]) -> [UInt8] {
        var spared = bytes
        var offset = WebPContainer.firstChunkOffset
        while let chunk = WebPChunk(in: bytes.span, at: offset) {
            if chunk.kind == .exif {
                let name = chunk.payload.lowerBound - WebPChunk.headerByteCount
                spared.replaceSubrange(name..<name + 4, with: "none".utf8)
            }
            offset = chunk.endOffset
        }
        return spared
    }
}

extension JPEGMarker {
    /// APP1 and APP13, which hold nothing that the picture is made of: EXIF and XMP, IPTC (Exif 3.0,
    /// 4.7.2; Adobe, "XMP Specification Part 3", 1.1.3).
    fileprivate static let metadataApplications: Set<UInt8> = [0xE1, 0xED]
}
