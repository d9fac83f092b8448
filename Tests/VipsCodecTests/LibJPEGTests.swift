import Fixtures
import PreflightCore
import Testing

@testable import VipsCodec

/// What libjpeg answers for by itself is what libvips would have answered.
struct LibJPEGTests {
    /// Fixtures that it leaves to libvips: of another kind, cut off, or damaged.
    static let declined: [Fixture] =
        [
            .jpegCMYK, .cutJpegHalf, .cutJpegBeforeEOI, .cutJpegHeader, .noEndJpegProgressive,
            .noEndJpegSecond, .arithmeticJpeg, .arithmeticProgressiveJpeg, .arithmeticCutJpeg,
            .arithmeticZerosJpeg, .arithmeticTallerJpeg, .twoScansNoEndJpeg,
        ] + VerifyTests.damaged.filter { $0 != .disagreeGifFrames }

    /// All other fixtures of JPEG.
    static let sound: [Fixture] = VerifyTests.decodable.filter { fixture in
        guard let bytes = try? fixture.bytes() else { return true }
        return ImageFormat(recognising: bytes.span) == .jpeg && !declined.contains(fixture)
    }

    static let rewrite = Plan([.encode(.jpeg(quality: 85))])

    @Test(arguments: sound)
    func `what is sound is proven`(_ fixture: Fixture) throws {
        try VipsLibrary.start()
        let bytes = try fixture.bytes()
        var full = try VipsLoad(format: .jpeg, frames: .first)
            .decodeEveryPixel(of: bytes, failingOn: .refusingWarnings, shrink: 1)
        var verified = try #require(LibJPEG.verified(bytes))
        var decoded = try #require(LibJPEG.applied(Self.rewrite, to: bytes)?.decoded)
        // Lightness is measured, which is not quite the green of the full decode.
        #expect(verified.quality != nil)
        #expect(decoded.quality == verified.quality)
        (full.quality, verified.quality, decoded.quality) = (nil, nil, nil)
        #expect(verified == full)
        #expect(decoded == full)
    }

    @Test(arguments: declined)
    func `what is not is left to libvips`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        #expect(LibJPEG.verified(bytes) == nil)
        #expect(LibJPEG.applied(Self.rewrite, to: bytes) == nil)
    }

    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: Corpus.jpegs)
    func `every JPEG of the corpus`(_ file: Corpus.File) throws {
        let bytes = try file.bytes()
        guard LibJPEG.verified(bytes) != nil else { return }
        #expect(try JPEGVerdicts(of: bytes).full.isInOrder)
    }

    /// By which sides are divided: decoded in full, at a half or less, and too small to be measured.
    static let parts = [1, 4, 8, 40]

    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: Corpus.jpegs, parts)
    func `a smaller copy is measured as the proof is`(_ file: Corpus.File, part: Int) throws {
        let bytes = try file.bytes()
        guard let verified = LibJPEG.verified(bytes), verified.size.shortEdge >= part else {
            return
        }
        let size = PixelSize(
            width: verified.size.width / part,
            height: verified.size.height / part
        )
        let plan = Plan([.downscale(size), .encode(.jpeg(quality: 85))])
        guard let measured = LibJPEG.applied(plan, to: bytes)?.decoded.quality else { return }
        let proven = try #require(verified.quality)
        #expect(measured.contrastLevels == proven.contrastLevels)
        #expect((measured.edgeWidthPixels == nil) == (proven.edgeWidthPixels == nil))
        #expect(measured.textHeightPixels == proven.textHeightPixels)
    }

    /// Ten times a hundred make the thousand; each seed gives the same hundred in every run.
    @Test(arguments: UInt64(101)...110)
    func `1,000 JPEGs that are cut or have bytes flipped`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var soundCount = 0
        for number in 1...100 {
            let broken = try BrokenJPEG.next(using: &generator)
            let isProven = LibJPEG.verified(broken.bytes) != nil
            let isRewritten = LibJPEG.applied(Self.small, to: broken.bytes) != nil
            guard isProven || isRewritten else { continue }
            soundCount += 1
            let verdicts = try JPEGVerdicts(of: broken.bytes)
            #expect(verdicts.full.isInOrder, "number \(number): \(broken.recipe)")
        }
        // Both outcomes must come up, or nothing is held against anything.
        #expect((1...90).contains(soundCount), "\(soundCount) of 100 were sound")
    }

    private static let small = Plan([
        .downscale(PixelSize(width: 40, height: 30)), .encode(.jpeg(quality: 50)),
    ])
}

/// A JPEG that is made of another without libvips looks like the one that libvips makes.
struct PlanarRewriteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fixture: Fixture
        let size: PixelSize?
        var encoding = Encoding.jpeg(quality: 90)

        init(
            _ description: String,
            _ fixture: Fixture,
            _ width: Int,
            _ height: Int,
            _ encoding: Encoding = .jpeg(quality: 90)
        ) {
            testDescription = description
            self.fixture = fixture
            size = PixelSize(width: width, height: height)
            self.encoding = encoding
        }

        init(_ description: String, unscaled fixture: Fixture) {
            testDescription = description
            self.fixture = fixture
            size = nil
        }

        /// The plan that turns the picture from an orientation.
        func plan(from orientation: Orientation) -> Plan {
            let displayed = size.map { orientation.exchangesSides ? $0.transposed : $0 }
            let downscaling = displayed.map { [Step.downscale($0)] } ?? []
            return Plan([.upright(orientation)] + downscaling + [.encode(encoding)])
        }
    }

    static let cases = [
        Case("nothing is shrunk by the decoder", .jpegPhoto, 500, 375),
        Case("a half", .jpegPhoto, 160, 120), Case("a quarter", .jpegPhoto, 80, 60),
        Case("an eighth", .jpegPhoto, 41, 31), Case("odd sides", .jpegPhoto, 213, 161),
        Case("a pixel less", .jpegPhoto, 639, 479), Case("a fortieth", .jpegPhoto, 16, 12),
        Case("progressive", .jpegProgressive, 213, 160),
        Case("full colour", .jpegMark, 101, 83), Case("grey", .jpegGray, 101, 83),
        Case("halved colour made full", .jpegPhoto, 213, 161, .fullColorJPEG(quality: 90)),
        Case("restart markers", .restartsJpeg, 120, 99),
        Case("an unscaled photograph", unscaled: .jpegPhoto),
        Case("an unscaled drawing", unscaled: .jpegMark),
    ]

    @Test(arguments: cases, 1...8)
    func `it shows the same picture`(_ c: Case, from orientation: Int) throws {
        try VipsLibrary.start()
        let plan = c.plan(from: try #require(Orientation(rawValue: orientation)))
        let bytes = try c.fixture.bytes()
        let own = try #require(LibJPEG.applied(plan, to: bytes)).bytes
        let load = VipsLoad(format: .jpeg, frames: .first)
        let job = VipsJob(plan: plan, load: load)
        let other = try job.run(on: bytes, failingOn: .refusingWarnings).bytes
        #expect(ImageFacts(reading: own.span).header == ImageFacts(reading: other.span).header)
        let pictures = try [own, other].map { try Self.picture(in: $0) }
        #expect(pictures[0].layout == pictures[1].layout)
        let difference = Self.meanDifference(pictures[0].samples, pictures[1].samples)
        // The smaller the picture, the more of it are edges.
        #expect(difference < (own.count < 1000 ? 5 : 3), "\(difference)")
    }

    @Test(arguments: cases)
    func `the same file gives the same bytes`(_ c: Case) throws {
        let plan = c.plan(from: .upright)
        let bytes = try c.fixture.bytes()
        let first = try #require(LibJPEG.applied(plan, to: bytes))
        for _ in 1...3 { #expect(LibJPEG.applied(plan, to: bytes) == first) }
    }

    @Test(arguments: [
        Plan([.convertToSRGB, .encode(.jpeg(quality: 85))]), Plan([.encode(.png)]),
        Plan([.noteDamage("rows"), .encode(.jpeg(quality: 85))]), Plan([.stripMetadata]),
    ])
    func `other plans are left to libvips`(_ plan: Plan) throws {
        #expect(LibJPEG.applied(plan, to: try Fixture.jpegPhoto.bytes()) == nil)
    }

    private static func picture(in bytes: [UInt8]) throws -> DecodedPicture {
        try VipsCodec().picture(after: Plan(), of: bytes, as: .jpeg)
    }

    private static func meanDifference(_ one: [UInt8], _ other: [UInt8]) -> Double {
        let sum = zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(max(1, one.count))
    }
}
