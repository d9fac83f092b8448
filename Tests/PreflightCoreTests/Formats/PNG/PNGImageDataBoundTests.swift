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

    /// Rows of bytes after the last one of the picture: how many, whether they are none, and whether
    /// they are more than the 10 for which there is room.
    @Test(arguments: [
        (surplus: 0, isSound: true, isOverfull: false),
        (surplus: 1, isSound: false, isOverfull: false),
        (surplus: 9, isSound: false, isOverfull: false),
        (surplus: 10, isSound: false, isOverfull: false),
        (surplus: 11, isSound: false, isOverfull: true),
    ])
    func `image data that go on after the last row are a flaw, and read up to a bound`(
        surplus: Int,
        isSound: Bool,
        isOverfull: Bool
    ) throws {
        let stream = ZlibBytes.stored([UInt8](repeating: 0, count: 39 + surplus))
        let file = PNGBytes().chunk("IDAT", stream).end().bytes
        let header = try PNGImageHeader(in: file.span, at: PNGReader.signature.count)
        let data = PNGImageData(of: file, header, surplusByteRoom: 10)
        #expect(data.flaws.isEmpty == isSound)
        #expect(data.isOverfull == isOverfull)
        #expect(data.missingPixels == nil)
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
