import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Where bytes have to be saved, no more is lost than they ask for.
struct SparingTests {
    private static func prepared(
        _ bytes: [UInt8],
        share: Double,
        _ plan: PlanOptions = PlanOptions()
    ) async throws -> Prepared {
        let budget = Int(Double(bytes.count) * 4 / 3 * share)
        return try await Preflight(model: BuiltIn.gpt5)
            .prepare(
                [.bytes(bytes, name: "picture")],
                options: RequestOptions(plan: plan, byteBudget: budget)
            )
    }

    @Test(arguments: [0.95, 0.9])
    func `a photograph little over its room keeps its size`(share: Double) async throws {
        let bytes = try Fixture.jpegPhoto.bytes()
        let prepared = try await Self.prepared(bytes, share: share)
        let image = try #require(prepared.images.first, "\(prepared.refusal?.description ?? "")")
        #expect(image.bytes != bytes)
        #expect(
            try image.facts.header.get().displaySize
                == ImageFacts(reading: bytes.span).header.get().displaySize
        )
    }

    @Test(arguments: [0.1, 0.2, 0.4, 0.6, 0.8])
    func `one photograph uses its room too`(share: Double) async throws {
        let bytes = try Fixture.jpegPhoto.bytes()
        let prepared = try await Self.prepared(bytes, share: share)
        let byteCount = try #require(prepared.images.first?.bytes.count)
        #expect(Double(byteCount) <= Double(bytes.count) * share)
        #expect(Double(byteCount) >= Double(bytes.count) * share * 0.9)
    }

    @Test(arguments: [PlanOptions(), PlanOptions(lossAtMost: .none)])
    func `a screenshot is written anew before it loses anything`(
        options: PlanOptions
    ) async throws {
        let screenshot = Picture.screenshot(width: 900, height: 600)
        let bytes = try screenshot.encoded(as: .png)
        let prepared = try await Self.prepared(bytes, share: 0.9, options)
        let image = try #require(prepared.images.first, "\(prepared.refusal?.description ?? "")")
        #expect(image.facts.format == .webp)
        #expect(try Picture(decoding: image.bytes).meanDifference(from: screenshot) == 0)
    }

    @Test
    func `nothing is scaled where that is forbidden`() async throws {
        let bytes = try Fixture.jpegPhoto.bytes()
        let options = PlanOptions(resize: ResizePolicy.none)
        let size = try ImageFacts(reading: bytes.span).header.get().displaySize
        let prepared = try await Self.prepared(bytes, share: 0.4, options)
        #expect(try prepared.images.first?.facts.header.get().displaySize == size)

        let impossible = try await Self.prepared(bytes, share: 0.03, options)
        #expect(impossible.images.isEmpty)
        #expect(impossible.refusal?.message.help == .allowResize(.limits))
    }

    /// Claude takes edges of more than 2000 px in requests of at most 20 images.
    @Test(arguments: [PlanOptions(resize: ResizePolicy.none), PlanOptions(lossAtMost: .none)])
    func `requests are kept small where an edge may not be`(options: PlanOptions) async throws {
        let inputs = Array(repeating: ImageInput.file(Fixture.size2001x200.path), count: 21)
        let preflight = try Preflight(model: BuiltIn.claude)
        let prepared = try await preflight.prepare(inputs, options: RequestOptions(plan: options))
        #expect(prepared.requests.map(\.images.count) == [20, 1])
        let original = try Fixture.size2001x200.bytes()
        #expect(prepared.images.allSatisfy { $0.bytes == original })

        let together = try await preflight.prepare(
            inputs,
            options: RequestOptions(plan: options, split: .never)
        )
        #expect(together.images.isEmpty)
    }

    @Test
    func `an image that cannot go does not count for the others`() async throws {
        let large = ImageInput.file(Fixture.size2001x200.path)
        let small = Array(repeating: ImageInput.file(Fixture.pngRGB8.path), count: 19)
        let damaged = ImageInput.file(Fixture.cutPngIHDR.path)
        let options = RequestOptions(plan: PlanOptions(resize: .limits))
        let preflight = try Preflight(model: BuiltIn.claude)
        let prepared = try await preflight.prepare([damaged, large] + small, options: options)
        #expect(prepared.images.count == 20)
        #expect(try prepared.images[0].bytes == Fixture.size2001x200.bytes())

        let crowded = try await preflight.prepare([large, large] + small, options: options)
        #expect(try crowded.images[0].facts.header.get().displaySize.width == 2_000)
    }
}
