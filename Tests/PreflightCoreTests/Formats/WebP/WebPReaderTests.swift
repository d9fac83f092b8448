import Testing

@testable import PreflightCore

struct WebPReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let file: [UInt8]
        let expected: ImageHeader
        var testDescription: String { name }

        init(_ name: String, _ file: [UInt8], _ expected: ImageHeader) {
            self.name = name
            self.file = file
            self.expected = expected
        }
    }

    @Test(arguments: simpleCases + stillCases + animationCases + endCases)
    func `reads the header`(_ row: Case) throws {
        var header = try WebPReader.header(of: row.file.span)
        // Those are the business of WebPFlawTests.
        header.flaws = StructuralFlaws()
        #expect(header == row.expected)
    }

    /// What all expectations share.
    private static func header(
        _ width: Int,
        _ height: Int,
        orientation: Int = 1,
        frameCount: Int = 1,
        largestFrame: PixelSize? = nil,
        isLossless: Bool = false,
        hasAlpha: Bool = false,
        iccProfile: ICCProfile? = nil,
        hasEndMarker: Bool = true,
        trailingByteCount: Int = 0
    ) -> ImageHeader {
        ImageHeader(
            size: PixelSize(width: width, height: height),
            orientation: Orientation(rawValue: orientation) ?? .upright,
            frameCount: frameCount,
            largestFrame: largestFrame,
            bitsPerSample: 8,
            isLossless: isLossless,
            colorModel: .rgb,
            hasAlpha: hasAlpha,
            iccProfile: iccProfile,
            hasEndMarker: hasEndMarker,
            trailingByteCount: trailingByteCount
        )
    }

    /// Flags of `VP8X`.
    private enum Flag {
        static let animation: UInt8 = 0x02
        static let exif: UInt8 = 0x08
        static let alpha: UInt8 = 0x10
        static let iccProfile: UInt8 = 0x20
    }

    /// Exif data of one directory that says: orientation 6.
    private static let exif: [UInt8] = [
        0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
        0, 0, 0, 0,
    ]

    private static let lossy = WebPBytes().lossy(20, 10)

    private static let simpleCases: [Case] = [
        Case("lossy", lossy.file(), header(20, 10)),
        Case("lossy, largest", WebPBytes().lossy(16_383, 16_383).file(), header(16_383, 16_383)),
        Case(
            "lossy, scaling bits are no pixels",
            WebPBytes().lossy(0x4000 | 20, 0xC000 | 10).file(),
            header(20, 10)
        ),
        Case("lossless", WebPBytes().lossless(1, 1).file(), header(1, 1, isLossless: true)),
        Case(
            "lossless, largest",
            WebPBytes().lossless(16_384, 16_384).file(),
            header(16_384, 16_384, isLossless: true)
        ),
        Case(
            "lossless with alpha",
            WebPBytes().lossless(20, 10, usesAlpha: true).file(),
            header(20, 10, isLossless: true, hasAlpha: true)
        ),
        Case(
            "metadata belongs to extended files",
            lossy.chunk("EXIF", exif).chunk("ICCP", [1, 2]).file(),
            header(20, 10)
        ),
    ]

    private static let stillCases: [Case] = [
        Case("extended", WebPBytes().extended(20, 10).lossy(20, 10).file(), header(20, 10)),
        Case(
            "extended, largest",
            WebPBytes().extended(16_777_216, 1).lossy(20, 10).file(),
            header(16_777_216, 1)
        ),
        Case(
            "the canvas where the bitstream disagrees",
            WebPBytes().extended(30, 5).lossy(20, 10).file(),
            header(30, 5)
        ),
        Case(
            "an alpha chunk",
            WebPBytes().extended(20, 10, flags: Flag.alpha).chunk("ALPH", [0, 1]).lossy(20, 10)
                .file(),
            header(20, 10, hasAlpha: true)
        ),
        Case(
            "alpha in the bitstream",
            WebPBytes().extended(20, 10).lossless(20, 10, usesAlpha: true).file(),
            header(20, 10, isLossless: true, hasAlpha: true)
        ),
        Case(
            "alpha only claimed",
            WebPBytes().extended(20, 10, flags: Flag.alpha).lossy(20, 10).file(),
            header(20, 10)
        ),
        Case(
            "turned",
            WebPBytes().extended(20, 10, flags: Flag.exif).lossy(20, 10).chunk("EXIF", exif).file(),
            header(20, 10, orientation: 6)
        ),
        Case(
            "turned, with the prefix of JPEG",
            WebPBytes().extended(20, 10, flags: Flag.exif).lossy(20, 10)
                .chunk("EXIF", Array("Exif\0\0".utf8) + exif).file(),
            header(20, 10, orientation: 6)
        ),
        Case(
            "turned, but not claimed",
            WebPBytes().extended(20, 10).lossy(20, 10).chunk("EXIF", exif).file(),
            header(20, 10)
        ),
        Case(
            "an ICC profile of odd length",
            WebPBytes().extended(20, 10, flags: Flag.iccProfile).chunk("ICCP", [1, 2, 3])
                .lossy(20, 10).file(),
            header(20, 10, iccProfile: ICCProfileReader.read([1, 2, 3]))
        ),
        Case(
            "an ICC profile, but not claimed",
            WebPBytes().extended(20, 10).chunk("ICCP", [1, 2, 3]).lossy(20, 10).file(),
            header(20, 10)
        ),
        Case(
            "nothing but a canvas",
            WebPBytes().extended(20, 10).file(),
            header(20, 10, frameCount: 0, isLossless: true)
        ),
    ]

    private static let animation = WebPBytes().extended(20, 10, flags: Flag.animation)
        .chunk("ANIM", [0, 0, 0, 0, 0, 0])

    private static let animationCases: [Case] = [
        Case(
            "two frames",
            animation.frame(size: 20, 10, contents: lossy).frame(size: 20, 10, contents: lossy)
                .file(),
            header(20, 10, frameCount: 2)
        ),
        Case(
            "one frame",
            animation.frame(size: 20, 10, contents: lossy).file(),
            header(20, 10)
        ),
        Case(
            "frames without a bitstream",
            animation.frame(size: 20, 10, contents: lossy)
                .frame(size: 20, 10, contents: WebPBytes())
                .frame(size: 20, 10, contents: WebPBytes().chunk("ALPH", [0, 1]))
                .frame(size: 20, 10, contents: WebPBytes().chunk("VP8 ", [])).file(),
            header(20, 10)
        ),
        Case(
            "claimed, without a frame",
            animation.file(),
            header(20, 10, frameCount: 0, isLossless: true)
        ),
        Case(
            "not claimed, with two frames",
            WebPBytes().extended(20, 10).frame(size: 20, 10, contents: lossy)
                .frame(size: 20, 10, contents: lossy).file(),
            header(20, 10, frameCount: 2)
        ),
        Case(
            "a small frame lets the canvas through",
            animation.frame(size: 20, 10, contents: lossy)
                .frame(at: 2, 4, size: 4, 2, contents: WebPBytes().lossy(4, 2)).file(),
            header(20, 10, frameCount: 2, hasAlpha: true)
        ),
        Case(
            "a frame beyond the canvas",
            animation.frame(size: 20, 10, contents: lossy)
                .frame(at: 100, 4, size: 50, 2, contents: WebPBytes().lossy(50, 2)).file(),
            header(
                20,
                10,
                frameCount: 2,
                largestFrame: PixelSize(width: 150, height: 10),
                hasAlpha: true
            )
        ),
        Case(
            "alpha in a frame",
            animation.frame(size: 20, 10, contents: lossy)
                .frame(size: 20, 10, contents: WebPBytes().lossless(20, 10, usesAlpha: true))
                .file(),
            header(20, 10, frameCount: 2, hasAlpha: true)
        ),
        Case(
            "alpha claimed for the animation",
            WebPBytes().extended(20, 10, flags: Flag.animation | Flag.alpha)
                .frame(size: 20, 10, contents: lossy).file(),
            header(20, 10, hasAlpha: true)
        ),
    ]

    private static let endCases: [Case] = [
        Case(
            "bytes after the end",
            lossy.file() + [1, 2, 3],
            header(20, 10, trailingByteCount: 3)
        ),
        Case(
            "cut by one byte",
            lossy.file().dropLast(),
            header(20, 10, hasEndMarker: false)
        ),
        Case(
            "a RIFF size one too large",
            lossy.file(riffSize: 4 + lossy.chunks.count + 1),
            header(20, 10, hasEndMarker: false)
        ),
        Case(
            "a RIFF size one too large, and the byte is there",
            lossy.file(riffSize: 4 + lossy.chunks.count + 1) + [0],
            header(20, 10, trailingByteCount: 1)
        ),
        Case(
            "a RIFF size that cuts the last chunk",
            lossy.chunk("XMP ", [1, 2]).file(riffSize: 4 + lossy.chunks.count + 9),
            header(20, 10)
        ),
        Case(
            "a RIFF size that leaves out the last chunk",
            lossy.chunk("XMP ", [1, 2]).file(riffSize: 4 + lossy.chunks.count),
            header(20, 10, trailingByteCount: 10)
        ),
    ]
}

extension WebPReaderTests {
    struct ErrorCase: CustomTestStringConvertible, Sendable {
        let name: String
        let file: [UInt8]
        let expected: HeaderError
        var testDescription: String { name }

        init(_ name: String, _ file: [UInt8], _ expected: HeaderError) {
            self.name = name
            self.file = file
            self.expected = expected
        }
    }

    @Test(arguments: [
        ErrorCase("empty", [], .malformed(offset: 0, reason: "the RIFF signature is missing")),
        ErrorCase("cut before WEBP", Array(lossy.file().prefix(8)), .truncated(offset: 8)),
        ErrorCase(
            "another RIFF file",
            Array("RIFF\u{20}\0\0\0WAVEfmt \0\0\0\0".utf8),
            .malformed(offset: 8, reason: "the WEBP signature is missing")
        ),
        ErrorCase(
            "no room for a chunk",
            Array(lossy.file(riffSize: 11).prefix(30)),
            .malformed(offset: 4, reason: "the RIFF size leaves no room for a chunk")
        ),
        ErrorCase(
            "another chunk first",
            WebPBytes().chunk("ALPH", [0]).lossy(20, 10).file(),
            .malformed(offset: 12, reason: "the first chunk is not VP8, VP8L or VP8X")
        ),
        ErrorCase(
            "lossy, no key frame",
            WebPBytes().chunk("VP8 ", WebPBytes.lossyPayload(20, 10, tag: [0x11, 0x02, 0])).file(),
            .malformed(offset: 20, reason: "the VP8 data does not begin a key frame")
        ),
        ErrorCase(
            "lossy, wrong start code",
            WebPBytes().chunk("VP8 ", WebPBytes.lossyPayload(20, 10, startCode: [0x9D, 1, 0x2B]))
                .file(),
            .malformed(offset: 20, reason: "the VP8 data does not begin a key frame")
        ),
        ErrorCase(
            "lossy, no pixels",
            WebPBytes().lossy(0, 10).file(),
            .malformed(offset: 26, reason: "the VP8 picture has no pixels")
        ),
        ErrorCase(
            "lossy, too short",
            WebPBytes().chunk("VP8 ", Array(WebPBytes.lossyPayload(20, 10).dropLast())).file(),
            .truncated(offset: 29)
        ),
        ErrorCase(
            "lossless, wrong signature",
            WebPBytes().chunk("VP8L", WebPBytes.losslessPayload(20, 10, signature: 0x2E)).file(),
            .malformed(offset: 20, reason: "the VP8L signature or version is wrong")
        ),
        ErrorCase(
            "lossless, later version",
            WebPBytes().chunk("VP8L", WebPBytes.losslessPayload(20, 10, version: 1)).file(),
            .malformed(offset: 20, reason: "the VP8L signature or version is wrong")
        ),
        ErrorCase(
            "a canvas too short",
            WebPBytes().chunk("VP8X", [0, 0, 0, 0, 19, 0, 0, 9]).file(),
            .truncated(offset: 28)
        ),
    ])
    func `says why there is no header`(_ row: ErrorCase) {
        #expect(throws: row.expected) { try WebPReader.header(of: row.file.span) }
    }
}

extension WebPReaderTests {
    /// Every kind of chunk once.
    private static let sample = WebPBytes()
        .extended(20, 10, flags: Flag.animation | Flag.exif | Flag.iccProfile)
        .chunk("ICCP", [1, 2, 3])
        .chunk("ANIM", [0, 0, 0, 0, 0, 0])
        .frame(size: 20, 10, contents: WebPBytes().chunk("ALPH", [0]).lossy(20, 10))
        .frame(at: 2, 2, size: 4, 4, contents: WebPBytes().lossless(4, 4, usesAlpha: true))
        .chunk("EXIF", exif)
        .file()

    @Test
    func `a cut file never traps and has no more frames than the whole`() throws {
        let sample = Self.sample
        let whole = try WebPReader.header(of: sample.span)
        let canvasEnd = 30
        for byteCount in 0..<sample.count {
            let cut = Array(sample.prefix(byteCount))
            let header = try? WebPReader.header(of: cut.span)
            #expect((header != nil) == (byteCount >= canvasEnd), "\(byteCount) bytes")
            #expect(header?.size ?? whole.size == whole.size, "\(byteCount) bytes")
            #expect(header?.frameCount ?? 0 <= whole.frameCount, "\(byteCount) bytes")
            #expect(header?.hasEndMarker != true, "\(byteCount) bytes")
        }
    }

    @Test
    func `a changed byte never traps and leaves a size`() {
        for offset in Self.sample.indices {
            for flip in [0x01, 0x80, 0xFF] as [UInt8] {
                var changed = Self.sample
                changed[offset] ^= flip
                guard let header = try? WebPReader.header(of: changed.span) else { continue }
                #expect(header.size.shortEdge > 0, "byte \(offset) ^ \(flip)")
                #expect(header.trailingByteCount < changed.count, "byte \(offset) ^ \(flip)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `many empty chunks take linear time`() throws {
        let empty = Array("XMP \0\0\0\0".utf8)
        let many = [[UInt8]](repeating: empty, count: 40_000).flatMap(\.self)
        let file = WebPBytes().extended(20, 10).chunk("ANMF", many).chunk("XMP ", many)
            .lossy(20, 10).file()
        let header = try WebPReader.header(of: file.span)
        #expect(header.frameCount == 1)
        #expect(header.hasEndMarker)
    }
}
