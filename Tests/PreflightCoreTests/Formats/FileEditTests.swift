import Fixtures
import PreflightCore
import Testing

/// Whatever is edited still says the same of its picture.
struct FileEditTests {
    /// Fixtures with a picture, or a part of one.
    static let pictures = Fixture.all.filter { fixture in
        guard let file = try? EditedFile(of: fixture), file.before.format.isDecodable,
            let header = try? file.before.header.get()
        else { return false }
        return header.frameCount > 0
    }

    /// Those whose picture is cut off where no end marker can follow.
    static let cutOff: Set<Fixture> = [.cutGifHalf, .cutPngIDAT, .cutWebpHalf, .zerosPng]

    @Test(arguments: pictures, EditedFile.plans)
    func `The edited file keeps its promises`(_ fixture: Fixture, _ plan: Plan) throws {
        let edited = try EditedFile(of: fixture, by: plan)
        #expect((edited.result == nil) == Self.cutOff.contains(fixture))
        #expect(edited.brokenPromises == [])
    }

    @Test(arguments: pictures)
    func `Nothing to do changes nothing`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        #expect(Plan().edited(bytes, as: format) == bytes)
        #expect(Plan([.fitBytes(1)]).edited(bytes, as: format) == bytes)
    }

    @Test(arguments: [
        Step.upright(.upright), .convertToSRGB, .flatten(.white), .encode(.png),
        .downscale(PixelSize(width: 1, height: 1)),
    ])
    func `A step that needs the pixels is none of a file edit's`(_ step: Step) throws {
        let bytes = try Fixture.pngRGB8.bytes()
        #expect(Plan([.stripMetadata, step]).edited(bytes, as: .png) == nil)
    }

    @Test(arguments: ImageFormat.allCases)
    func `Bytes that are no image cannot be edited`(_ format: ImageFormat) throws {
        for fixture in [Fixture.noise, .empty, .otherBMP] {
            #expect(try Plan([.trim]).edited(fixture.bytes(), as: format) == nil)
        }
    }

    @Test
    func `Positions are among what the fixtures lose, turns are not`() throws {
        let plan = Plan([.stripMetadata])
        for fixture in [Fixture.jpegGPS, .pngGPS, .webpGPS] {
            let edited = try EditedFile(of: fixture, by: plan)
            #expect(try edited.before.header.get().hasGPS)
            #expect(edited.result != edited.original)
        }
        for fixture in [Fixture.jpegOrientation8, .pngOrientation6Late, .webpOrientation6] {
            let edited = try EditedFile(of: fixture, by: plan)
            #expect(try edited.before.header.get().orientation != .upright)
        }
    }
}
