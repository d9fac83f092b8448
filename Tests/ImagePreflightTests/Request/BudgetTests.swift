import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Many images come into one number of bytes.
struct BudgetTests {
    private static func prepared(
        _ fixtures: [Fixture] = PreparingScene.photographs,
        budget: Int?,
        model: String = BuiltIn.gpt5,
        squeezes: Bool = true,
        _ plan: PlanOptions = PlanOptions()
    ) async throws -> Prepared {
        var plan = plan
        plan.squeezes = squeezes
        let options = RequestOptions(plan: plan, split: .never, byteBudget: budget)
        return try await Preflight(model: model)
            .prepare(PreparingScene.inputs(fixtures), options: options)
    }

    @Test(arguments: [30_000, 45_000, 60_000, 80_000, 110_000])
    func `a body keeps to its bytes and uses them`(budget: Int) async throws {
        let prepared = try await Self.prepared(budget: budget)
        #expect(prepared.refusal == nil)
        let byteCount = try #require(try prepared.bodyByteCounts().first)
        #expect(byteCount <= budget)
        #expect(byteCount >= budget * 9 / 10)
        #expect(prepared.images.count == 6)
    }

    @Test(arguments: [30_000, 60_000])
    func `files keep to their bytes where those are limited`(budget: Int) async throws {
        let five = Array(PreparingScene.photographs.prefix(5))
        let prepared = try await Self.prepared(five, budget: budget, model: BuiltIn.gemma)
        let byteCount = prepared.images.reduce(0) { $0 + $1.bytes.count }
        #expect(byteCount <= budget)
        #expect(byteCount >= budget * 9 / 10)
    }

    @Test(arguments: [60_000, 80_000, 110_000])
    func `a few images are encoded six times at most, on average`(budget: Int) async throws {
        let prepared = try await Self.prepared(budget: budget)
        #expect(prepared.encodeCountMean > 0)
        // Of many images, each with its own small part in the sum, three are enough
        // (`./run bench fit`).
        #expect(prepared.encodeCountMean <= 6)
    }

    @Test(arguments: [60_000, 80_000])
    func `all that lose look alike`(budget: Int) async throws {
        let prepared = try await Self.prepared(budget: budget)
        var similarities: [Double] = []
        for (image, fixture) in zip(prepared.images, PreparingScene.photographs) {
            let original = try fixture.bytes()
            guard image.bytes != original else { continue }
            let picture = try Picture(decoding: image.bytes)
            let reference = Plane(try Picture(decoding: original)).scaled(to: picture.size)
            similarities.append(Plane(picture).similarity(to: reference))
        }
        let (worst, best) = try (#require(similarities.min()), #require(similarities.max()))
        #expect(best - worst < 0.1)
        #expect(worst > 0.8)
    }

    @Test(arguments: [60_000, 80_000, 110_000])
    func `equal pictures become equal files`(budget: Int) async throws {
        let fixtures = Array(repeating: Fixture.jpegPhoto, count: 7) + [.blurredPhoto]
        let prepared = try await Self.prepared(fixtures, budget: budget)
        #expect(prepared.refusal == nil)
        #expect(prepared.images.count == 8)
        let equal = prepared.images.prefix(7)
        #expect(equal.allSatisfy { $0.bytes == equal.first?.bytes })
        #expect(try equal.first?.bytes != Fixture.jpegPhoto.bytes())
        let byteCount = try #require(try prepared.bodyByteCounts().first)
        #expect(byteCount <= budget)
        #expect(byteCount >= budget * 8 / 10)
    }

    @Test
    func `what fits is left as it is, to the byte`() async throws {
        let files = try PreparingScene.photographs.map { try $0.bytes() }
        let fitting = try #require(try await Self.prepared(budget: nil).bodyByteCounts().first)
        for budget in [nil, fitting + 1, fitting] {
            let prepared = try await Self.prepared(budget: budget)
            #expect(prepared.images.map(\.bytes) == files)
            #expect(prepared.encodeCountMean == 0)
        }
        let less = try await Self.prepared(budget: fitting - 1)
        #expect(less.images.map(\.bytes) != files)
        #expect(try less.bodyByteCounts().allSatisfy { $0 < fitting })
    }

    @Test
    func `what loses nothing comes first`() async throws {
        // The first has metadata that harm nothing, without which both fit.
        let fixtures: [Fixture] = [.jpegOrientation1, .jpegPhoto]
        let whole = try #require(
            try await Self.prepared(fixtures, budget: nil).bodyByteCounts().first
        )
        let prepared = try await Self.prepared(fixtures, budget: whole - 1)
        #expect(prepared.encodeCountMean == 0)
        #expect(try prepared.bodyByteCounts().allSatisfy { $0 < whole })
    }

    @Test
    func `where nothing may be lost there is no request`() async throws {
        let options = PlanOptions(lossAtMost: .none)
        let prepared = try await Self.prepared(budget: 60_000, options)
        #expect(prepared.requests.isEmpty)
        #expect(
            prepared.refusal?.description.hasPrefix("There is no way to write the images") == true
        )
        #expect(prepared.report.images.count == 6)
    }

    @Test
    func `fewer bytes than a body has without its images hold none`() async throws {
        let prepared = try await Self.prepared(budget: 100)
        #expect(prepared.requests.isEmpty)
        #expect(prepared.refusal != nil)
    }

    @Test(arguments: [(12_000, true), (140_000, false), (nil, false)])
    func `a person is told of images that are hardly legible`(
        budget: Int?,
        isTold: Bool
    ) async throws {
        let prepared = try await Self.prepared(budget: budget)
        #expect(prepared.refusal == nil)
        #expect(
            prepared.remarks.contains { $0.fact.contains("may miss what it looks for") } == isTold
        )
    }

    @Test(arguments: [9_000: true, 45_000: false, 80_000: false, 110_000: false])
    func `pictures that nobody could read are refused, unless somebody insists`(
        budget: Int,
        isRefused: Bool
    ) async throws {
        let prepared = try await Self.prepared(budget: budget, squeezes: false)
        #expect((prepared.refusal != nil) == isRefused)
        #expect(prepared.requests.isEmpty == isRefused)
        let insisted = try await Self.prepared(budget: budget, squeezes: true)
        #expect(insisted.refusal == nil)
        guard let refusal = prepared.refusal else { return }
        #expect(
            refusal.message.fact
                == "The 6 images cannot stay legible in a request of \(budget.grouped) bytes"
        )
        #expect(refusal.message.help == .either([.allowSplit, .raiseBudget, .squeeze]))
    }

    @Test(arguments: [16_000, 30_000, 40_000])
    func `size goes before quality, down to what the model looks at`(budget: Int) async throws {
        var table = try BuiltIn.table(BuiltIn.gpt5)
        let index = try #require(table.limits.firstIndex { $0.code == .largerThanLookedAt })
        table.limits[index].bound = .within(ResizeTarget(longEdgePixels: 320))
        let prepared = try await Preflight(table: table)
            .prepare(
                PreparingScene.inputs([.jpegPhoto, .blurredPhoto]),
                options: RequestOptions(split: .never, byteBudget: budget)
            )
        #expect(prepared.refusal == nil)
        let outputs = prepared.report.images.compactMap(\.output)
        #expect(outputs.contains { $0.quality != nil })
        let areSmall = outputs.allSatisfy { $0.quality == nil || $0.size.longEdge <= 320 }
        #expect(areSmall || outputs.allSatisfy { $0.quality ?? 100 >= 85 })
        #expect(outputs.allSatisfy { $0.size.longEdge >= 320 })
    }
}
