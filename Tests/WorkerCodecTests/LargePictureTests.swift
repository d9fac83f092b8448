import PreflightCore
import Testing
import WorkerCodec

/// Pictures that libvips would decode into a file pass through a worker, which can make none.
struct LargePictureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let format: ImageFormat
        let bytes: [UInt8]
        let size: PixelSize
    }

    private static let rows = [
        Row(
            testDescription: "a WebP of 108 MB",
            format: .webp,
            bytes: LargePicture.webP(width: 6_000, height: 6_000),
            size: PixelSize(width: 6_000, height: 6_000)
        ),
        Row(
            testDescription: "the widest WebP",
            format: .webp,
            bytes: LargePicture.webP(width: 16_383, height: 2_200),
            size: PixelSize(width: 16_383, height: 2_200)
        ),
        Row(
            testDescription: "an interlaced PNG of 101 MB",
            format: .png,
            bytes: LargePicture.interlacedPNG(width: 4_096, height: 4_096),
            size: PixelSize(width: 4_096, height: 4_096)
        ),
    ]

    private static let workers = WorkerCodec(program: BuiltPrograms.worker)

    @Test(arguments: rows)
    func `is decoded`(_ row: Row) throws {
        let decoded = try Self.workers.verify(row.bytes, as: row.format, frames: .first)
        #expect(decoded.size == row.size && decoded.frameCount == 1 && decoded.damage == nil)
    }

    @Test(arguments: rows)
    func `is written anew`(_ row: Row) throws {
        let plan = Plan([.flatten(.white), .encode(.png)])
        let applied = try Self.workers.apply(plan, to: row.bytes, as: row.format, frames: .first)
        let header = try ImageHeader(reading: applied.bytes.span, as: .png)
        #expect(header.size == row.size)
    }
}
