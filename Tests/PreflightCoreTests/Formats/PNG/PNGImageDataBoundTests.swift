import Testing

@testable import PreflightCore

/// How far the frames after the picture of a PNG are looked through, on three sides of the bound.
struct PNGImageDataBoundTests {
    /// Two frames of 3 rows of 1 + 12 bytes after the picture; the second of them is cut short.
    private static let file: [UInt8] = {
        let whole = ZlibBytes.stored([UInt8](repeating: 0, count: 39))
        let short = ZlibBytes.stored([UInt8](repeating: 0, count: 38))
        return PNGBytes().animation(claiming: 3).frameControl().chunk("IDAT", whole)
            .frameControl().frameData(whole).frameControl().frameData(short).end().bytes
    }()

    @Test(arguments: [(0, true), (1, false), (100, false)])
    func `image data that go on after the last row are a flaw`(surplus: Int, isSound: Bool) throws {
        let data = ZlibBytes.stored([UInt8](repeating: 0, count: 39 + surplus))
        let file = PNGBytes().chunk("IDAT", data).end().bytes
        let found = try #require(PNGImageData(of: file))
        #expect(found.surplusByteCount == surplus)
        #expect(found.flaws.isEmpty == isSound)
        #expect(found.missingPixels == nil)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a picture with too much after its last row is not decoded`(
        beyond: Int,
        isRead: Bool
    ) {
        let count = 39 + PNGImageData.surplusByteCountAtMost + beyond
        let data = ZlibBytes.stored([UInt8](repeating: 0, count: count))
        let file = PNGBytes().chunk("IDAT", data).end().bytes
        var facts = ImageFacts(reading: file.span)
        facts.readImageData(of: file)
        let failure = HeaderError.overfull(most: PNGImageData.surplusByteCountAtMost)
        #expect((facts.header == .failure(failure)) != isRead)
    }

    @Test(arguments: [
        (room: 0, isFound: false), (room: 39, isFound: false), (room: 39 + 38, isFound: false),
        (room: 39 + 39, isFound: true), (room: 39 + 40, isFound: true),
    ])
    func `a later frame is judged where there is room for all of it`(
        room: Int,
        isFound: Bool
    ) throws {
        let header = try PNGImageHeader(in: Self.file.span, at: PNGReader.signature.count)
        let data = PNGImageData(of: Self.file, header, frameByteRoom: room)
        #expect(data.flaws.isEmpty != isFound)
        #expect(data.missingPixels == nil)
    }
}
