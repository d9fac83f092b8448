import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Every image as a request of its own.
struct SeparateRequestsTests {
    static let each = Preflight.Options(judgesEach: true)

    @Test
    func `the number of images is one, however many there are`() async throws {
        let six = try TestInputs.file(.pngRGB8, times: 6).make()
        #expect(try await Preflight(model: BuiltIn.gemma).check(six).verdict == .fixable)
        let apart = try await Preflight(model: BuiltIn.gemma, options: Self.each).check(six)
        #expect(apart.verdict == .accepted)
        #expect(apart.allFindings.isEmpty)
    }

    @Test
    func `a condition on the number of images does not hold`() async throws {
        let many = try TestInputs.file(.size2001x200, times: 21).make()
        let apart = try await Preflight(model: BuiltIn.claude, options: Self.each).check(many)
        #expect(!apart.allFindings.contains { $0.code == .edgeTooLongForCount })
    }

    @Test
    func `what is over a request's limit is said of the image`() async throws {
        let inputs = try TestInputs.png(byteCounts: 10_000_001, 5_000_000).make()
        let apart = try await Preflight(model: BuiltIn.gemma, options: Self.each).check(inputs)
        #expect(
            apart.images.map { $0.findings.map(\.code) } == [
                [.requestBytesOverLimit, .bodyBytesInConflict], [.bodyBytesInConflict],
            ]
        )
        #expect(apart.images.map(\.verdict) == [.fixable, .accepted])
        #expect(apart.request.findings.isEmpty)
        #expect(apart.verdict == .fixable)
    }

    @Test
    func `totals are sums over the requests`() async throws {
        let inputs = [ImageInput.file(Fixture.pngRGB8.path), .file(Fixture.jpegMark.path)]
        let preflight = try Preflight(model: BuiltIn.gpt5, options: Self.each)
        let apart = try await preflight.check(inputs).request
        let first = try await preflight.check([inputs[0]]).request
        let second = try await preflight.check([inputs[1]]).request
        #expect(apart.totals.imageCount == 2)
        #expect(apart.totals.fileByteCount == 790 + 2_461)
        #expect(
            apart.totals.payloadByteCount
                == first.totals.payloadByteCount + second.totals.payloadByteCount
        )
        #expect(apart.limits.isEmpty)
    }
}
