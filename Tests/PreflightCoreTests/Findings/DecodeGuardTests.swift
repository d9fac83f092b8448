import Testing

@testable import PreflightCore

/// The guard on three sides of both its bounds, in both scopes.
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

    /// Both bounds small enough to read.
    static let small = DecodeGuard(framePixelCount: 100, animationPixelCount: 300)

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

    private static func inFrame(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 100, isOfAllFrames: false)
    }

    private static func inAllFrames(_ measured: Int) -> DecodeGuard.Excess? {
        DecodeGuard.Excess(measured: measured, limit: 300, isOfAllFrames: true)
    }
}
