import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// A cure by an edit leaves every pixel, and adds next to nothing.
struct LosslessCureTests {
    /// A file that an edit cures, and what comes of it.
    struct Cured {
        let format: ImageFormat
        let before: [UInt8]
        let after: [UInt8]
    }

    private static func cured(_ bytes: [UInt8]) -> Cured? {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        guard let header = try? facts.header.get(), header.missingPixels == nil,
            header.largestFrame.pixelCount <= 4_000_000,
            !header.flaws.cures.contains(.rewrite),
            !header.flaws.isEmpty || !header.hasEndMarker || header.trailingByteCount > 0,
            let edited = Plan([.trim, .repair]).edited(bytes, as: facts.format)
        else { return nil }
        return Cured(format: facts.format, before: bytes, after: edited)
    }

    /// The first frame; nil where the decoder refuses it.
    private static func picture(_ bytes: [UInt8], _ format: ImageFormat) -> DecodedPicture? {
        try? VipsCodec().picture(after: Plan(), of: bytes, as: format)
    }

    /// What the decoder refuses has no pixels to compare; then the cure has to make it readable, or
    /// the damage is none of those that an edit cures.
    private static func fault(of cured: Cured) -> String? {
        let growth = cured.after.count - cured.before.count
        guard growth <= 64 else { return "\(growth) bytes more" }
        guard let before = picture(cured.before, cured.format) else { return nil }
        return picture(cured.after, cured.format) == before ? nil : "other pixels"
    }

    static let fixtures = Fixture.all.filter { (try? $0.bytes()).flatMap(cured) != nil }

    @Test(arguments: fixtures)
    func `of a fixture`(_ fixture: Fixture) throws {
        let cured = try #require(Self.cured(try fixture.bytes()))
        #expect(Self.fault(of: cured) == nil)
    }

    @Test
    func `Each format is among them`() throws {
        let formats = try Self.fixtures.map { fixture in
            let bytes = try fixture.bytes()
            return ImageFormat(recognising: bytes.span)
        }
        #expect(Set(formats) == [.jpeg, .png, .gif, .webp])
        #expect(formats.count >= 15)
    }

    @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
    func `of a real file`() throws {
        var count = 0
        for file in Corpus.files {
            guard let bytes = try? file.bytes(), let cured = Self.cured(bytes) else { continue }
            count += 1
            #expect(Self.fault(of: cured) == nil, "\(file)")
        }
        #expect(count >= 30)
    }
}
