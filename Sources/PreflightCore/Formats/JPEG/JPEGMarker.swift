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
        var start = offset
        while start + 1 < bytes.count {
            let end = min(start + Self.blockByteCount, bytes.count - 1)
            let followers = bytes.extracting(start + 1..<end + 1)
            if Self.mayBegin(in: bytes.extracting(start..<end), followedBy: followers) {
                for place in start..<end where Self.begins(bytes[place], bytes[place + 1]) {
                    code = bytes[place + 1]
                    endOffset = place + 2
                    return
                }
            }
            start = end
        }
        return nil
    }

    /// Whether two bytes are a marker that is looked for, and not filling or part of a scan.
    private static func begins(_ byte: UInt8, _ follower: UInt8) -> Bool {
        byte == 0xFF && follower != 0xFF && !isWithinScan(follower)
    }

    /// A stuffed zero, or a restart marker RST0 to RST7.
    private static func isWithinScan(_ code: UInt8) -> Bool {
        code == 0 || code & 0xF8 == 0xD0
    }

    /// How many bytes are looked at together: enough for a few vectors, few where markers are dense.
    private static let blockByteCount = 128

    /// Whether a marker, or filling, begins in a block; most of coded data has neither.
    ///
    /// The loop has no branch, so that the compiler makes vector instructions of it.
    ///
    /// - Parameters:
    ///   - block: The bytes.
    ///   - followers: As many, each the one after its neighbour in the block.
    /// - Returns: Whether the block is to be looked through.
    private static func mayBegin(
        in block: Span<UInt8>,
        followedBy followers: Span<UInt8>
    ) -> Bool {
        var found: UInt8 = 0
        for place in 0..<min(block.count, followers.count) {
            let code = followers[place]
            let afterPrefix: UInt8 = block[place] == 0xFF ? 0xFF : 0
            let unlessRestart: UInt8 = code & 0xF8 == 0xD0 ? 0 : 0xFF
            found |= code & afterPrefix & unlessRestart
        }
        return found != 0
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
    /// DAC.
    static let defineArithmeticConditioning: UInt8 = 0xCC
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

    /// Where the marker begins, the fill bytes before it included (T.81, B.1.1.2), but not before
    /// `offset`.
    func startOffset(after offset: Int, in bytes: Span<UInt8>) -> Int {
        var start = endOffset - 1
        while start > offset, bytes[start - 1] == 0xFF { start -= 1 }
        return start
    }

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
