extension JPEGMarker {
    /// What an APPn or COM segment is to somebody who wants to see the picture.
    enum Content {
        /// Colours depend on it, or the picture itself.
        case picture
        /// EXIF data, in which only the orientation matters.
        case exif
        /// An index of the pictures that follow the end of the first.
        case multiPicture
        /// XMP, IPTC, previews, comments, makers' own.
        case metadata
        /// What names itself and ends before it says anything.
        case cutOff
    }

    /// What the segment with this payload is.
    ///
    /// JFIF and Adobe segments say what the components mean (T.871, 10.1; T.872, 6.5.3); ICC
    /// profiles stand in APP2 (ICC.1:2010, annex B.4), the index of CIPA DC-007, 5.2, too. What is
    /// neither APPn nor COM belongs to the picture (T.81, table B.1), and so does a ``DamageNote``.
    func content(of payload: Range<Int>, in bytes: Span<UInt8>) -> Content {
        if shortnessFlaw(of: payload, in: bytes) != nil { return .cutOff }
        let start = payload.lowerBound
        let segment = bytes.extracting(0..<payload.upperBound)
        switch code {
        case Self.application0:
            return segment.matches("JFIF\0", at: start) ? .picture : .metadata
        case Self.application1:
            return segment.matches(Self.exifSignature, at: start) ? .exif : .metadata
        case Self.application2:
            if segment.matches(Self.iccProfileSignature, at: start) { return .picture }
            return segment.matches("MPF\0", at: start) ? .multiPicture : .metadata
        case Self.application14:
            return segment.matches("Adobe", at: start) ? .picture : .metadata
        case Self.comment:
            let comment = segment.extracting(start..<segment.count)
            return DamageNote.madeUp(accordingTo: comment) == nil ? .metadata : .picture
        case Self.applications:
            return .metadata
        default:
            return .picture
        }
    }

    /// Whether a segment with a length follows: not so for TEM, SOI and EOI (T.81, table B.1).
    var hasSegment: Bool {
        ![Self.temporary, Self.startOfImage, Self.endOfImage].contains(code)
    }

    /// Whether a decoder that meets the code in picture data takes it for the end of the scan.
    ///
    /// Codes below SOF0 are reserved; libjpeg skips them there and looks for the next restart.
    var endsScan: Bool { code >= Self.startOfFrame0 }

    private static let startOfFrame0: UInt8 = 0xC0
    private static let applications: ClosedRange<UInt8> = 0xE0...0xEF
}

extension JPEGMarker {
    /// The flaw of a segment that calls itself JFIF's, Adobe's or a profile's and ends before what
    /// Pillow reads of it; nil for any other.
    ///
    /// libjpeg passes over it, so that an edit leaves it out.
    ///
    /// Source: Pillow, JpegImagePlugin.py, `APP`.
    func shortnessFlaw(of payload: Range<Int>, in bytes: Span<UInt8>) -> StructuralFlaw? {
        let start = payload.lowerBound
        let segment = bytes.extracting(0..<payload.upperBound)
        let known = Self.leastByteCounts.first {
            $0.code == code && segment.matches($0.signature, at: start)
        }
        guard let known, payload.count < known.byteCount else { return nil }
        let count = payload.count.grouped
        return StructuralFlaw(
            "the \(known.name) segment at byte \((start - 4).grouped) has \(count) bytes of data, "
                + "less than \(known.byteCount)",
            refusedBy: [.pillow]
        )
    }

    /// Where a JFIF segment says a version that libjpeg warns of, which knows 1.x only (T.871, 10.1);
    /// nil for other segments.
    func wrongVersionOffset(in payload: Range<Int>, of bytes: Span<UInt8>) -> Int? {
        let place = payload.lowerBound + 5
        guard code == Self.application0, payload.count >= 14,
            bytes.matches("JFIF\0", at: payload.lowerBound), bytes[place] != 1
        else { return nil }
        return place
    }

    /// That libjpeg warns of the version that a JFIF segment says; nil for other segments.
    func versionFlaw(of payload: Range<Int>, in bytes: Span<UInt8>) -> StructuralFlaw? {
        guard let place = wrongVersionOffset(in: payload, of: bytes) else { return nil }
        return StructuralFlaw(
            "the JFIF segment at byte \((payload.lowerBound - 4).grouped) has version "
                + "\(bytes[place]), which is 1 in every file",
            refusedBy: [.strictLibjpegTurbo]
        )
    }

    /// The bytes that Pillow reads of a segment's payload: JFIF's and Adobe's version, the number of
    /// parts of a profile.
    private static let leastByteCounts:
        [(code: UInt8, signature: [UInt8], name: String, byteCount: Int)] = [
            (application0, Array("JFIF".utf8), "JFIF", 7),
            (application14, Array("Adobe".utf8), "Adobe", 7),
            (application2, iccProfileSignature, "ICC profile", 14),
        ]
}
