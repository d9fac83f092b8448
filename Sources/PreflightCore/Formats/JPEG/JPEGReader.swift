/// Reads the header of a JPEG file by walking its marker segments from start to end of image.
///
/// What libjpeg tolerates is tolerated: fill bytes, and stray bytes between segments. The walk goes
/// through all scans, since a progressive file has several, and ends at the first end-of-image
/// marker, or where a second picture begins; thumbnails stand within segments, which are skipped by their length.
///
/// Source: ITU-T T.81, annex B.
enum JPEGReader {
    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where the file does not begin with a start-of-image marker, or no
    ///   valid frame header is found.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        try contents(of: bytes).header(of: bytes)
    }

    /// What is met in the file `bytes`, up to its end or to where its picture cannot go on.
    static func contents(of bytes: Span<UInt8>) throws(HeaderError) -> JPEGContents {
        guard bytes.matches([0xFF, JPEGMarker.startOfImage]) else {
            throw .malformed(offset: 0, reason: "no start-of-image marker")
        }
        var contents = JPEGContents()
        var offset = 2
        var segmentCount = 0
        while let marker = JPEGMarker(in: bytes, from: offset) {
            offset = try contents.take(marker, from: offset, in: bytes)
            segmentCount += 1
            guard segmentCount <= FileParts.segmentCountAtMost else {
                throw .tooManyParts(
                    FileParts.count(in: bytes, as: .jpeg),
                    most: FileParts.segmentCountAtMost
                )
            }
            if contents.isOver { break }
        }
        return contents
    }
}
