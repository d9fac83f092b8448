import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing
import VipsCodec

/// A picture that the model would scale, as tiles that it does not.
struct TileTests {
    private static let options = RequestOptions(plan: PlanOptions(tiling: .always))

    private static func prepared(
        _ inputs: [ImageInput] = [.file(Fixture.pageTall.path)],
        model: String = BuiltIn.claude,
        options: RequestOptions = options
    ) async throws -> Prepared {
        try await Preflight(model: model).prepare(inputs, options: options)
    }

    private static func pixels(of bytes: [UInt8]) throws -> DecodedPicture {
        try VipsCodec().picture(after: Plan([.encode(.png)]), of: bytes, as: .png)
    }

    @Test(arguments: [BuiltIn.claude, BuiltIn.gpt5, BuiltIn.gpt5Mini])
    func `put together again they are the picture`(_ model: String) async throws {
        let prepared = try await Self.prepared(model: model)
        let whole = try Self.pixels(of: Fixture.pageTall.bytes())
        let tiles = try #require(prepared.report.images.first?.output?.tiles)
        #expect(tiles.count == prepared.images.count && tiles.count > 1)
        var together = whole
        together.samples = Array(repeating: 7, count: whole.samples.count)
        for (tile, image) in zip(tiles, prepared.images) {
            let part = try Self.pixels(of: image.bytes)
            #expect(part.layout.size == tile.rectangle.size)
            #expect(part == whole.cropped(to: tile.rectangle))
            #expect(tile.scale == 1 && tile.byteCount == image.bytes.count)
            together.paste(part, at: tile.rectangle)
        }
        #expect(together == whole)
    }

    @Test(arguments: [BuiltIn.claude, BuiltIn.gpt5, BuiltIn.gpt5Mini])
    func `each is accepted as it is, and no line is cut`(_ model: String) async throws {
        let prepared = try await Self.prepared(model: model)
        let preflight = try Preflight(model: model)
        let report = try await preflight.check(
            prepared.images.map { .bytes($0.bytes, name: "tile.png") }
        )
        #expect(report.images.allSatisfy { $0.verdict == .accepted && $0.findings.isEmpty })
        #expect(report.request.findings.isEmpty)
        let whole = try Self.pixels(of: Fixture.pageTall.bytes())
        for tile in try #require(prepared.report.images.first?.output?.tiles) {
            let (top, height) = (tile.rectangle.y, tile.rectangle.size.height)
            for row in [top - 1, top, top + height - 1, top + height]
            where row >= 0 && row < whole.layout.size.height {
                #expect(whole.hasNoInk(inRow: row), "row \(row)")
            }
        }
    }

    @Test func `without the option the picture is scaled, and that is told`() async throws {
        let prepared = try await Self.prepared(options: RequestOptions())
        let image = try #require(prepared.report.images.first)
        #expect(image.output?.tiles == [])
        #expect(image.outputFindings.map(\.code) == [.tooSmall])
        let tiled = try #require(try await Self.prepared().report.images.first)
        #expect(tiled.outputFindings.isEmpty && tiled.notes.isEmpty)
        #expect(tiled.plan?.steps == [.tile(4), .encode(.png)])
    }

    @Test func `they are labelled, and count as images`() async throws {
        var options = Self.options
        #expect(
            try await Self.prepared(options: options).images.map(\.label)
                == (1...4).map { "part \($0) of 4" }
        )
        options.message.label = "Image {n}: {name}"
        let inputs: [ImageInput] = [
            .file(Fixture.pngRGB8.path), .file(Fixture.pageTall.path), .file(Fixture.pngRGB8.path),
        ]
        let prepared = try await Self.prepared(inputs, options: options)
        #expect(
            prepared.images.map(\.label)
                == ["Image 1: png-rgb8.png"]
                + (1...4).map { "Image \($0 + 1): page-tall.png, part \($0) of 4" }
                + ["Image 6: png-rgb8.png"]
        )
        #expect(prepared.report.requests.map(\.images) == [[0, 1, 1, 1, 1, 2]])
        #expect(prepared.report.images[1].output?.tiles.map(\.request) == [1, 1, 1, 1])
        #expect(prepared.report.images[1].output?.request == nil)
        #expect(prepared.report.images[2].output?.request == 1)
    }

    @Test func `a request of its own holds all tiles of a picture`() async throws {
        var preflight = try Preflight(model: BuiltIn.claude)
        preflight.options.judgesEach = true
        let inputs: [ImageInput] = [.file(Fixture.pageTall.path), .file(Fixture.pngRGB8.path)]
        let prepared = try await preflight.prepare(inputs, options: Self.options)
        #expect(prepared.requests.map(\.images.count) == [4, 1])
    }

    @Test func `over the bytes they are made smaller, and say so`() async throws {
        var options = Self.options
        options.byteBudget = 12_000
        options.plan.squeezes = true
        options.split = .never
        let prepared = try await Self.prepared(options: options)
        #expect(prepared.refusal == nil)
        #expect(try prepared.bodyByteCounts().allSatisfy { $0 <= 12_000 })
        let output = try #require(prepared.report.images.first?.output)
        #expect(output.byteCount == prepared.images.reduce(0) { $0 + $1.bytes.count })
        for (tile, image) in zip(output.tiles, prepared.images) {
            let size = try image.facts.header.get().displaySize
            let width = Double(tile.rectangle.size.width)
            #expect(tile.scale == Double(size.width) / width)
        }
    }

    @Test func `more than a request takes are refused with the cure`() async throws {
        var table = try BuiltIn.table(BuiltIn.claude)
        for index in table.limits.indices where table.limits[index].code == .tooManyImages {
            table.limits[index].bound = .atMost(3)
        }
        let prepared = try await Preflight(table: table, codec: VipsCodec())
            .prepare([.file(Fixture.pageTall.path)], options: Self.options)
        #expect(prepared.requests.isEmpty)
        #expect(
            prepared.report.images.first?.refusal?.description
                == "The picture makes 4 tiles, and a request takes at most 3 images: cut it into "
                + "pictures of your own, or let it be scaled down."
        )
    }

    @Test func `limits that many images have hold for the others too`() async throws {
        // Among more than 20 images no edge may be over 2,000 px.
        let options = RequestOptions(plan: PlanOptions(resize: .limits, tiling: .auto))
        let wide = try Fixture.size2049x300.bytes()
        let inputs =
            [ImageInput.file(Fixture.pageTall.path)]
            + (1...17).map { ImageInput.bytes(wide, name: "\($0).png") }
        let prepared = try await Self.prepared(inputs, options: options)
        #expect(prepared.images.count == 21)
        let report = try await Preflight(model: BuiltIn.claude)
            .check(prepared.images.map { .bytes($0.bytes, name: "a.png") })
        #expect(report.images.allSatisfy { $0.verdict == .accepted })
    }
}

extension DecodedPicture {
    /// Puts a part in its place.
    fileprivate mutating func paste(_ part: DecodedPicture, at place: PixelRectangle) {
        let pixel = layout.channelCount * layout.sampleByteCount
        let (wide, narrow) = (layout.size.width * pixel, place.size.width * pixel)
        for row in 0..<place.size.height {
            let start = (place.y + row) * wide + place.x * pixel
            samples.replaceSubrange(
                start..<start + narrow,
                with: part.samples[row * narrow..<(row + 1) * narrow]
            )
        }
    }

    /// Whether nothing but paper and the rule down the page is in a row.
    fileprivate func hasNoInk(inRow row: Int) -> Bool {
        let width = layout.size.width * layout.channelCount
        return samples[row * width..<(row + 1) * width].allSatisfy { $0 > 100 }
    }
}
