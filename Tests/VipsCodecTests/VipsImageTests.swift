import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// An image holds what it reads from.
struct VipsImageTests {
    @Test(arguments: [
        (Fixture.jpegPhoto, ImageFormat.jpeg), (.pngRGB8, .png), (.gifStill, .gif),
        (.webpLossy, .webp),
    ])
    func `pixels are there when the caller's bytes are gone`(
        _ fixture: Fixture,
        format: ImageFormat
    ) throws {
        let images = try (0..<20)
            .map { _ in
                Kept(image: try Self.opened(fixture, as: format))
            }
        // What the caller's arrays held is given away and written over.
        let byteCount = try fixture.bytes().count
        let others = (0..<100).map { [UInt8](repeating: UInt8($0), count: byteCount) }
        for kept in images { try kept.image.computeEveryPixel() }
        #expect(others.allSatisfy { $0.count == byteCount })
    }

    @Test
    func `bytes that the caller changes afterwards are not seen`() throws {
        try VipsLibrary.start()
        var bytes = try Fixture.jpegPhoto.bytes()
        let image = try VipsLoad(format: .jpeg, frames: .first)
            .open(bytes, failingOn: .refusingWarnings)
        for index in bytes.indices { bytes[index] = 0xFF }
        try image.computeEveryPixel()
        #expect(bytes.allSatisfy { $0 == 0xFF })
    }

    @Test(arguments: [Int](0...7))
    func `every row is computed, whatever the height`(missingRows: Int) throws {
        // The end of the file is gone, so a decode that leaves the last rows out would pass.
        for sample in JPEGSample.all {
            let bytes = try sample.bytes(missingRows: missingRows)
            #expect(throws: CodecError.self, "\(sample)") {
                try VipsCodec().verify(bytes.dropLast(2), as: .jpeg, frames: .first)
            }
        }
    }

    private static func opened(_ fixture: Fixture, as format: ImageFormat) throws -> VipsImage {
        try VipsLibrary.start()
        let bytes = try fixture.bytes()
        return try VipsLoad(format: format, frames: .first)
            .open(bytes, failingOn: .refusingWarnings)
    }

    /// An image in an array, which holds only what can be copied.
    private final class Kept {
        let image: VipsImage

        init(image: consuming VipsImage) { self.image = image }
    }
}
