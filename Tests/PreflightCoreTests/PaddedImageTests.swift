import Fixtures
import PreflightCore
import Testing

/// Padding gives every byte count asked for, and a picture that is still read.
struct PaddedImageTests {
    /// Sizes around the limits on bytes, and around the longest comment.
    static let byteCounts = [
        70_000, 131_073, 131_074, 131_075, 131_076, 131_077, 131_078,
        3_932_159, 3_932_160, 3_932_161, 9_999_999, 10_000_000, 10_000_001,
    ]

    @Test(arguments: byteCounts)
    func `A padded PNG has exactly the bytes asked for`(byteCount: Int) throws {
        let bytes = try #require(PaddedImage.png(byteCount: byteCount))
        #expect(bytes.count == byteCount)
        #expect(ImageFacts(reading: bytes.span).header == .success(Self.bars))
    }

    @Test(arguments: byteCounts)
    func `A padded JPEG has exactly the bytes asked for`(byteCount: Int) throws {
        let bytes = try #require(try PaddedImage.jpeg(byteCount: byteCount))
        #expect(bytes.count == byteCount)
        var header = try ImageFacts(reading: bytes.span).header.get()
        // So much padding for so few pixels could hide anything.
        header.mayHideDamage = false
        #expect(header == Self.mark)
    }

    @Test
    func `What the picture and its padding do not fit is refused`() throws {
        // Signature, IHDR, IDAT in one stored block, IEND, and the shortest padding.
        let smallestPNG = 8 + 25 + (12 + 2 + 5 + 39 * 300 + 4) + 12 + 16
        #expect(PaddedImage.png(byteCount: smallestPNG)?.count == smallestPNG)
        #expect(PaddedImage.png(byteCount: smallestPNG - 1) == nil)

        let smallestJPEG = try Fixture.jpegMark.bytes().count + 4
        #expect(try PaddedImage.jpeg(byteCount: smallestJPEG)?.count == smallestJPEG)
        #expect(try PaddedImage.jpeg(byteCount: smallestJPEG - 1) == nil)
    }

    private static let bars = ImageHeader(
        size: PixelSize(width: 300, height: 300),
        bitsPerSample: 1,
        isLossless: true,
        colorModel: .gray
    )
    private static let mark = ImageHeader(size: PixelSize(width: 256, height: 208))
}
