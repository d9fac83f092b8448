import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// Real files that nobody in the project made, with known answers.
@Suite(
    .enabled(if: Corpus.isPresent, "the corpus is not part of the repository"),
    // A guard against what never ends; beside all other tests the twenty runs take minutes.
    .timeLimit(.minutes(30))
)
struct CorpusTests {
    /// Files whose facts differ from the manifest on purpose, each with its reason.
    static let differences: [String: String] = [
        "google+wuffs/test__data__artificial-gif__frame-out-of-bounds.gif": growingCanvas,
        "image-rs+image/tests__images__gif__anim__oob.gif": growingCanvas,
        "image-rs+image/tests__images__gif__simple__issue_1455_oversized.gif": growingCanvas,
    ]

    /// The manifest has the logical screen; our size is what the decoder yields (design section 5).
    static let growingCanvas = "a frame reaches over the screen, and the decoder's canvas grows"

    /// Files that some decoder shows and that lack rows all the same: what it shows there is made up.
    static let lackingRows: Set = [
        "google+wuffs/test__data__artificial-gif__pixel-data-not-enough.gif",
        "google+wuffs/test__data__artificial-gif__zero-width-frame.gif",
        "image-rs+image-gif/tests__crashtest__issue-117-out-of-range.gif",
        "image-rs+image-gif/tests__crashtest__issue-96-small-codesize.gif",
        "image-rs+jpeg-decoder/tests__crashtest__images__dc-predictor-overflow.jpg",
    ]

    /// Files that libpng refuses for a checksum alone, and whose pixels are all there.
    static let wrongChecksums: Set = [
        "debian+golang-1.19-src/image__png__testdata__invalid-crc32.png",
        "image-rs+image-png/tests__bugfixes__x_interlaced_chck.png",
        "image-rs+image-png/tests__pngsuite__xcsn0g01.png",
        "image-rs+image-png/tests__pngsuite__xhdn0g08.png",
    ]

    /// A file that lacks half of its end marker and nothing else, which the three decoders refuse.
    static let withoutEndMarker: Set = ["python-pillow+Pillow/Tests__images__truncated_jpeg.jpg"]

    @Test
    func `files have their verdicts`() async throws {
        let rows = try Corpus.rows()
        let report = try await Preflight(model: BuiltIn.claude).check(rows.map(\.input))
        for (row, image) in zip(rows, report.images) {
            guard !Self.lackingRows.contains(row.file) else {
                let fact = image.findings.first { $0.code == .undecodable }?.message.fact
                #expect(fact?.hasSuffix("missing") == true)
                continue
            }
            guard !Self.withoutEndMarker.contains(row.file) else {
                let damage = image.findings.first { $0.code == .damaged }?.message.fact
                #expect(damage?.contains("follows the last scan") == true)
                continue
            }
            guard !Self.wrongChecksums.contains(row.file) else {
                let damage = image.findings.first { $0.code == .damaged }?.message.fact
                #expect(damage?.contains("hecksum of the") == true)
                continue
            }
            #expect(
                row.accepts(image),
                "\(row.file): \(row.verdict), \(image.findings.map(\.code))"
            )
        }
    }

    @Test
    func `valid files have the facts of the manifest`() async throws {
        let rows = try Corpus.rows().filter { $0.verdict == .valid }
        let options = Preflight.Options(mode: .headers)
        let report = try await Preflight(model: BuiltIn.claude, options: options)
            .check(rows.map(\.input))
        let differing = zip(rows, report.images).filter { $0.facts != Corpus.Facts($1) }
        #expect(differing.map(\.0.file).sorted() == Self.differences.keys.sorted())
    }

    @Test
    func `the verdicts are the same in 20 runs with any number of jobs`() async throws {
        let inputs = try Corpus.rows().map(\.input)
        var first: [Report]?
        for run in 0..<20 {
            let options = Preflight.Options(jobCount: [1, 2, 3, 8][run % 4])
            let reports = try await Preflight.check(
                inputs,
                under: [try BuiltIn.table(BuiltIn.claude), try BuiltIn.table(BuiltIn.gpt5)],
                options: options
            )
            #expect(reports == first ?? reports, "run \(run)")
            first = first ?? reports
        }
    }
}
