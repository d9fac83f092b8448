import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// How much of the colour is stored when a picture is written as a JPEG.
struct JPEGChromaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let format: ImageFormat
        let quality: Int
        let isFull: Bool

        init(_ fixture: Fixture, _ format: ImageFormat, _ quality: Int, isFull: Bool) {
            self.fixture = fixture
            self.format = format
            self.quality = quality
            self.isFull = isFull
        }

        var testDescription: String { "\(fixture) at quality \(quality)" }
    }

    // jpeg-mark is 4:4:4 and jpeg-photo 4:2:0, and stay so; else libvips itself halves chroma below
    // quality 90.
    static let cases = [
        Case(.jpegMark, .jpeg, 40, isFull: true), Case(.jpegMark, .jpeg, 89, isFull: true),
        Case(.jpegMark, .jpeg, 90, isFull: true), Case(.jpegPhoto, .jpeg, 89, isFull: false),
        Case(.jpegPhoto, .jpeg, 90, isFull: false), Case(.pngRGB8, .png, 89, isFull: false),
        Case(.pngRGB8, .png, 90, isFull: true), Case(.webpLossy, .webp, 85, isFull: false),
    ]

    @Test(arguments: cases)
    func `colour stays as full as it was`(_ c: Case) throws {
        let plan = Plan([.encode(.jpeg(quality: c.quality))])
        let bytes = try Self.written(c, plan)
        #expect(try #require(Self.sampling(of: bytes)) == (c.isFull ? 0x11 : 0x22))
    }

    @Test(arguments: cases)
    func `also when it is scaled, converted and turned`(_ c: Case) throws {
        let sideways = try #require(Orientation(rawValue: 6))
        let plan = Plan([
            .upright(sideways), .convertToSRGB, .downscale(PixelSize(width: 52, height: 64)),
            .encode(.jpeg(quality: c.quality)),
        ])
        let bytes = try Self.written(c, plan)
        #expect(try #require(Self.sampling(of: bytes)) == (c.isFull ? 0x11 : 0x22))
    }

    @Test(arguments: cases)
    func `the same file gives the same bytes`(_ c: Case) throws {
        let plan = Plan([.encode(.jpeg(quality: c.quality))])
        let (one, other) = (try Self.written(c, plan), try Self.written(c, plan))
        #expect(one == other)
    }

    private static func written(_ c: Case, _ plan: Plan) throws -> [UInt8] {
        try VipsCodec().apply(plan, to: c.fixture.bytes(), as: c.format, frames: .first).bytes
    }

    /// The sampling factors of the first component, as SOF has them (T.81, B.2.2).
    private static func sampling(of bytes: [UInt8]) -> UInt8? {
        var offset = 2
        while offset + 12 <= bytes.count {
            if (0xC0...0xC2).contains(bytes[offset + 1]) { return bytes[offset + 11] }
            offset += 2 + Int(bytes[offset + 2]) << 8 + Int(bytes[offset + 3])
        }
        return nil
    }
}
