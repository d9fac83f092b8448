import Testing

@testable import PreflightCore

/// How much compressed text and how many profiles of a PNG are read.
struct PNGTextBoundTests {
    /// A text that holds a position's two names.
    private static let position = Array("GPSLatitude=\"1\" GPSLongitude=\"1\"".utf8)

    @Test(arguments: [
        (spare: -1, isFound: false), (spare: 0, isFound: true), (spare: 1, isFound: true),
    ])
    func `a position is looked for where there is room for its text`(
        spare: Int,
        isFound: Bool
    ) throws {
        let data = Array("XML:com.adobe.xmp\0\0".utf8) + ZlibBytes.stored(Self.position)
        let bytes = PNGBytes().chunk("zTXt", data).bytes
        let chunk = try Self.chunk(in: bytes)
        var room = Self.position.count + spare
        let text = PNGText(chunk, in: bytes.span, within: &room)
        #expect(text?.hasGPS == isFound)
        #expect(room == max(spare, 0))
    }

    @Test(arguments: [
        (spare: -1, isRead: false), (spare: 0, isRead: true), (spare: 1, isRead: true),
    ])
    func `text that is too long by itself counts among all text`(
        spare: Int,
        isRead: Bool
    ) throws {
        let tooLong = PNGTextLimits.chunkByteCountAtMost + 1
        var limits = PNGTextLimits()
        limits.textByteRoom = tooLong + 10 + spare
        let fact = try Self.fact(of: Self.text(byteCount: tooLong), &limits)
        #expect(fact?.contains("more than 1 MiB") == true)
        let next = try Self.fact(of: Self.text(byteCount: 10), &limits)
        #expect(next?.contains("64 MiB of text") != isRead)
    }

    @Test(arguments: [
        (room: 99, isRead: false), (room: 100, isRead: false), (room: 101, isRead: true),
    ])
    func `profiles are read as long as there is room`(room: Int, isRead: Bool) throws {
        let profile = PNGBytes().profile(zlib: ZlibBytes.stored(Self.zeros(100))).bytes
        var limits = PNGTextLimits()
        limits.profileByteRoom = room
        #expect(try Self.fact(of: profile, &limits) == nil)
        let next = try Self.fact(of: profile, &limits)
        #expect(next?.contains("a profile too many") != isRead)
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    private static func text(byteCount: Int) -> [UInt8] {
        PNGBytes().chunk("zTXt", [0x6B, 0, 0] + ZlibBytes.stored(zeros(byteCount))).bytes
    }

    /// The chunk after the header.
    private static func chunk(in file: [UInt8]) throws -> PNGChunk {
        let offset = PNGReader.signature.count + PNGImageHeader.chunkByteCount
        let chunk = PNGChunk(in: file.span, at: offset)
        return try #require(chunk)
    }

    private static func fact(of file: [UInt8], _ limits: inout PNGTextLimits) throws -> String? {
        limits.fault(of: try chunk(in: file), in: file.span, isAfterImageData: false)?.fact
    }
}
