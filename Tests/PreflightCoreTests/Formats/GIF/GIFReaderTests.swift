import Testing

@testable import PreflightCore

struct GIFReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let gif: GIFBytes
        let expected: ImageHeader
        var testDescription: String { name }

        init(_ name: String, _ gif: GIFBytes, _ expected: ImageHeader) {
            self.name = name
            self.gif = gif
            self.expected = expected
        }
    }

    @Test(arguments: frameCases + transparencyCases + endCases)
    func `reads the header`(_ row: Case) throws {
        var header = try GIFReader.header(of: row.gif.bytes.span)
        // What is wrong with frames and screens, `GIFFlawTests` holds.
        header.flaws = StructuralFlaws()
        #expect(header == row.expected)
    }

    /// What all expectations share.
    private static func header(
        _ width: Int,
        _ height: Int,
        frameCount: Int = 1,
        largestFrame: PixelSize? = nil,
        hasAlpha: Bool = false,
        hasEndMarker: Bool = true,
        trailingByteCount: Int = 0
    ) -> ImageHeader {
        ImageHeader(
            size: PixelSize(width: width, height: height),
            frameCount: frameCount,
            largestFrame: largestFrame,
            bitsPerSample: 8,
            isLossless: true,
            colorModel: .palette,
            hasAlpha: hasAlpha,
            hasEndMarker: hasEndMarker,
            trailingByteCount: trailingByteCount
        )
    }

    private static let screen = GIFBytes(screen: 20, 10)
    private static let still = screen.image(size: 20, 10)

    private static let frameCases: [Case] = [
        Case("still", still.trailer(), header(20, 10)),
        Case(
            "no global colours",
            GIFBytes(screen: 20, 10, hasGlobalColors: false).image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "local colours",
            screen.image(size: 20, 10, hasLocalColors: true).image(size: 20, 10).trailer(),
            header(20, 10, frameCount: 2)
        ),
        Case(
            "small frames keep the screen",
            screen.image(at: 2, 3, size: 4, 5).image(at: 1, 0, size: 6, 2).trailer(),
            header(20, 10, frameCount: 2)
        ),
        Case(
            "the first frame grows the canvas",
            screen.image(at: 15, 5, size: 10, 10).trailer(),
            header(25, 15)
        ),
        Case(
            "the second frame grows only the largest frame",
            still.image(at: 65_535, 65_535, size: 65_535, 65_535).trailer(),
            header(
                20,
                10,
                frameCount: 2,
                largestFrame: PixelSize(width: 131_070, height: 131_070)
            )
        ),
        Case(
            "one frame and a loop extension",
            screen.application("NETSCAPE2.0", data: [1, 0, 0]).image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "extensions that look like images",
            screen.raw([0x21, 0xFE, 2, 0x2C, 0x3B, 0]).raw([0x21, 0x01, 1, 0x2C, 1, 0x3B, 0])
                .image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "an empty comment",
            screen.raw([0x21, 0xFE, 0]).image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "an empty first block is stepped over",
            screen.raw([0x21, 0x01, 0, 1, 0x3B, 0]).image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "data without a byte",
            screen.image(size: 20, 10, data: [0]).trailer(),
            header(20, 10)
        ),
        Case(
            "a later frame with an impossible code size",
            still.image(size: 20, 10, codeSize: 99).trailer(),
            header(20, 10, frameCount: 2)
        ),
        Case("no frame", screen.trailer(), header(20, 10, frameCount: 0)),
    ]

    private static let transparencyCases: [Case] = [
        Case(
            "a transparent colour",
            screen.graphicControl(isTransparent: true).image(size: 20, 10).trailer(),
            header(20, 10, hasAlpha: true)
        ),
        Case(
            "a graphic control without one",
            screen.graphicControl(isTransparent: false).image(size: 20, 10).trailer(),
            header(20, 10)
        ),
        Case(
            "the first of two graphic controls",
            screen.graphicControl(isTransparent: true).graphicControl(isTransparent: false)
                .image(size: 20, 10).trailer(),
            header(20, 10, hasAlpha: true)
        ),
        Case(
            "only in the second frame",
            still.graphicControl(isTransparent: true).image(size: 20, 10).trailer(),
            header(20, 10, frameCount: 2, hasAlpha: true)
        ),
        Case(
            "after the last frame",
            still.graphicControl(isTransparent: true).trailer(),
            header(20, 10)
        ),
    ]

    private static let endCases: [Case] = [
        Case("no trailer", still, header(20, 10, hasEndMarker: false)),
        Case(
            "bytes after the trailer",
            still.trailer().raw([0x2C, 1, 2]),
            header(20, 10, trailingByteCount: 3)
        ),
        Case(
            "a byte that begins no block ends the file",
            still.raw([0x00]).image(size: 20, 10).trailer(),
            header(20, 10, hasEndMarker: false)
        ),
        Case(
            "a trailer in place of the code size",
            screen.image(size: 20, 10, codeSize: 0x3B, data: [7, 7]),
            header(20, 10, frameCount: 0, trailingByteCount: 2)
        ),
        Case(
            "a trailer right after the code size, at the end",
            screen.image(size: 20, 10, data: [0x3B]),
            header(20, 10, frameCount: 0)
        ),
        Case(
            "cut after the code size",
            screen.image(size: 20, 10, data: []),
            header(20, 10, frameCount: 0, hasEndMarker: false)
        ),
        Case(
            "cut after one byte of data",
            screen.image(size: 20, 10, data: [0xFF]),
            header(20, 10, hasEndMarker: false)
        ),
        Case("cut after the screen", screen, header(20, 10, frameCount: 0, hasEndMarker: false)),
    ]
}

extension GIFReaderTests {
    struct CanvasCase: CustomTestStringConvertible, Sendable {
        let screen: PixelSize
        /// The size of the one frame, or nil for a file without.
        let frame: PixelSize?
        let canvas: PixelSize
        var testDescription: String {
            "\(screen), \(frame.map { "frame \($0)" } ?? "no frame")"
        }

        init(_ screen: (Int, Int), _ frame: (Int, Int)?, _ canvas: (Int, Int)) {
            self.screen = PixelSize(width: screen.0, height: screen.1)
            self.frame = frame.map { PixelSize(width: $0.0, height: $0.1) }
            self.canvas = PixelSize(width: canvas.0, height: canvas.1)
        }
    }

    /// The rule of libnsgif: which screens it believes, and what the first frame does to them.
    @Test(arguments: [
        CanvasCase((640, 480), (30, 20), (30, 20)),
        CanvasCase((640, 512), (30, 20), (30, 20)),
        CanvasCase((800, 600), (30, 20), (30, 20)),
        CanvasCase((1024, 768), (30, 20), (30, 20)),
        CanvasCase((1280, 1024), (30, 20), (30, 20)),
        CanvasCase((1600, 1200), (30, 20), (30, 20)),
        CanvasCase((641, 480), (30, 20), (641, 480)),
        CanvasCase((480, 640), (30, 20), (480, 640)),
        CanvasCase((640, 480), (640, 480), (640, 480)),
        CanvasCase((640, 480), (0, 0), (1, 1)),
        CanvasCase((640, 480), nil, (640, 480)),
        CanvasCase((2047, 2047), (30, 20), (2047, 2047)),
        CanvasCase((2048, 2048), (30, 20), (2048, 2048)),
        CanvasCase((2049, 10), (30, 20), (30, 20)),
        CanvasCase((10, 2049), (30, 20), (30, 20)),
        CanvasCase((0, 10), (30, 20), (30, 20)),
        CanvasCase((10, 0), (30, 20), (30, 20)),
        CanvasCase((1, 1), (65_535, 65_535), (65_535, 65_535)),
    ])
    func `gives the decoder's canvas`(_ row: CanvasCase) throws {
        var gif = GIFBytes(screen: row.screen.width, row.screen.height)
        if let frame = row.frame { gif = gif.image(size: frame.width, frame.height) }
        let header = try GIFReader.header(of: gif.trailer().bytes.span)
        #expect(header.size == row.canvas)
    }
}

extension GIFReaderTests {
    @Test
    func `joins the ICC profile from its application extension`() throws {
        let named = GIFBytes(screen: 2, 2).application("ICCRGBG1012", data: [1, 2, 3])
        let header = try GIFReader.header(of: named.trailer().bytes.span)
        #expect(header.iccProfile == ICCProfileReader.read([1, 2, 3]))

        let empty = GIFBytes(screen: 2, 2).application("ICCRGBG1012", data: [])
        #expect(try GIFReader.header(of: empty.trailer().bytes.span).iccProfile == nil)

        let other = GIFBytes(screen: 2, 2).application("XMP DataXMP", data: [1, 2, 3])
        #expect(try GIFReader.header(of: other.trailer().bytes.span).iccProfile == nil)
    }

    struct ErrorCase: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let expected: HeaderError
        var testDescription: String { name }
    }

    @Test(arguments: [
        ErrorCase(
            name: "empty",
            bytes: [],
            expected: .malformed(offset: 0, reason: "the GIF signature is missing")
        ),
        ErrorCase(
            name: "cut inside the screen",
            bytes: Array(GIFBytes(screen: 20, 10).bytes.prefix(12)),
            expected: .truncated(offset: 12)
        ),
        ErrorCase(
            name: "neither screen nor frame",
            bytes: GIFBytes(screen: 0, 10).trailer().bytes,
            expected: .malformed(
                offset: 6,
                reason: "the screen has no pixels and no frame follows"
            )
        ),
    ])
    func `says why there is no header`(_ row: ErrorCase) {
        #expect(throws: row.expected) { try GIFReader.header(of: row.bytes.span) }
    }
}

extension GIFReaderTests {
    /// Every kind of block once.
    private static let sample = GIFBytes(screen: 20, 10)
        .application("NETSCAPE2.0", data: [1, 0, 0])
        .application("ICCRGBG1012", data: [1, 2, 3])
        .graphicControl(isTransparent: true)
        .image(size: 20, 10)
        .raw([0x21, 0xFE, 2, 0x2C, 0x3B, 0])
        .image(at: 1, 1, size: 30, 5, hasLocalColors: true)
        .trailer()

    @Test
    func `a cut file never traps and has no more frames than the whole`() throws {
        let sample = Self.sample.bytes
        let whole = try GIFReader.header(of: sample.span)
        let screenByteCount = 13
        for byteCount in 0..<sample.count {
            let cut = Array(sample.prefix(byteCount))
            let header = try? GIFReader.header(of: cut.span)
            #expect((header != nil) == (byteCount >= screenByteCount), "\(byteCount) bytes")
            #expect(header?.size ?? whole.size == whole.size, "\(byteCount) bytes")
            #expect(header?.frameCount ?? 0 <= whole.frameCount, "\(byteCount) bytes")
            #expect(header?.hasEndMarker != true, "\(byteCount) bytes")
        }
    }

    @Test
    func `a changed byte never traps and leaves a size`() {
        for offset in Self.sample.bytes.indices {
            for flip in [0x01, 0x80, 0xFF] as [UInt8] {
                var changed = Self.sample.bytes
                changed[offset] ^= flip
                guard let header = try? GIFReader.header(of: changed.span) else { continue }
                #expect(header.size.shortEdge > 0, "byte \(offset) ^ \(flip)")
                #expect(header.trailingByteCount < changed.count, "byte \(offset) ^ \(flip)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `many tiny blocks take linear time`() throws {
        let blockCount = 40_000
        let comments = [[UInt8]](repeating: [0x21, 0xFE, 1, 0, 0], count: blockCount)
            .flatMap(\.self)
        let data = [UInt8](repeating: 1, count: 2 * blockCount) + [0]
        let gif = GIFBytes(screen: 2, 2).raw(comments).image(size: 2, 2, data: data).trailer()
        let header = try GIFReader.header(of: gif.bytes.span)
        #expect(header.frameCount == 1)
        #expect(header.hasEndMarker)
    }
}
