import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// Images become as few requests as can hold them.
struct PreparedRequestTests {
    @Test(arguments: [(0, []), (1, [1]), (5, [5]), (6, [5, 1]), (7, [5, 2]), (11, [5, 5, 1])])
    func `too many images are split, in their order`(
        imageCount: Int,
        counts: [Int]
    ) async throws {
        let inputs = try PreparingScene.numbered(imageCount)
        let prepared = try await Preflight(model: BuiltIn.gemma).prepare(inputs)
        #expect(prepared.refusal == nil)
        #expect(prepared.requests.map(\.images.count) == counts)
        #expect(prepared.sources.flatMap(\.self) == inputs.map(\.source))
    }

    @Test
    func `too many images are refused where they may not be split`() async throws {
        let preflight = try Preflight(model: BuiltIn.gemma)
        let options = RequestOptions(split: .never)
        let five = try await preflight.prepare(PreparingScene.numbered(5), options: options)
        #expect(five.requests.map(\.images.count) == [5])
        let six = try await preflight.prepare(PreparingScene.numbered(6), options: options)
        #expect(six.requests.isEmpty)
        #expect(six.images.isEmpty)
        let refusal = try #require(six.refusal)
        #expect(refusal.message.fact == "There are 6 images, and a request takes at most 5")
    }

    @Test
    func `bytes are shrunk while that is legible, and split after that`() async throws {
        let inputs = PreparingScene.inputs(PreparingScene.photographs)
        let preflight = try Preflight(model: BuiltIn.gpt5)
        for budget in [130_000, 40_000] {
            let prepared = try await preflight.prepare(
                inputs,
                options: RequestOptions(byteBudget: budget)
            )
            #expect(prepared.refusal == nil)
            #expect((prepared.requests.count > 1) == (budget == 40_000))
            #expect(try prepared.bodyByteCounts().allSatisfy { $0 <= budget })
            #expect(prepared.sources.flatMap(\.self) == inputs.map(\.source))
        }
    }

    @Test
    func `any order never needs more requests than the given one`() async throws {
        let fixtures: [Fixture] = [.jpegPhoto, .pngRGB8, .jpegPhoto, .jpegMark, .blurredPhoto]
        let plan = PlanOptions(lossAtMost: .none)
        let preflight = try Preflight(model: BuiltIn.gpt5)
        var prepared: [RequestOrder: Prepared] = [:]
        for order in [RequestOrder.keep, .free] {
            prepared[order] = try await preflight.prepare(
                PreparingScene.inputs(fixtures),
                options: RequestOptions(plan: plan, order: order, byteBudget: 50_000)
            )
        }
        let (keep, free) = try (#require(prepared[.keep]), #require(prepared[.free]))
        #expect(keep.refusal == nil)
        #expect(free.requests.count <= keep.requests.count)
        #expect(keep.sources.flatMap(\.self) == fixtures.map(\.path))
        #expect(free.sources.flatMap(\.self).sorted() == fixtures.map(\.path).sorted())
        #expect(try free.bodyByteCounts().allSatisfy { $0 <= 50_000 })
    }

    @Test
    func `labels count over all requests`() async throws {
        let message = MessageOptions(label: "{n}/{name}")
        let prepared = try await Preflight(model: BuiltIn.gemma)
            .prepare(PreparingScene.numbered(7), options: RequestOptions(message: message))
        let labels = prepared.images.map(\.label)
        #expect(labels == (0..<7).map { "\($0 + 1)/\($0).png" })
    }

    @Test
    func `an image that cannot be cured is missing, and the others keep their places`() async throws
    {
        let inputs = PreparingScene.inputs([.pngRGB8, .cutPngIHDR, .jpegPhoto])
        let prepared = try await Preflight(model: BuiltIn.gpt5).prepare(inputs)
        #expect(prepared.sources == [[inputs[0].source, inputs[2].source]])
        #expect(prepared.report.images.map { $0.refusal == nil } == [true, false, true])
        #expect(prepared.report.images.map { $0.output == nil } == [false, true, false])
    }

    @Test(arguments: [
        (Evidence.documented, Severity.error, "anthropic"), (.measured, .error, "anthropic"),
        (.inferred, .warning, "anthropic"), (.documented, .error, ""), (.inferred, .warning, ""),
    ])
    func `a dialect that the model refuses is judged alike by check and request`(
        _ evidence: Evidence,
        _ severity: Severity,
        _ route: String
    ) async throws {
        var table = try BuiltIn.table(BuiltIn.gpt5)
        table.dialects = [
            DialectRule(dialect: "anthropic", roles: [], evidence: evidence, source: "a")
        ]
        var preflight = Preflight(table: table)
        preflight.options.route = route.isEmpty ? nil : route
        let inputs = PreparingScene.inputs([.pngRGB8])
        let report = try await preflight.check(inputs)
        let prepared = try await preflight.prepare(
            inputs,
            options: RequestOptions(dialect: .anthropic)
        )
        let checked = route.isEmpty ? [] : [report]
        for report in checked + [prepared.report] {
            #expect(report.request.findings.map(\.code) == [.misplacedImage])
            #expect(report.request.findings.map(\.severity) == [severity])
            #expect((report.verdict == .rejected) == (severity == .error))
        }
        #expect(prepared.requests.isEmpty == (severity == .error))
        #expect((prepared.refusal == nil) == (severity < .error))
    }

    @Test
    func `what a request carries is accepted by check`() async throws {
        let inputs = PreparingScene.inputs([
            .size8001x200, .jpegCMYK, .gif2Frames, .jpegOrientation6,
        ])
        for model in [BuiltIn.claude, BuiltIn.gemma, BuiltIn.gpt5] {
            let preflight = try Preflight(model: model)
            let prepared = try await preflight.prepare(inputs)
            let outputs = prepared.images.map { ImageInput.bytes($0.bytes, name: "") }
            #expect(outputs.count == inputs.count)
            #expect(try await preflight.check(outputs).verdict == .accepted)
        }
    }

    @Test
    func `two requests that keep detail are advised for`() async throws {
        let preflight = try Preflight(model: BuiltIn.claude)
        let long = Array(repeating: ImageInput.file(Fixture.size2001x200.path), count: 21)
        let few = try await preflight.prepare(Array(long.prefix(20)), options: Self.unresized)
        #expect(few.remarks.isEmpty)
        let many = try await preflight.prepare(long, options: Self.unresized)
        #expect(many.requests.count == 1)
        #expect(many.remarks.count == 1)
        #expect(many.remarks.first?.fact.contains("keep the detail of 21 images") == true)
    }

    private static let unresized = RequestOptions(plan: PlanOptions(resize: .limits))
}
