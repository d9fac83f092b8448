import Fixtures
import PreflightCore
import Testing

/// What was transparent ends on paper, and readable.
struct FlattenedPixelTests {
    // The ink is pure black and so is what nobody sees: on libvips' own background, black, nothing
    // would be left to read.
    @Test(arguments: [Fixture.pngRGBAText, .pngGrayAlpha, .pngRGBA16])
    func `black text on nothing ends black on white`(_ fixture: Fixture) async throws {
        let table = try RuleTable.claude(taking: .jpeg)
        let prepared = try await PreparedPicture(fixture.bytes(), under: table)
        #expect(prepared.steps.contains(.flatten(.white)))
        let expected = try Picture(decoding: Fixture.sharpText.bytes())
        #expect(Plane(prepared.picture).similarity(to: Plane(expected)) > 0.97)
        #expect(prepared.picture.colour(5, 5).allSatisfy { $0 > 250 })
        // Within the stem of the first T.
        #expect(prepared.picture.colour(45, 105).allSatisfy { $0 < 12 })
    }

    @Test(arguments: [Fixture.pngRGBAText, .pngGrayAlpha, .pngRGBA16])
    func `on the background that is asked for`(_ fixture: Fixture) async throws {
        let table = try RuleTable.claude(taking: .jpeg)
        let yellow = Color(red: 250, green: 220, blue: 20)
        let prepared = try await PreparedPicture(
            fixture.bytes(),
            under: table,
            PlanOptions(background: yellow)
        )
        let paper = prepared.picture.colour(5, 5)
        #expect(CIELab(paper).difference(from: CIELab([250, 220, 20])) < 3, "\(paper)")
    }

    @Test
    func `colours that nobody sees do not bleed when pixels are mixed`() async throws {
        // Red without opacity around an opaque black field.
        var picture = Picture(width: 1_600, height: 1_600, of: [255, 0, 0, 0])
        picture.fill(401, 403, 799, 797, with: [0, 0, 0, 255])
        let table = try RuleTable.claude(taking: .png)
        let prepared = try await PreparedPicture(picture.encoded(as: .png), under: table)
        #expect(prepared.steps.contains(.downscale(prepared.picture.size)))
        #expect(prepared.picture.bandCount == 4)
        let samples = prepared.picture.samples
        let reddest = stride(from: 0, to: samples.count, by: 4)
            .filter { samples[$0 + 3] > 0 }.map { samples[$0] }.max()
        #expect(try #require(reddest) < 8)
    }
}
