import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Copies that are to be small are never larger than the file, nor too small to be read.
struct SmallCopyTests {
    private static let small = PlanOptions(resize: .target, prefersFewBytes: true)

    @Test(arguments: [BuiltIn.gpt5, BuiltIn.claude], [true, false])
    func `a long page keeps its size, and takes no more bytes`(
        model: String,
        isEach: Bool
    ) async throws {
        let bytes = try Fixture.pageTall.bytes()
        var preflight = try Preflight(model: model)
        preflight.options.judgesEach = isEach
        let prepared = try await preflight.prepare(
            [.bytes(bytes, name: "page.png")],
            options: RequestOptions(plan: Self.small)
        )
        let image = try #require(prepared.images.first)
        #expect(image.bytes.count <= bytes.count)
        let size = try image.facts.header.get().displaySize
        #expect(size == PixelSize(width: 480, height: 6_000))
    }

    @Test(arguments: [(1_018, 3_200), (1_021, 1_568), (1_024, 1_568)])
    func `a page stays large where less than 500 px would be left of its short edge`(
        height: Int,
        widthOfCopy: Int
    ) async throws {
        let picture = Picture.screenshot(width: 3_200, height: height)
        let prepared = try await PreparedPicture(
            picture.encoded(as: .jpeg(quality: 90)),
            Self.small
        )
        #expect(prepared.picture.size.width == widthOfCopy)
    }

    @Test
    func `a photograph is scaled, which saves bytes`() async throws {
        let photograph = Picture.screenshot(width: 2_000, height: 1_500)
        let bytes = try photograph.encoded(as: .jpeg(quality: 95))
        let prepared = try await PreparedPicture(bytes, Self.small)
        #expect(prepared.picture.size == PixelSize(width: 1_238, height: 928))
        #expect(prepared.bytes.count < bytes.count)
    }

    @Test
    func `a coarse picture that would grow stays byte for byte`() async throws {
        let picture = Picture.screenshot(width: 1_600, height: 1_200)
        let bytes = try picture.encoded(as: .jpeg(quality: 5))
        let prepared = try await PreparedPicture(bytes, Self.small)
        #expect(prepared.bytes.count <= bytes.count)
    }
}
