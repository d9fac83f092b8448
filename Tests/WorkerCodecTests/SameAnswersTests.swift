import Fixtures
import PreflightCore
import Testing
import VipsCodec
import WorkerCodec

/// A worker answers what libvips answers in this process, byte for byte.
struct SameAnswersTests {
    private static let workers = WorkerCodec(program: BuiltPrograms.worker)
    private static let inProcess = VipsCodec()

    /// Files of the four formats, damaged ones among them, that a test has the time for.
    private static let fixtures = Fixture.all.filter { fixture in
        guard let bytes = try? fixture.bytes() else { return false }
        let facts = ImageFacts(reading: bytes.span)
        let size = try? facts.header.get().largestFrame
        return facts.format.isDecodable && (size?.pixelCount ?? 0) <= 500_000
    }

    private static let plans = [
        Plan([.convertToSRGB, .flatten(.white), .encode(.jpeg(quality: 80))]),
        Plan([.convertToSRGB, .downscale(PixelSize(width: 7, height: 5)), .encode(.png)]),
    ]

    private static func outcome<Value: Equatable>(
        _ body: () throws(CodecError) -> Value
    ) -> Result<Value, CodecError> {
        Result(catching: body)
    }

    @Test(arguments: fixtures, FrameScope.allCases)
    func `it verifies the same`(_ fixture: Fixture, _ frames: FrameScope) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        let outcomes = [Self.workers as any ImageCodec, Self.inProcess]
            .map { codec in
                Self.outcome { () throws(CodecError) in
                    try codec.verify(bytes, as: format, frames: frames)
                }
            }
        #expect(outcomes[0] == outcomes[1])
    }

    @Test(arguments: fixtures, plans)
    func `it applies plans the same`(_ fixture: Fixture, _ plan: Plan) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        let outcomes = [Self.workers as any ImageCodec, Self.inProcess]
            .map { codec in
                Self.outcome { () throws(CodecError) in
                    try codec.apply(plan, to: bytes, as: format, frames: .first)
                }
            }
        #expect(outcomes[0] == outcomes[1])
    }

    @Test(arguments: [Fixture.jpegPhoto, .pngRGBAText, .webp2Frames])
    func `it decodes once and writes often, the same`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        let plan = Plan([.encode(.webp(quality: 50))])
        let encodings: [Encoding] = [.jpeg(quality: 50), .jpeg(quality: 90)]
        var files: [[[UInt8]]] = []
        for codec in [Self.workers as any ImageCodec, Self.inProcess] {
            let picture = try codec.picture(after: plan, of: bytes, as: format)
            let trials = try codec.trials(of: encodings, after: plan, on: picture)
            files.append(
                [picture.samples, try codec.written(picture, by: plan)] + trials.map(\.bytes)
            )
        }
        #expect(files[0] == files[1])
    }

    @Test func `it has the same libvips`() {
        #expect(Self.workers.version == Self.inProcess.version)
    }
}
