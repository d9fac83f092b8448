import Fixtures
import ImagePreflight
import PreflightCore
import PreflightEngine
import Testing

/// When a run begins no further image.
struct RunDeadlineTests {
    private static let inputs = [Fixture.jpegPhoto, .pngRGB8].map { ImageInput.file($0.path) }

    /// A day that has passed, a moment that has just passed, and two that nobody lives to see.
    private static let passed = [ContinuousClock.now - .seconds(86_400), .now]
    private static let ahead = [ContinuousClock.now + .seconds(1_000_000_000), nil]

    private static func preflight(until deadline: ContinuousClock.Instant?) throws -> Preflight {
        var preflight = try Preflight(model: BuiltIn.gpt5)
        preflight.options.deadline = deadline
        return preflight
    }

    @Test(arguments: passed, [false, true])
    func `after its deadline a check looks at no image, and says so of each`(
        deadline: ContinuousClock.Instant,
        judgesEach: Bool
    ) async throws {
        var preflight = try Self.preflight(until: deadline)
        preflight.options.judgesEach = judgesEach
        let report = try await preflight.check(Self.inputs)
        #expect(report.images.map(\.verdict) == [.unchecked, .unchecked])
        #expect(report.images.allSatisfy { $0.facts == nil && $0.findings.isEmpty })
        #expect(report.images.allSatisfy { $0.error?.description.contains("out of time") == true })
    }

    @Test(arguments: ahead)
    func `before its deadline a check is what it is without one`(
        deadline: ContinuousClock.Instant?
    ) async throws {
        let report = try await Self.preflight(until: deadline).check(Self.inputs)
        #expect(report == (try await Preflight(model: BuiltIn.gpt5).check(Self.inputs)))
    }

    @Test(arguments: passed)
    func `after its deadline nothing is prepared`(deadline: ContinuousClock.Instant) async throws {
        let prepared = try await Self.preflight(until: deadline).prepare(Self.inputs)
        #expect(prepared.requests.isEmpty)
        #expect(prepared.report.images.map(\.verdict) == [.unchecked, .unchecked])
    }

    @Test(arguments: passed, [nil, RejectPolicy.omit])
    func `after its deadline images of a body are neither judged nor left out`(
        deadline: ContinuousClock.Instant,
        reject: RejectPolicy?
    ) async throws {
        let body = try RequestBody(Self.body())
        let report = try await Self.preflight(until: deadline)
            .judge(body, requests: body.requests, remote: .fail, reject: reject)
            .report
        #expect(report.images.map(\.verdict) == [.unchecked])
    }

    private static func body() throws -> [UInt8] {
        let data = String(decoding: Base64.encode(try Fixture.pngRGB8.bytes()), as: UTF8.self)
        let image = #"{"type":"image_url","image_url":{"url":"data:image/png;base64,\#(data)"}}"#
        return Array(#"{"messages":[{"role":"user","content":[\#(image)]}]}"#.utf8)
    }
}
