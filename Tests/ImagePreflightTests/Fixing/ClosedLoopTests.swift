import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// What the normaliser returns is accepted by the same rules, and is left alone by the normaliser.
@Suite struct ClosedLoopTests {
    @Test(arguments: BuiltIn.names)
    func `every fixture that decodes comes out accepted and stays as it is`(
        model: String
    ) async throws {
        try await Self.expectClosedLoop(Fixture.all.map { .file($0.path) }, model: model)
    }

    @Test(
        .enabled(if: Corpus.isPresent, "the corpus of real image files is not on this machine"),
        arguments: BuiltIn.names
    )
    func `every corpus file that decodes comes out accepted and stays as it is`(
        model: String
    ) async throws {
        try await Self.expectClosedLoop(Corpus.rows().map(\.input), model: model)
    }

    /// Fixes images, judges what came of them, and fixes that again.
    private static func expectClosedLoop(_ inputs: [ImageInput], model: String) async throws {
        let preflight = try Preflight(model: model, options: .init(judgesEach: true))

        let once = try await preflight.prepare(inputs)
        let prepared = Dictionary(
            once.images.map { ($0.source, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        // A HEIC without a size is accepted, since it is not decoded, and not written anew.
        let known = once.report.images.filter { (try? $0.facts?.header.get()) != nil }
        for image in known where image.verdict < .rejected {
            #expect(
                prepared[image.source] != nil,
                "\(image.source) is \(image.verdict), yet refused: \(image.refusal ?? "")"
            )
        }

        let outputs = once.images.map { ImageInput.bytes($0.bytes, name: "") }
        let judged = try await preflight.check(outputs)
        for (image, verdict) in zip(once.images, judged.images) {
            #expect(
                verdict.verdict == .accepted,
                "\(image.source): \(verdict.findings.map(\.message))"
            )
        }
        let twice = try await preflight.prepare(outputs)
        #expect(twice.images.count == once.images.count)
        for (image, again) in zip(once.images, twice.images) {
            let isTheSame = again.bytes == image.bytes
            #expect(isTheSame, "\(image.source) changes when it is fixed again")
        }
    }
}
