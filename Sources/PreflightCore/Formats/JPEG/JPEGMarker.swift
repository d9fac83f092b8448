/// One marker of a JPEG file: two bytes, 0xFF and a code (T.81, B.1.1.2).
struct JPEGMarker {
    /// The second byte, 0x01 to 0xFE.
    let code: UInt8
    /// The offset of the first byte after the marker.
    let endOffset: Int

    /// Finds the next marker at or after `offset`, or nil where there is none up to the end.
    ///
    /// Stray bytes and coded picture data are passed over: within the latter 0xFF is followed by
    /// 0x00 (B.1.1.5). Restart markers, of which a scan may hold thousands, are passed over as
    /// well. Before a marker any number of bytes 0xFF may stand as filling (B.1.1.2).
    init?(in bytes: Span<UInt8>, from offset: Int) {
        var offset = offset
        while offset < bytes.count {
            guard bytes[offset] == 0xFF else {
                offset += 1
                continue
            }
            offset += 1
            while offset < bytes.count, bytes[offset] == 0xFF {
                offset += 1
            }
            guard offset < bytes.count else { return nil }
            if !Self.isWithinScan(bytes[offset]) {
                code = bytes[offset]
                endOffset = offset + 1
                return
            }
            offset += 1
        }
        return nil
    }

    /// A stuffed zero, or a restart marker RST0 to RST7.
    private static func isWithinScan(_ code: UInt8) -> Bool {
        code == 0 || code & 0xF8 == 0xD0
    }
}

extension JPEGMarker {
    /// SOI.
    static let startOfImage: UInt8 = 0xD8
    /// EOI.
    static let endOfImage: UInt8 = 0xD9
    /// SOS.
    static let startOfScan: UInt8 = 0xDA
    /// DNL.
    static let defineNumberOfLines: UInt8 = 0xDC
    /// TEM, the other marker without a segment.
    static let temporary: UInt8 = 0x01
    /// COM.
    static let comment: UInt8 = 0xFE
    /// SOF2, of a progressive picture.
    static let progressiveFrame: UInt8 = 0xC2
    /// DHT.
    static let defineHuffmanTables: UInt8 = 0xC4
    /// DRI.
    static let defineRestartInterval: UInt8 = 0xDD
    /// APP0, of JFIF among others.
    static let application0: UInt8 = 0xE0
    /// APP1, of EXIF data among others.
    static let application1: UInt8 = 0xE1
    /// APP2, of ICC profiles among others.
    static let application2: UInt8 = 0xE2
    /// APP14, of Adobe's declaration of colours among others.
    static let application14: UInt8 = 0xEE

    /// Whether a frame header follows: SOF0 to SOF15 without DHT, JPG and DAC, whose codes stand
    /// among them (T.81, table B.1).
    var startsFrame: Bool {
        (0xC0...0xCF).contains(code) && ![0xC4, 0xC8, 0xCC].contains(code)
    }

    /// Whether the marker cannot belong to a picture of which a scan was met: a second picture begins
    /// there, or bytes that are no JPEG at all.
    ///
    /// libjpeg gives the file up at such a marker. Codes below SOF0 are reserved; in a scan with
    /// restarts libjpeg skips them and looks for the next restart.
    func isForeignAfterScan(hasRestarts: Bool) -> Bool {
        if code < Self.firstFrame { return code != Self.temporary && !hasRestarts }
        return startsFrame || Self.foreignAfterScan.contains(code)
    }

    private static let firstFrame: UInt8 = 0xC0

    /// SOI, JPG, DHP, EXP, and JPG0 to JPG13 (T.81, table B.1).
    private static let foreignAfterScan = Set<UInt8>(
        [startOfImage, 0xC8, 0xDE, 0xDF] + (0xF0...0xFD)
    )

    /// The offset after the segment that follows, or nil where the file ends first.
    ///
    /// The segment begins with its length, whose own two bytes count. Lengths below two are read as
    /// two, as libjpeg does.
    func segmentEnd(in bytes: Span<UInt8>) -> Int? {
        guard let length = try? bytes.bigEndian16(at: endOffset) else { return nil }
        let end = endOffset + max(length, 2)
        return end <= bytes.count ? end : nil
    }

    /// How the payload of an APP1 segment with EXIF data begins (Exif 3.0, 4.7.2).
    static let exifSignature = Array("Exif".utf8)

    /// How the payload of an APP2 segment with a part of an ICC profile begins (ICC.1:2022, annex
    /// B.4).
    static let iccProfileSignature = Array("ICC_PROFILE\0".utf8)
}
