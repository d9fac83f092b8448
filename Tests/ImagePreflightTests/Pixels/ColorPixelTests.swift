import Fixtures
import PreflightCore
import Testing

/// Colours come out as they are to be seen, held against arithmetic that knows no decoder.
struct ColorPixelTests {
    struct Profiled: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let space: RGBSpace
        /// The most that the colours may be off on average, as ΔE*ab.
        let mean: Double

        var testDescription: String { fixture.name }
    }

    // PNG and its rounding to 8 bits; JPEG and lossy WebP add the error of an encoding at quality
    // 85, which is largest along the mark's edges.
    @Test(arguments: [
        Profiled(fixture: .pngICCAdobeRGB, space: .adobeRGB, mean: 0.7),
        Profiled(fixture: .pngICCDisplayP3, space: .displayP3, mean: 0.7),
        Profiled(fixture: .jpegICCAdobeRGB, space: .adobeRGB, mean: 2),
        Profiled(fixture: .jpegICCDisplayP3, space: .displayP3, mean: 2),
        Profiled(fixture: .jpegICCSplit, space: .displayP3, mean: 2),
        Profiled(fixture: .webpICCDisplayP3, space: .displayP3, mean: 2),
    ])
    func `through a profile`(_ c: Profiled) async throws {
        let stored = try Picture(decoding: c.fixture.bytes())
        let prepared = try await PreparedPicture(c.fixture.bytes())
        #expect(prepared.codes.contains(.unusualColor))
        #expect(prepared.steps.first == .convertToSRGB)
        let off = prepared.picture.meanDifference(from: stored) { c.space.inSRGB($0) }
        #expect(off < c.mean)
        let unconverted = prepared.picture.meanDifference(from: stored) { $0 }
        #expect(unconverted > 2 * c.mean)
    }

    @Test(arguments: [
        (Fixture.pngRGB16, Fixture.pngRGB8), (.pngGray16, .pngGray8), (.pngRGBA16, .pngRGBAText),
    ])
    func `16 bits are the 8 bits that they were made of`(
        _ deep: Fixture,
        _ plain: Fixture
    ) async throws {
        let prepared = try await PreparedPicture(deep.bytes())
        #expect(prepared.steps == [.convertToSRGB, .encode(.png)])
        let expected = try Picture(decoding: plain.bytes())
        let isSame = prepared.picture == expected
        #expect(isSame)
    }

    @Test(arguments: [Fixture.pngPalette, .pngGray1, .pngGray8, .gifStill, .pngInterlaced])
    func `palettes and few bits lose nothing`(_ fixture: Fixture) async throws {
        let table = try RuleTable.claude(taking: .webp)
        let prepared = try await PreparedPicture(fixture.bytes(), under: table)
        #expect(prepared.steps == [.encode(.webpLossless)])
        let stored = try Picture(decoding: fixture.bytes())
        #expect(prepared.picture.meanDifference(from: stored) { $0 } == 0)
    }

    @Test
    func `a palette is the mark`() async throws {
        let table = try RuleTable.claude(taking: .webp)
        let prepared = try await PreparedPicture(Fixture.pngPalette.bytes(), under: table)
        let mark = try Picture(decoding: Fixture.pngRGB8.bytes())
        #expect(prepared.picture.meanDifference(from: mark) { $0 } == 0)
    }

    @Test
    func `grey with alpha keeps both`() async throws {
        let table = try RuleTable.claude(taking: .webp)
        let prepared = try await PreparedPicture(Fixture.pngGrayAlpha.bytes(), under: table)
        let stored = try Picture(decoding: Fixture.pngGrayAlpha.bytes())
        #expect(prepared.picture.bandCount == 4)
        for y in stride(from: 0, to: stored.height, by: 3) {
            for x in stride(from: 0, to: stored.width, by: 3) {
                let (was, is_) = (stored.pixel(x, y), prepared.picture.pixel(x, y))
                #expect(is_[3] == was[1])
                #expect(was[1] == 0 || Array(is_[0..<3]) == [was[0], was[0], was[0]])
            }
        }
    }

    /// Solid inks and their overprints in the sRGB that SWOP coated paper has in every printer's
    /// guide: relative colorimetric with black point compensation.
    static let inks: [(ink: [UInt8], colour: [UInt8])] = [
        ([0, 0, 0, 0], [255, 255, 255]),
        ([255, 0, 0, 0], [0, 174, 239]),
        ([0, 255, 0, 0], [236, 0, 140]),
        ([0, 0, 255, 0], [255, 242, 0]),
        ([0, 255, 255, 0], [237, 28, 36]),
        ([255, 0, 255, 0], [0, 166, 81]),
        ([255, 255, 0, 0], [46, 49, 146]),
        ([0, 0, 0, 255], [35, 31, 32]),
    ]

    @Test
    func `inks without a profile are those of coated paper`() async throws {
        var sheet = Picture(width: 256, height: 256, of: [0, 0, 0, 0])
        for (index, row) in Self.inks.enumerated() {
            sheet.fill(index % 4 * 64, index / 4 * 128, 64, 128, with: row.ink)
        }
        let prepared = try await PreparedPicture(sheet.encodedAsInks())
        #expect(prepared.codes.contains(.unusualColor))
        #expect(prepared.steps.first == .convertToSRGB)
        for (index, row) in Self.inks.enumerated() {
            let colour = prepared.picture.colour(index % 4 * 64 + 32, index / 4 * 128 + 64)
            let off = CIELab(colour).difference(from: CIELab(row.colour))
            #expect(off < 12, "\(row.ink) gives \(colour), ΔE \(off)")
        }
    }

    @Test
    func `another program's inks are not inverted`() async throws {
        let prepared = try await PreparedPicture(Fixture.jpegCMYK.bytes())
        let picture = prepared.picture
        #expect(picture.bandCount == 3)
        // The quarters of the mark, and the F.
        let red = picture.colour(20, 20)
        let green = picture.colour(236, 20)
        let blue = picture.colour(20, 188)
        let sand = picture.colour(236, 188)
        let ink = picture.colour(100, 100)
        #expect(red[0] > red[1] + 80 && red[0] > red[2] + 80, "\(red)")
        #expect(green[1] > green[0] + 40 && green[1] > green[2] + 15, "\(green)")
        #expect(blue[2] > blue[0] + 50 && blue[2] > blue[1] + 30, "\(blue)")
        #expect(sand.allSatisfy { $0 > 140 }, "\(sand)")
        #expect(ink.allSatisfy { $0 < 70 }, "\(ink)")
    }
}

extension Picture {
    /// The mean ΔE*ab from another picture of one size whose colours are first changed.
    fileprivate func meanDifference(
        from other: Picture,
        changed: ([UInt8]) -> [UInt8]
    ) -> Double {
        guard size == other.size else { return .infinity }
        var known: [[UInt8]: CIELab] = [:]
        func lab(_ colour: [UInt8]) -> CIELab {
            if let lab = known[colour] { return lab }
            let lab = CIELab(colour)
            known[colour] = lab
            return lab
        }
        var targets: [[UInt8]: [UInt8]] = [:]
        var sum = 0.0
        for y in 0..<height {
            for x in 0..<width {
                let source = other.colour(x, y)
                let target = targets[source] ?? changed(source)
                targets[source] = target
                sum += lab(colour(x, y)).difference(from: lab(target))
            }
        }
        return sum / Double(width * height)
    }
}
