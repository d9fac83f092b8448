import Testing

@testable import PreflightCore

/// The guard on three sides of its bounds, in both scopes.
struct DecodeGuardTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let header: Result<ImageHeader, HeaderError>
        let scope: FrameScope
        let excess: DecodeGuard.Excess?

        init(
            _ name: String,
            _ header: ImageHeader,
            _ scope: FrameScope,
            _ excess: DecodeGuard.Excess?
        ) {
            testDescription = name
            self.header = .success(header)
            self.scope = scope
            self.excess = excess
        }

        init(_ name: String, failing error: HeaderError, _ excess: DecodeGuard.Excess?) {
            testDescription = name
            header = .failure(error)
            scope = .first
            self.excess = excess
        }
    }

    /// Bounds small enough to read.
    static let small = DecodeGuard(
        framePixelCount: 100,
        animationPixelCount: 300,
        frameByteCount: 400,
        scanCount: 3,
        scanPixelCount: 240,
        frameCount: 5
    )

    static let cases = [
        Case("a frame below", still(99, 1), .first, nil),
        Case("a frame at the bound", still(10, 10), .first, nil),
        Case("a frame above", still(101, 1), .first, inFrame(101)),
        Case("a frame above, all scopes", still(1, 101), .all, inFrame(101)),
        Case("a declared screen at the bound", screen(10, 10), .first, nil),
        Case("a declared screen above", screen(101, 1), .first, inFrame(101)),
        Case("a later frame above, not looked at", laterFrame(101, 1), .first, nil),
        Case("a later frame above, looked at", laterFrame(101, 1), .all, inFrame(101)),
        Case("a later frame at the bound", laterFrame(100, 1), .all, nil),
        Case("all frames below", frames(2), .all, nil),
        Case("all frames at the bound", frames(3), .all, nil),
        Case("all frames above", frames(4), .all, inAllFrames(400)),
        Case("all frames above, but only the first looked at", frames(4), .first, nil),
        Case("bytes below", deep(49, hasAlpha: true), .first, nil),
        Case("bytes at the bound", deep(50, hasAlpha: true), .first, nil),
        Case("bytes above", deep(51, hasAlpha: true), .first, inBytes(408)),
        Case("fewer samples at the bound", deep(66, hasAlpha: false), .all, nil),
        Case("fewer samples above", deep(67, hasAlpha: false), .all, inBytes(402)),
        Case("scans below", scans(2), .first, nil),
        Case("scans at the bound", scans(3), .first, nil),
        Case("scans above", scans(4), .first, .init(measured: 4, limit: 3, bound: .scans)),
        Case("pixels of scans below", scans(3, of: 79), .first, nil),
        Case("pixels of scans at the bound", scans(3, of: 80), .first, nil),
        Case("pixels of scans above", scans(3, of: 81), .first, inScans(243)),
        Case("frames below, of which the first is looked at", frames(4), .first, nil),
        Case("frames at the bound", frames(5), .first, nil),
        Case("frames above", frames(6), .first, .init(measured: 6, limit: 5, bound: .frames)),
        Case(
            "parts above",
            failing: .tooManyParts(8, most: 7),
            .init(measured: 8, limit: 7, bound: .parts)
        ),
        Case(
            "image data that go on",
            failing: .overfull(most: 7),
            .init(measured: 8, limit: 7, bound: .surplusBytes)
        ),
        Case("a product that no Int holds", still(.max, 2), .first, inFrame(.max)),
        Case(
            "a side that no format allows",
            failing: .oversize(PixelSize(width: 101, height: 1)),
            inFrame(101)
        ),
        Case(
            "such a side within a guard that somebody raised",
            failing: .oversize(PixelSize(width: 100, height: 1)),
            nil
        ),
        Case("a header that is cut off", failing: .truncated(offset: 3), nil),
        Case("a format that is not decoded", failing: .notDecodable, nil),
    ]

    @Test(arguments: cases)
    func `the guard lets pass what is within it`(_ c: Case) {
        let facts = ImageFacts(format: .gif, byteCount: 10, header: c.header)
        #expect(Self.small.excess(of: facts, decoding: c.scope) == c.excess)
    }

    @Test(arguments: [
        (149_999_999, FrameScope.first, false), (150_000_000, .first, false),
        (150_000_001, .first, true), (150_000_001, .all, true),
    ])
    func `by default a frame may have 150,000,000 pixels`(
        pixelCount: Int,
        scope: FrameScope,
        isOver: Bool
    ) {
        let facts = ImageFacts(
            format: .png,
            byteCount: 10,
            header: .success(Self.still(pixelCount, 1))
        )
        #expect((DecodeGuard().excess(of: facts, decoding: scope) != nil) == isOver)
    }

    @Test(arguments: [(999, false), (1_000, false), (1_001, true)])
    func `by default all frames may have 1,000,000,000 pixels`(frameCount: Int, isOver: Bool) {
        let header = ImageHeader(
            size: PixelSize(width: 1_000, height: 1_000),
            frameCount: frameCount
        )
        let facts = ImageFacts(format: .gif, byteCount: 10, header: .success(header))
        #expect((DecodeGuard().excess(of: facts, decoding: .all) != nil) == isOver)
        #expect(DecodeGuard().excess(of: facts, decoding: .first) == nil)
    }

    private static func still(_ width: Int, _ height: Int) -> ImageHeader {
        ImageHeader(size: PixelSize(width: width, height: height))
    }

    private static func screen(_ width: Int, _ height: Int) -> ImageHeader {
        ImageHeader(
            size: PixelSize(width: 1, height: 1),
            largestCanvas: PixelSize(width: width, height: height)
        )
    }

    private static func laterFrame(_ width: Int, _ height: Int) -> ImageHeader {
        ImageHeader(
            size: PixelSize(width: 1, height: 1),
            frameCount: 2,
            largestFrame: PixelSize(width: width, height: height)
        )
    }

    private static func frames(_ count: Int) -> ImageHeader {
        ImageHeader(size: PixelSize(width: 10, height: 10), frameCount: count)
    }

    /// 16 bits a sample.
    private static func deep(_ width: Int, hasAlpha: Bool) -> ImageHeader {
        ImageHeader(
            size: PixelSize(width: width, height: 1),
            bitsPerSample: 16,
            hasAlpha: hasAlpha
        )
    }

    private static func scans(_ count: Int, of pixelCount: Int = 1) -> ImageHeader {
        ImageHeader(size: PixelSize(width: pixelCount, height: 1), scanCount: count)
    }

    private static func inScans(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 240, bound: .scanPixels)
    }

    private static func inBytes(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 400, bound: .frameBytes)
    }

    private static func inFrame(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 100, bound: .framePixels)
    }

    private static func inAllFrames(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 300, bound: .animationPixels)
    }
}
