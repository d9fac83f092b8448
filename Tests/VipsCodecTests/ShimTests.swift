import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// Each door to a libvips operation passes on every option that it is given.
struct ShimTests {
    struct Loader: Sendable, CustomTestStringConvertible {
        let format: ImageFormat
        let fixture: Fixture
        let width: Int
        let height: Int

        init(_ format: ImageFormat, _ fixture: Fixture, _ width: Int, _ height: Int) {
            self.format = format
            self.fixture = fixture
            self.width = width
            self.height = height
        }

        var testDescription: String { format.rawValue }

        func opened(
            _ strictness: Strictness = .refusingErrors,
            frames: FrameScope = .first,
            shrink: Int32 = 1
        ) throws -> VipsImage {
            try VipsLibrary.start()
            return try VipsLoad(format: format, frames: frames)
                .open(fixture.bytes(), failingOn: strictness, shrink: shrink)
        }

        /// Decodes all frames beside the tests that look at libvips' words.
        func decode(_ strictness: Strictness) throws {
            try VipsLibrary.start()
            let bytes = try fixture.bytes()
            try ErrorDetail.exact { () throws(CodecError) in
                try VipsLoad(format: format, frames: .all)
                    .open(bytes, failingOn: strictness)
                    .computeEveryPixel()
            }
        }
    }

    static let loaders = [
        Loader(.jpeg, .jpegPhoto, 640, 480),
        Loader(.png, .size2048x300, 2_048, 300),
        Loader(.gif, .gifScreen2048x480, 2_048, 480),
        Loader(.webp, .webpLossy, 256, 208),
    ]

    @Test(arguments: loaders, [Strictness.refusingWarnings, .refusingErrors])
    func `each loader opens its format`(_ loader: Loader, strictness: Strictness) throws {
        let image = try loader.opened(strictness)
        #expect(image.width == loader.width)
        #expect(image.height == loader.height)
        #expect(image.frameHeight == loader.height)
        #expect(image.frameCount == 1)
        try image.computeEveryPixel()
    }

    @Test(arguments: [Int32(1), 2, 4, 8])
    func `a JPEG is shrunk while it is decoded`(shrink: Int32) throws {
        let image = try Self.loaders[0].opened(shrink: shrink)
        #expect(image.width == 640 / Int(shrink))
        #expect(image.height == 480 / Int(shrink))
        try image.computeEveryPixel()
    }

    @Test(arguments: [
        (Loader(.gif, .gif3Frames, 256, 208), 3), (Loader(.webp, .webp2Frames, 256, 208), 2),
    ])
    func `one frame or all of them are loaded`(_ loader: Loader, frameCount: Int) throws {
        let first = try loader.opened(frames: .first)
        let all = try loader.opened(frames: .all)
        #expect(first.height == loader.height)
        #expect(all.height == loader.height * frameCount)
        #expect(all.frameHeight == loader.height)
        #expect(first.frameCount == frameCount)
        #expect(all.frameCount == frameCount)
    }

    @Test(arguments: [
        Loader(.jpeg, .warningJpegSegments, 256, 208),
        Loader(.gif, .disagreeGifFrames, 320, 240),
    ])
    func `warnings fail a strict load only`(_ loader: Loader) throws {
        try loader.decode(.refusingErrors)
        #expect(throws: CodecError.self) { try loader.decode(.refusingWarnings) }
    }

    // By default libvips fills what is missing of these with grey and goes on.
    @Test(
        arguments: [
            Loader(.jpeg, .cutJpegHalf, 640, 480), Loader(.png, .cutPngIDAT, 256, 208),
            Loader(.gif, .cutGifHalf, 256, 208),
        ],
        [Strictness.refusingWarnings, .refusingErrors]
    )
    func `errors fail every load`(_ loader: Loader, strictness: Strictness) {
        #expect(throws: CodecError.self) { try loader.decode(strictness) }
    }

    // Of an image that was opened for any order, libvips would have kept every row.
    @Test
    func `pixels are read once, top to bottom`() throws {
        let bytes = try Fixture.size200x8001.bytes()
        try VipsLibrary.start()
        #expect(throws: CodecError.self) {
            try ErrorDetail.exact { () throws(CodecError) in
                let image = try VipsLoad(format: .png, frames: .first)
                    .open(bytes, failingOn: .refusingErrors)
                try image.computeEveryPixel()
                try image.computeEveryPixel()
            }
        }
    }
}
