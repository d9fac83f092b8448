/// What has been met while walking through a JPEG file.
struct JPEGContents {
    /// The first byte after the end-of-image marker, once that is found.
    private(set) var endOffset: Int?

    /// The first byte after a marker that cannot belong to the picture, once one was met after a scan.
    private(set) var foreignOffset: Int?

    /// What the file says its components mean.
    private(set) var colors = JPEGColorClaim()

    private var frame: JPEGFrame?
    private var hasRestarts = false
    private var segmentFlaws = StructuralFlaws()
    private var scanFlaws = StructuralFlaws()
    private var scanCount = 0
    private var hasScan: Bool { scanCount > 0 }
    private var coverage = JPEGScanCoverage()
    private var exif: ExifFacts?
    private var hasXMPGPS = false
    private var profileParts = ICCProfileParts()
    private var hasGainMap = false
    private var madeUpPixels: String?
    /// Where the coded data of the first scan begin, and of the last one.
    private var dataOffsets: (first: Int, last: Int)?
    /// Whether bytes before the next marker are coded data.
    private var isInData = false

    /// Bytes between segments that belong to none, in their order.
    private(set) var strayBytes: [Range<Int>] = []

    /// Whether nothing more of the picture can come.
    var isOver: Bool { endOffset != nil || foreignOffset != nil }

    /// Takes in what `marker`, the first at or after `offset`, introduces.
    ///
    /// - Returns: The offset from which to look for the next marker.
    /// - Throws: ``HeaderError`` where libjpeg gives the file up as well.
    mutating func take(
        _ marker: JPEGMarker,
        from offset: Int,
        in bytes: Span<UInt8>
    ) throws(HeaderError) -> Int {
        takeStrayBytes(offset..<marker.startOffset(after: offset, in: bytes))
        if hasScan, marker.isForeignAfterScan(hasRestarts: hasRestarts) {
            foreignOffset = marker.endOffset
            return marker.endOffset
        }
        switch marker.code {
        case JPEGMarker.temporary:
            if !hasScan { takeStrayBytes(marker.endOffset - 2..<marker.endOffset) }
            return marker.endOffset
        case JPEGMarker.startOfImage:
            try requireFrame(at: marker.endOffset, reason: "second start-of-image marker")
            return marker.endOffset
        case JPEGMarker.endOfImage:
            endOffset = marker.endOffset
            return marker.endOffset
        default:
            return try takeSegment(marker, in: bytes)
        }
    }

    /// libjpeg passes over bytes that no marker introduces, with a warning; in coded data anything
    /// but a marker belongs to it.
    private mutating func takeStrayBytes(_ range: Range<Int>) {
        if isInData {
            isInData = false
        } else if !range.isEmpty {
            strayBytes.append(range)
        }
    }

    /// Takes in a segment, which begins with the two bytes of its length.
    private mutating func takeSegment(
        _ marker: JPEGMarker,
        in bytes: Span<UInt8>
    ) throws(HeaderError) -> Int {
        let start = marker.endOffset
        guard let end = marker.segmentEnd(in: bytes) else { return bytes.count }
        if marker.startsFrame, frame == nil {
            let frame = try JPEGFrame(in: bytes, range: start..<end, code: marker.code)
            colors.identifiers = frame.identifiers
            self.frame = frame
        }
        let payload = start + 2..<end
        if let flaw = marker.shortnessFlaw(of: payload, in: bytes) { segmentFlaws.add(flaw) }
        if let flaw = marker.versionFlaw(of: payload, in: bytes) { segmentFlaws.add(flaw) }
        if !hasScan { colors.take(marker, payload, in: bytes) }
        switch marker.code {
        case JPEGMarker.startOfScan:
            try requireFrame(at: start, reason: "scan without a frame header")
            scanCount += 1
            isInData = true
            dataOffsets = (dataOffsets?.first ?? end, end)
            takeScan(payload, in: bytes)
        case JPEGMarker.defineRestartInterval:
            let interval = try? bytes.bigEndian16(at: payload.lowerBound)
            hasRestarts = (interval ?? 0) > 0
        case JPEGMarker.defineNumberOfLines:
            takeNumberOfLines(payload, in: bytes)
        case JPEGMarker.application1:
            takeExif(payload, in: bytes)
            takeXMP(payload, in: bytes)
            hasGainMap = hasGainMap || JPEGGainMap.isAnnounced(in: bytes.extracting(payload))
        case JPEGMarker.application2:
            profileParts.take(payload, in: bytes)
            hasGainMap = hasGainMap || JPEGGainMap.isAnnounced(in: bytes.extracting(payload))
        case JPEGMarker.comment where madeUpPixels == nil:
            madeUpPixels = DamageNote.madeUp(accordingTo: bytes.extracting(payload))
        default:
            break
        }
        return end
    }

    private mutating func takeScan(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        coverage.take(bytes.extracting(payload), isProgressive: frame?.isProgressive == true)
        guard frame?.hasWholeBlocks == true, let scan = JPEGScanHeader(payload, in: bytes),
            let flaw = scan.flaw(at: payload.lowerBound - 4, in: bytes)
        else { return }
        scanFlaws.add(flaw)
    }

    /// The first EXIF segment counts; APP1 is used for XMP as well.
    private mutating func takeExif(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        guard exif == nil, bytes.matches(JPEGMarker.exifSignature, at: payload.lowerBound) else {
            return
        }
        exif = ExifReader.read(bytes, range: payload)
    }

    /// A packet that is too long for one segment goes on in others.
    private mutating func takeXMP(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        guard !hasXMPGPS, bytes.matches(Self.xmpSignature, at: payload.lowerBound) else { return }
        hasXMPGPS = XMPReader.hasGPS(bytes, range: payload)
    }

    /// How the payload of an APP1 segment with XMP begins, `xap/1.0/` or `xmp/extension/` after it
    /// (Adobe, "XMP Specification Part 3", section 1.1.3).
    private static let xmpSignature = Array("http://ns.adobe.com/x".utf8)

    private func requireFrame(at offset: Int, reason: String) throws(HeaderError) {
        guard frame != nil else { throw .malformed(offset: offset, reason: reason) }
    }

    /// A file may leave the number of rows open until its first scan is over (T.81, B.2.5).
    private mutating func takeNumberOfLines(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        guard payload.count == 2, frame?.size.height == 0,
            let height = try? bytes.bigEndian16(at: payload.lowerBound)
        else { return }
        frame?.size.height = height
    }

    /// The header, once the walk is over.
    ///
    /// - Throws: ``HeaderError`` where no frame header was found, or it leaves the picture without
    ///   a row.
    func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        guard let frame else {
            guard let endOffset else { throw .truncated(offset: bytes.count) }
            throw .malformed(offset: endOffset - 2, reason: "end of image without a frame header")
        }
        guard frame.size.height > 0 else {
            throw .malformed(offset: bytes.count, reason: "no number of rows")
        }
        return ImageHeader(
            size: frame.size,
            orientation: exif?.orientation ?? .upright,
            frameCount: min(1, scanCount),
            scanCount: scanCount,
            bitsPerSample: frame.bitsPerSample,
            colorModel: frame.colorModel,
            iccProfile: profileParts.profile(in: bytes),
            hasGainMap: hasGainMap,
            hasGPS: exif?.hasGPS == true || hasXMPGPS,
            hasEndMarker: endOffset != nil,
            trailingByteCount: bytes.count - (endOffset ?? bytes.count),
            flaws: flaws(of: frame, in: bytes),
            missingPixels: missingPixels(of: frame, in: bytes),
            madeUpPixels: madeUpPixels,
            missingDetail: frame.isProgressive
                ? coverage.missingDetail(ofComponents: frame.componentCount) : nil,
            mayHideDamage: mayHideDamage(of: frame, in: bytes)
        )
    }

    private func flaws(of frame: JPEGFrame, in bytes: Span<UInt8>) -> StructuralFlaws {
        var flaws = StructuralFlaws()
        if let flaw = frame.codingFlaw { flaws.add(flaw) }
        flaws.add(segmentFlaws)
        for range in strayBytes { flaws.add(Self.flaw(ofStrayBytes: range, in: bytes)) }
        for flaw in colors.flaws { flaws.add(flaw) }
        flaws.add(scanFlaws)
        if frame.isProgressive, let flaw = coverage.flaw(ofComponents: frame.componentCount) {
            flaws.add(flaw)
        }
        return flaws
    }

    /// Pillow passes over anything but a marker that it does not know.
    private static func flaw(
        ofStrayBytes range: Range<Int>,
        in bytes: Span<UInt8>
    ) -> StructuralFlaw {
        let isMarker = bytes.matches([0xFF, JPEGMarker.temporary], at: range.lowerBound)
        let noun = range.count == 1 ? "byte stands" : "bytes stand"
        return StructuralFlaw(
            "\(range.count.grouped) \(noun) between segments at byte \(range.lowerBound.grouped)",
            refusedBy: isMarker ? [.pillow] : [.strictLibjpegTurbo]
        )
    }

    /// Whether scans have whole blocks, and none of them a part of one.
    var hasWholeBlocks: Bool { frame?.hasWholeBlocks == true }
}

extension JPEGContents {
    /// What the markers alone tell that is missing: components without a scan, or all that a transfer as
    /// text has put bytes between.
    private func missingPixels(of frame: JPEGFrame, in bytes: Span<UInt8>) -> MissingPixels? {
        guard let dataOffsets else { return nil }
        if let endOffset, TextTransfer.wentThrough(bytes, in: dataOffsets.first..<endOffset) {
            let height = frame.size.height
            return MissingPixels(.row, from: 0, count: height, of: height).because(.sentAsText)
        }
        return coverage.missingComponents(of: frame.identifiers)
    }

    /// Whether the coded data of a picture with an end marker may lack rows, or have bytes after the
    /// last one, of which decoders do not warn.
    ///
    /// Arithmetic coding always may, and so may RGB and inks, which are rare and which decoders read up
    /// to the last row only. Other Huffman coding is gone through where there is more data than a
    /// picture can have, or data that look like none: of 4,096 coded bytes one is 0xFF but for once in
    /// some million times.
    private func mayHideDamage(of frame: JPEGFrame, in bytes: Span<UInt8>) -> Bool {
        guard let dataOffsets, let endOffset else { return false }
        if frame.isArithmetic || colors.isRGBOrInks { return true }
        let byteCount = endOffset - dataOffsets.first
        let pixelCount = frame.size.width * frame.size.height
        if byteCount / Self.byteCountAtMost > pixelCount { return true }
        let tail = max(dataOffsets.last, endOffset - 2 - Self.tailByteCount)..<endOffset - 2
        return tail.count == Self.tailByteCount && !tail.contains { bytes[$0] == 0xFF }
    }

    /// The most bytes that a pixel takes: three samples without loss have three.
    private static let byteCountAtMost = 4

    private static let tailByteCount = 4096
}
