/// Edits a JPEG file segment by segment; picture data is copied as it stands.
///
/// The file is walked through as ``JPEGReader`` does it, so that both agree on what a segment is.
///
/// Source: ITU-T T.81, annex B.
struct JPEGEdit {
    let bytes: [UInt8]
    private let edit: FileEdit
    private let orientation: Orientation
    /// What the file was found to hold.
    let contents: JPEGContents
    /// The offset after the picture data where a file without end marker has all of it.
    private let pictureEnd: Int?
    /// Bytes that belong to nothing, in their order; those that are written already are gone.
    private var strayBytes: ArraySlice<Range<Int>>
    var output: [UInt8] = []
    private var hasExif = false
    private(set) var hasScan = false

    /// Edits a file with a valid header.
    ///
    /// - Returns: The new file, or nil where metadata or a cut stands amid picture data, or a foreign
    ///   marker follows data whose end is not known.
    static func edited(
        _ bytes: [UInt8],
        by edit: FileEdit,
        orientation: Orientation
    ) -> [UInt8]? {
        guard let contents = try? JPEGReader.contents(of: bytes.span) else { return nil }
        var walk = JPEGEdit(bytes: bytes, edit: edit, orientation: orientation, contents)
        return walk.reachesEnd() ? walk.output : nil
    }

    private init(
        bytes: [UInt8],
        edit: FileEdit,
        orientation: Orientation,
        _ contents: JPEGContents
    ) {
        self.bytes = bytes
        self.contents = contents
        let data =
            contents.endOffset == nil || edit.mendsImageData ? JPEGCodedData(of: bytes) : nil
        pictureEnd = contents.endOffset == nil ? data?.endOffset : nil
        strayBytes =
            ((data?.strayBytes ?? []) + contents.strayBytes)
            .sorted { $0.lowerBound < $1.lowerBound }[...]
        self.edit = edit
        self.orientation = orientation
        output.reserveCapacity(bytes.count)
    }
}

extension JPEGEdit {
    /// Writes the whole file; whether that can be done.
    private mutating func reachesEnd() -> Bool {
        var offset = 0
        while let marker = JPEGMarker(in: bytes.span, from: offset) {
            if marker.code == JPEGMarker.endOfImage {
                copy(offset..<marker.endOffset)
                return true
            }
            if let pictureEnd, marker.endOffset > pictureEnd { break }
            guard marker.endOffset != contents.foreignOffset,
                let end = take(marker, from: offset)
            else { return false }
            offset = end
        }
        copy(offset..<max(offset, pictureEnd ?? bytes.count))
        output += [0xFF, JPEGMarker.endOfImage]
        return true
    }

    /// Takes in what stands from `offset` to the end of what `marker` introduces.
    ///
    /// - Returns: The offset after it, or nil where it can be neither copied nor left out.
    private mutating func take(_ marker: JPEGMarker, from offset: Int) -> Int? {
        guard marker.hasSegment else {
            copy(offset..<marker.endOffset)
            return marker.endOffset
        }
        guard let end = marker.segmentEnd(in: bytes.span) else {
            return takeCutOff(marker, from: offset)
        }
        let content = marker.content(of: marker.endOffset + 2..<end, in: bytes.span)
        guard isDropped(content) else {
            copy(offset..<end)
            mend(marker, upTo: end)
            hasScan = hasScan || marker.code == JPEGMarker.startOfScan
            return end
        }
        copy(offset..<marker.startOffset(after: offset, in: bytes.span))
        if content == .exif, !hasExif, orientation != .upright {
            output += ExifWriter.jpegSegment(orientation)
            hasExif = true
            return end
        }
        return canCloseGap(at: end) ? end : nil
    }

    private func isDropped(_ content: JPEGMarker.Content) -> Bool {
        switch content {
        case .picture: false
        case .exif, .metadata: edit.stripsMetadata
        case .multiPicture, .cutOff: true
        }
    }

    /// Takes in a segment that runs beyond the end of the file.
    ///
    /// It must go before an end marker can follow. If it stands in a scan, a decoder has to have
    /// taken it for the scan's end, or what comes after it may be part of the picture.
    private mutating func takeCutOff(_ marker: JPEGMarker, from offset: Int) -> Int? {
        guard marker.endsScan else { return nil }
        copy(offset..<marker.startOffset(after: offset, in: bytes.span))
        return bytes.count
    }

    /// Whether a segment that ends at `offset` can be left out.
    ///
    /// After picture data a marker must follow at once: other bytes would become picture data.
    private func canCloseGap(at offset: Int) -> Bool {
        guard hasScan, offset < bytes.count else { return true }
        guard let next = JPEGMarker(in: bytes.span, from: offset) else { return false }
        return next.endsScan && next.startOffset(after: offset, in: bytes.span) == offset
    }

    /// Writes bytes as they stand, without those that belong to nothing.
    private mutating func copy(_ range: Range<Int>) {
        var start = range.lowerBound
        while let stray = strayBytes.first, stray.lowerBound < range.upperBound {
            strayBytes.removeFirst()
            guard stray.lowerBound >= start, stray.upperBound <= range.upperBound else { continue }
            output += bytes[start..<stray.lowerBound]
            start = stray.upperBound
        }
        output += bytes[start..<range.upperBound]
    }
}
