import Testing

@testable import PreflightCore

@Suite struct PNGAnimationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var file: PNGBytes
        var frameCount: Int
        var largestFrame = PixelSize(width: 4, height: 3)
        var testDescription: String { name }
    }

    static let start = PNGBytes()

    static let cases: [Case] = [
        Case(
            name: "first frame is the image data",
            file: start.animation(claiming: 2).frameControl().imageData().frameControl()
                .frameData(),
            frameCount: 2
        ),
        Case(
            name: "image data is no frame",
            file: start.animation(claiming: 1).imageData().frameControl().frameData(),
            frameCount: 1
        ),
        Case(
            name: "image data is no frame, two others are",
            file: start.animation(claiming: 2).imageData().frameControl().frameData()
                .frameControl().frameData(),
            frameCount: 2
        ),
        Case(
            name: "frame in several pieces",
            file: start.animation(claiming: 1).frameControl().imageData().imageData()
                .frameControl().frameData().frameData(),
            frameCount: 2
        ),
        Case(
            name: "more frames claimed than there are",
            file: start.animation(claiming: 1_000).frameControl().imageData(),
            frameCount: 1
        ),
        Case(
            name: "fewer frames claimed than there are",
            file: start.animation(claiming: 1).frameControl().imageData().frameControl()
                .frameData(),
            frameCount: 2
        ),
        Case(
            name: "no animation control",
            file: start.frameControl().imageData().frameControl().frameData(),
            frameCount: 1
        ),
        Case(
            name: "animation control after the image data",
            file: start.frameControl().imageData().animation(claiming: 2).frameControl()
                .frameData(),
            frameCount: 1
        ),
        Case(
            name: "no frame at all",
            file: start.animation(claiming: 2).imageData(),
            frameCount: 1
        ),
        Case(
            name: "frame control without data",
            file: start.animation(claiming: 2).frameControl().imageData().frameControl()
                .frameControl(),
            frameCount: 1
        ),
        Case(
            name: "frame data without frame control",
            file: start.animation(claiming: 2).frameControl().imageData().frameData(),
            frameCount: 1
        ),
        Case(
            name: "frame data that is empty",
            file: start.animation(claiming: 2).frameControl().imageData().frameControl()
                .frameData(byteCount: 0),
            frameCount: 1
        ),
        Case(
            name: "frame data before the image data",
            file: start.animation(claiming: 2).frameControl().frameData().imageData(),
            frameCount: 1
        ),
        Case(
            name: "frame control of the wrong length",
            file: start.animation(claiming: 2).frameControl().imageData()
                .chunk("fcTL", [UInt8](repeating: 0, count: 25)).frameData(),
            frameCount: 1
        ),
        Case(
            name: "frame beyond the canvas",
            file: start.animation(claiming: 2).frameControl().imageData()
                .frameControl(x: 100, y: 1, width: 20, height: 1).frameData(),
            frameCount: 2,
            largestFrame: PixelSize(width: 120, height: 3)
        ),
        Case(
            name: "frame as large as can be written",
            file: start.animation(claiming: 2).frameControl().imageData()
                .frameControl(x: 0xFFFF_FFFF, y: 9, width: 0xFFFF_FFFF, height: 1).frameData(),
            frameCount: 2,
            largestFrame: PixelSize(width: 0x7FFF_FFFF, height: 10)
        ),
        Case(
            name: "frame beyond the canvas of a still",
            file: start.imageData().frameControl(width: 99).frameData(),
            frameCount: 1
        ),
    ]

    @Test(arguments: cases)
    func countsTheFramesThatAreThere(_ row: Case) throws {
        let header = try PNGReader.header(of: row.file.end().bytes.span)
        #expect(header.frameCount == row.frameCount)
        #expect(header.largestFrame == row.largestFrame)
        #expect(header.isAnimated == (row.frameCount > 1))
    }

    @Test func countsAFrameThatIsCutOff() throws {
        let whole = Self.start.animation(claiming: 2).frameControl().imageData().frameControl()
            .frameData(byteCount: 9)
        let dataByteCount = 9
        let checksumByteCount = 4
        let withOneByte = whole.bytes.dropLast(checksumByteCount + dataByteCount - 1)
        let withNone = withOneByte.dropLast()
        #expect(try PNGReader.header(of: Array(withOneByte).span).frameCount == 2)
        #expect(try PNGReader.header(of: Array(withNone).span).frameCount == 1)
    }
}
