import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// A PNG that is proven without its pixels has nothing that a full decode or a look through its
/// compressed pixels would find.
struct PNGProofTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let png: StoredPNG
        let isProven: Bool

        init(_ description: String, isProven: Bool = false, _ change: (inout StoredPNG) -> Void) {
            testDescription = description
            self.isProven = isProven
            var png = StoredPNG()
            change(&png)
            self.png = png
        }
    }

    static let cases = [
        Case("grey", isProven: true) { _ in },
        Case("in three chunks", isProven: true) { $0.chunkCount = 3 },
        Case("with text", isProven: true) { $0.before = [("tEXt", [65, 0, 66])] },
        Case("with text after the pixels", isProven: true) { $0.after = [("tEXt", [65, 0, 66])] },
        Case("the last filter", isProven: true) { $0.rows[1][0] = 4 },
        Case("a filter that is none") { $0.rows[1][0] = 5 },
        Case("a wrong checksum of the stream") { $0.checksumError = 1 },
        Case("a byte after the stream") { $0.surplus = [0] },
        Case("a byte too many") { $0.rows[1].append(5) },
        Case("a byte too few") { $0.rows[1].removeLast() },
        Case("a chunk between the pixels' chunks") {
            $0.after = [("tEXt", [65, 0]), ("IDAT", [0])]
        },
        Case("a chunk that nobody knows", isProven: true) { $0.before = [("abCd", [1, 2])] },
        Case("a chunk that everybody has to know") { $0.before = [("ABCd", [])] },
        Case("a chunk whose type is none") { $0.before = [("ab d", [])] },
        Case("an animation") { $0.before = [("acTL", [0, 0, 0, 1, 0, 0, 0, 0])] },
        Case("a second header") { $0.before = [("IHDR", [])] },
        Case("a small window", isProven: true) { $0.method = 0x08 },
        Case("a window that there is not") { $0.method = 0x88 },
        Case("more rows than are uncompressed at a time", isProven: true) {
            $0.rows = [[UInt8]](repeating: [UInt8](repeating: 0, count: 301), count: 500)
        },
        Case("numbers below the palette's count", isProven: true) { $0.paletteCount = 5 },
        Case("a number that has no colour") { $0.paletteCount = 4 },
        Case("a full palette behind a filter", isProven: true) {
            $0.paletteCount = 256
            $0.rows[1][0] = 2
        },
        Case("another palette behind a filter") {
            $0.paletteCount = 255
            $0.rows[1][0] = 2
        },
    ]

    @Test(arguments: cases)
    func `what is proven`(_ c: Case) throws {
        let bytes = c.png.bytes
        #expect((PNGProof.verified(bytes) != nil) == c.isProven)
        if c.isProven { try Self.expectNothing(in: bytes, "\(c)") }
    }

    @Test(arguments: VerifyTests.decodable)
    func `every fixture that is proven is in order`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        guard PNGProof.verified(bytes) != nil else { return }
        try Self.expectNothing(in: bytes, "\(fixture)")
    }

    @Test(arguments: [Fixture.pngRGB8, .pngRGB16, .pngRGBAText])
    func `what encoders write is proven`(_ fixture: Fixture) throws {
        let proof = try #require(PNGProof.verified(try fixture.bytes()))
        #expect(proof.isImageDataProven)
    }

    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: Corpus.pngs)
    func `every PNG of the corpus`(_ file: Corpus.File) throws {
        let bytes = try file.bytes()
        guard PNGProof.verified(bytes) != nil else { return }
        try Self.expectNothing(in: bytes, "\(file)")
    }

    /// Each seed gives the same hundred in every run.
    @Test(arguments: UInt64(1)...10)
    func `1,000 PNGs with flipped bytes, some with right checksums, or with a chunk of anything`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        var provenCount = 0
        for number in 1...100 {
            let bytes = try BrokenPNG.next(using: &generator)
            guard PNGProof.verified(bytes) != nil else { continue }
            provenCount += 1
            try Self.expectNothing(in: bytes, "number \(number)")
        }
        // Both outcomes must come up, or nothing is held against anything.
        #expect((3...90).contains(provenCount), "\(provenCount) of 100 were proven")
    }

    /// Holds a file that was proven against a full decode and a look through its compressed pixels.
    private static func expectNothing(in bytes: [UInt8], _ name: String) throws {
        try VipsLibrary.start()
        let full = try ErrorDetail.exact { () throws(CodecError) in
            try VipsLoad(format: .png, frames: .first)
                .decodeEveryPixel(of: bytes, failingOn: .refusingWarnings)
        }
        let proof = PNGProof.verified(bytes)
        #expect(proof?.size == full.size, "\(name)")
        #expect(proof?.quality == full.quality, "\(name)")
        let facts = ImageFacts(reading: bytes.span)
        var looked = facts
        looked.readImageData(of: bytes)
        #expect(looked == facts, "\(name)")
    }
}

/// Fixtures of which bytes were flipped; some have the checksums of their chunks set right again.
enum BrokenPNG {
    private static let fixtures: [Fixture] = [.pngRGB8, .pngRGB16, .pngRGBAText]

    /// Chunks that may be left out, of which libpng takes any content.
    private static let ancillaryTypes = [
        "sBIT", "sRGB", "gAMA", "cHRM", "bKGD", "tRNS", "iCCP", "eXIf", "pHYs", "tIME", "tEXt",
        "zTXt", "iTXt", "oFFs", "sCAL", "pCAL", "hIST", "sPLT", "cICP", "vpAg",
    ]

    static func next(using generator: inout SeededGenerator) throws -> [UInt8] {
        var bytes = try fixtures[Int.random(in: fixtures.indices, using: &generator)].bytes()
        if Int.random(in: 0..<3, using: &generator) == 0 {
            return withChunkOfAnything(bytes, using: &generator)
        }
        let setsChecksums = Bool.random(using: &generator)
        // The header keeps its size, which decides how long a decode takes.
        let offset = Int.random(in: 24..<bytes.count, using: &generator)
        bytes[offset] ^= UInt8.random(in: 1...255, using: &generator)
        return setsChecksums ? withRightChecksums(bytes) : bytes
    }

    /// With a chunk after the header whose content is made of chance.
    private static func withChunkOfAnything(
        _ bytes: [UInt8],
        using generator: inout SeededGenerator
    ) -> [UInt8] {
        let type = ancillaryTypes[Int.random(in: ancillaryTypes.indices, using: &generator)]
        let data = (0..<Int.random(in: 0...40, using: &generator))
            .map { _ in UInt8.random(in: 0...255, using: &generator) }
        let headerEnd = 33
        return bytes[..<headerEnd] + StoredPNG.chunk(type, data) + bytes[headerEnd...]
    }

    private static func withRightChecksums(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var offset = 8
        while offset + 12 <= bytes.count {
            let count = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = offset + 8 + count
            guard end + 4 <= bytes.count else { break }
            let sum = StoredPNG.checksum(of: bytes[offset + 4..<end])
            for index in 0..<4 {
                bytes[end + index] = UInt8(truncatingIfNeeded: sum >> (24 - 8 * index))
            }
            offset = end + 4
        }
        return bytes
    }
}
