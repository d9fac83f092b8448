import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// A JPEG that is shrunk while it is decoded gets the verdict of a full decode.
struct ProofShrinkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let width: Int
        let height: Int
        let shrink: Int

        init(_ description: String, _ width: Int, _ height: Int, _ shrink: Int) {
            testDescription = description
            self.width = width
            self.height = height
            self.shrink = shrink
        }
    }

    @Test(arguments: [
        Case("1 row in the last blocks", 2_000, 1_441, 1),
        Case("2 rows", 2_000, 1_442, 2),
        Case("3 rows", 2_000, 1_443, 2),
        Case("4 rows", 2_000, 1_444, 4),
        Case("5 rows", 2_000, 1_445, 4),
        Case("6 rows", 2_000, 1_446, 4),
        Case("7 rows", 2_000, 1_447, 4),
        Case("all 8 rows", 2_000, 1_448, 8),
        Case("as little as an eighth tells of", 2_000, 1_440, 8),
        Case("too little for an eighth", 2_000, 1_432, 4),
        Case("a width too small for an eighth", 1_439, 2_000, 4),
        Case("as little as a fourth tells of", 720, 2_000, 4),
        Case("too little for a fourth", 719, 2_000, 2),
        Case("as little as a half tells of", 1_000, 360, 2),
        Case("too little for a half", 359, 1_000, 1),
        Case("one pixel", 1, 1, 1),
        Case("a long page", 2_000, 8_000, 2),
        Case("a page that is not quite as long", 2_000, 7_992, 8),
        Case("a height of 8", 2_000, 8, 2),
        Case("a height of 1", 2_000, 1, 1),
        Case("the largest", 65_535, 65_535, 4),
    ])
    func `the most that leaves a whole row of the last blocks`(_ c: Case) {
        #expect(VipsLoad.proofShrink(for: PixelSize(width: c.width, height: c.height)) == c.shrink)
    }

    @Test(arguments: 0...7)
    func `samples of every height are whole and need every shrink`(missingRows: Int) throws {
        for sample in JPEGSample.all {
            let bytes = try sample.bytes(missingRows: missingRows)
            let decoded = try VipsCodec().verify(bytes, as: .jpeg, frames: .first)
            #expect(decoded.size.height == sample.rowCount - missingRows, "\(sample)")
            #expect(decoded.damage == nil, "\(sample)")
        }
    }

    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: Corpus.jpegs)
    func `every JPEG of the corpus`(_ file: Corpus.File) throws {
        let verdicts = try JPEGVerdicts(of: file.bytes())
        #expect(verdicts.shrunk == verdicts.full)
    }

    /// Ten times a hundred make the thousand; each seed gives the same hundred in every run.
    @Test(arguments: UInt64(1)...10)
    func `1,000 JPEGs that are cut or have bytes flipped`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var refusedCount = 0
        for number in 1...100 {
            let broken = try BrokenJPEG.next(using: &generator)
            let verdicts = try JPEGVerdicts(of: broken.bytes)
            #expect(verdicts.shrunk == verdicts.full, "number \(number): \(broken.recipe)")
            if !verdicts.full.isAccepted { refusedCount += 1 }
        }
        // Both outcomes must come up, or equality says nothing.
        #expect((10...95).contains(refusedCount), "\(refusedCount) of 100 were refused")
    }
}
