import Fixtures
import PreflightCore
import Testing

/// However a picture is stored, it comes out as it is to be seen.
struct OrientationPixelTests {
    static let jpegs: [Fixture] = [
        .jpegOrientation1, .jpegOrientation2, .jpegOrientation3, .jpegOrientation4,
        .jpegOrientation5, .jpegOrientation6, .jpegOrientation7, .jpegOrientation8,
        .jpegOrientation6BigEndian,
    ]

    private static let upright = Result {
        try Picture(decoding: Fixture.orientationUpright.bytes())
    }

    // Two JPEG encodings lie between; a picture turned wrongly is 40 and more away.
    @Test(arguments: jpegs)
    func `JPEG`(_ fixture: Fixture) async throws {
        let prepared = try await PreparedPicture(fixture.bytes())
        #expect(prepared.picture.meanDifference(from: try Self.upright.get()) < 2)
    }

    @Test(arguments: [Fixture.pngOrientation6, .pngOrientation6Late, .webpOrientation6])
    func `without loss, every sample`(_ fixture: Fixture) async throws {
        let prepared = try await PreparedPicture(fixture.bytes())
        #expect(prepared.steps.first == .upright(try #require(Orientation(rawValue: 6))))
        let isUpright = try prepared.picture == Self.upright.get()
        #expect(isUpright)
    }

    @Test(arguments: jpegs.dropFirst())
    func `each turn is seen`(_ fixture: Fixture) throws {
        let stored = try Picture(decoding: fixture.bytes())
        #expect(stored.meanDifference(from: try Self.upright.get()) > 25)
    }

    @Test(arguments: jpegs)
    func `turned and scaled`(_ fixture: Fixture) async throws {
        let table = try RuleTable.claude(taking: .jpeg, .png).targeting(longEdgePixels: 128)
        let prepared = try await PreparedPicture(fixture.bytes(), under: table)
        #expect(prepared.picture.size == PixelSize(width: 128, height: 104))
        let reference = Plane(try Self.upright.get()).scaled(to: prepared.picture.size)
        #expect(Plane(prepared.picture).similarity(to: reference) > 0.95)
    }
}

extension RuleTable {
    /// The table with another documented target.
    fileprivate func targeting(longEdgePixels: Int) -> RuleTable {
        var table = self
        for index in limits.indices where limits[index].code == .largerThanLookedAt {
            table.limits[index].bound = .within(ResizeTarget(longEdgePixels: longEdgePixels))
        }
        return table
    }
}
