import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// A picture that is decoded once becomes the files that it becomes where it is decoded for each.
struct DecodedPictureTests {
    private let codec = VipsCodec()

    static let fixtures = VerifyTests.decodable.filter { VerifyTests.refused[$0] == nil }

    static let plans: [Plan] = [
        Plan([.encode(.png)]),
        Plan([.convertToSRGB, .encode(.webpLossless)]),
        Plan([.convertToSRGB, .flatten(.black), .encode(.fullColorJPEG(quality: 90))]),
    ]

    @Test(arguments: fixtures, plans)
    func `it is written as the file is`(_ fixture: Fixture, _ plan: Plan) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        let picture = try codec.picture(after: plan, of: bytes, as: format)
        let written = try codec.written(picture, by: plan)
        let applied = try codec.apply(plan, to: bytes, as: format, frames: .first).bytes
        #expect(
            ImageFacts(reading: written.span).header == ImageFacts(reading: applied.span).header
        )
        #expect(try samples(of: written, by: plan) == samples(of: applied, by: plan))
    }

    private func samples(of bytes: [UInt8], by plan: Plan) throws -> DecodedPicture {
        let format = try #require(plan.encoding?.format)
        return try codec.picture(after: Plan(), of: bytes, as: format)
    }

    @Test
    func `it is upright, in the size and the color of the plan`() throws {
        let sideways = try #require(Orientation(rawValue: 6))
        let size = PixelSize(width: 30, height: 40)
        let plan = Plan([.upright(sideways), .flatten(.black), .downscale(size)])
        let picture = try codec.picture(
            after: plan,
            of: Fixture.pngRGB8.bytes(),
            as: .png
        )
        #expect(picture.layout.size == size)
        #expect(picture.layout.colorModel == .rgb)
        #expect(picture.samples.count == 30 * 40 * 3)
    }

    @Test
    func `what a flattening would take stays until it is written`() throws {
        let bytes = try Fixture.pngRGBAText.bytes()
        let plan = Plan([.flatten(.black), .encode(.jpeg(quality: 80))])
        let picture = try codec.picture(after: plan, of: bytes, as: .png)
        #expect(picture.layout.channelCount == 4)
        #expect(
            try samples(of: codec.written(picture, by: plan), by: plan).layout.channelCount == 3
        )
    }

    @Test
    func `a trial is the file that is written, and says how near it is`() throws {
        let encodings = [40, 85].map(Encoding.webp)
        let bytes = try Fixture.jpegPhoto.bytes()
        let picture = try codec.picture(after: Plan(), of: bytes, as: .jpeg)
        let size = picture.layout.size.scaled(by: 0.5)
        let trials = try codec.trials(of: encodings, after: Plan([.downscale(size)]), on: picture)
        #expect(trials.map(\.encoding) == encodings)
        for trial in trials {
            let plan = Plan([.downscale(size), .encode(trial.encoding)])
            #expect(try codec.written(picture, by: plan) == trial.bytes)
        }
        #expect(trials[0].similarity < trials[1].similarity)
        #expect(trials[0].similarity > 0.7 && trials[1].similarity < 1)
    }

    @Test
    func `samples that do not fill the picture are refused`() throws {
        let layout = DecodedPicture.Layout(
            size: PixelSize(width: 4, height: 4),
            colorModel: .rgb,
            channelCount: 3
        )
        let picture = DecodedPicture(layout: layout, samples: [1, 2, 3])
        #expect(throws: CodecError.self) {
            try codec.written(picture, by: Plan([.encode(.png)]))
        }
    }
}
