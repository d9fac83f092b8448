import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// What a PNG declares of its colours without a profile, held against the standards' formulas.
struct DeclaredColorTests {
    /// A curve from samples to light, the matrix after it, and what the light is then multiplied by.
    struct Declared: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let words: String
        let expected: @Sendable ([UInt8]) -> [UInt8]
        var testDescription: String { fixture.name }
    }

    static let displayP3 = [
        [1.2249401, -0.2249404, 0], [-0.0420569, 1.0420571, 0],
        [-0.0196376, -0.0786361, 1.0982735],
    ]
    static let bt2020 = [
        [1.6604910, -0.5876411, -0.0728499], [-0.1245505, 1.1328999, -0.0083494],
        [-0.0181508, -0.1005789, 1.1187297],
    ]
    static let same = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]]

    static func value(_ sample: UInt8) -> Double { Double(sample) / 255 }

    static func samples(_ light: [Double], _ matrix: [[Double]]) -> [UInt8] {
        matrix.map { row in
            let mixed = zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }
            let clipped = min(max(mixed, 0), 1)
            let curved =
                clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * pow(clipped, 1 / 2.4) - 0.055
            return UInt8((255 * curved).rounded())
        }
    }

    static func standardLight(_ value: Double) -> Double { RGBSpace.linearised(value) }

    /// ITU-R BT.2100, table 4, in cd/m².
    static func pq(_ value: Double) -> Double {
        let root = pow(value, 1 / 78.84375)
        return 10_000
            * pow(max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root), 1 / 0.1593017578125)
    }

    /// ITU-R BT.2100, table 5: the scene, and the screen of 1,000 cd/m².
    static func hlg(_ colour: [UInt8]) -> [Double] {
        let scene = colour.map { sample -> Double in
            let value = value(sample)
            return value <= 0.5
                ? value * value / 3 : (exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12
        }
        let luminance = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2]
        return scene.map { luminance > 0 ? 1000 * pow(luminance, 0.2) * $0 / 203 : 0 }
    }

    static let declared: [Declared] = [
        Declared(fixture: .pngCICPDisplayP3, words: "colours of Display P3 (cICP)") { colour in
            samples(colour.map { standardLight(value($0)) }, displayP3)
        },
        Declared(fixture: .pngCICPPQ, words: "colours of BT.2020 with PQ (cICP)") { colour in
            samples(colour.map { pq(value($0)) / 203 }, bt2020)
        },
        Declared(fixture: .pngCICPHLG, words: "colours of BT.2020 with HLG (cICP)") { colour in
            samples(hlg(colour), bt2020)
        },
        Declared(
            fixture: .pngCICPNarrow,
            words: "colours of BT.709 with a narrow range (cICP)"
        ) { colour in
            samples(
                colour.map { standardLight(min(max((Double($0) - 16) / 219, 0), 1)) },
                same
            )
        },
        Declared(fixture: .pngGamma1, words: "colours other than sRGB’s (gAMA)") { colour in
            samples(colour.map(value), same)
        },
        Declared(
            fixture: .pngChromaticitiesP3,
            words: "colours other than sRGB’s (cHRM)"
        ) { colour in
            samples(colour.map { standardLight(value($0)) }, displayP3)
        },
    ]

    /// The middle of each quarter, and the F.
    static let places = [(20, 20), (236, 20), (20, 188), (236, 188), (100, 100)]

    @Test(arguments: declared)
    func `is converted by the standard's formula`(_ c: Declared) async throws {
        let prepared = try await PreparedPicture(c.fixture.bytes())
        let finding = try #require(prepared.report.findings.first { $0.code == .unusualColor })
        #expect(finding.message.fact.contains(c.words))
        #expect(prepared.steps == [.convertToSRGB, .encode(.png)])
        let mark = try Picture(decoding: Fixture.pngRGB8.bytes())
        for (x, y) in Self.places {
            let (found, expected) = (prepared.picture.colour(x, y), c.expected(mark.colour(x, y)))
            let isNear = zip(found, expected).allSatisfy { abs(Int($0) - Int($1)) <= 1 }
            #expect(isNear, "\(mark.colour(x, y)) gives \(found), not \(expected)")
        }
        let again = try await PreparedPicture(prepared.bytes)
        #expect(!again.codes.contains(.unusualColor))
    }

    @Test(arguments: [Fixture.pngCICPSrgb, .pngGamma22, .pngChromaticitiesVoid])
    func `that is sRGB's changes nothing`(_ fixture: Fixture) async throws {
        let prepared = try await PreparedPicture(fixture.bytes())
        #expect(!prepared.codes.contains(.unusualColor))
        #expect(prepared.bytes == (try fixture.bytes()))
    }

    @Test
    func `of a kind that nobody converts is told, and the pixels stay`() async throws {
        let bytes = try Fixture.pngCICPUnknown.bytes()
        let prepared = try await PreparedPicture(bytes)
        let finding = try #require(prepared.report.findings.first { $0.code == .unusualColor })
        #expect(finding.remedy == nil)
        #expect(finding.message.fact.contains("colours of an unknown kind (cICP 9, 1, 0, 1)"))
        #expect(prepared.bytes == bytes)
    }

    @Test(arguments: [Fixture.pngRGB16, .pngCICPUnknown])
    func `of that kind, what is made smaller says so too, however deep it is`(_ fixture: Fixture)
        async throws
    {
        var bytes = try fixture.bytes()
        if fixture == .pngRGB16 {
            bytes.insert(contentsOf: PNGChunkBytes.unknownCodePoints, at: 33)
        }
        #expect(try await PreparedPicture(bytes).bytes == bytes)
        let table = try BuiltIn.table(BuiltIn.claude).limiting(.edgeTooLong, to: 100)
        let prepared = try await PreparedPicture(bytes, under: table)
        #expect(prepared.report.plan?.downscaledSize != nil)
        #expect(!prepared.steps.contains(.convertToSRGB))
        let again = try await PreparedPicture(prepared.bytes)
        let finding = try #require(again.report.findings.first { $0.code == .unusualColor })
        #expect(finding.message.fact.contains("(cICP 9, 1, 0, 1)"))
        #expect(finding.remedy == nil)
    }

    @Test
    func `samples in the low bits of 16 are scaled up`() async throws {
        let prepared = try await PreparedPicture(Fixture.pngBits12.bytes())
        let finding = try #require(prepared.report.findings.first { $0.code == .unusualColor })
        #expect(finding.message.fact.contains("16 bits a sample, of which 12 count"))
        let grey = try Picture(decoding: Fixture.pngGray8.bytes())
        for (x, y) in Self.places {
            let (found, expected) = (prepared.picture.colour(x, y)[0], grey.colour(x, y)[0])
            #expect(abs(Int(found) - Int(expected)) <= 1)
        }
    }

    @Test
    func `scaled samples stay, however few bits are said to count`() async throws {
        var chunks = try Fixture.pngGray16.bytes()
        // An sBIT of 12 after IHDR, with its checksum.
        chunks.insert(contentsOf: PNGChunkBytes.significantBits12, at: 33)
        let prepared = try await PreparedPicture(chunks)
        let grey = try Picture(decoding: Fixture.pngGray8.bytes())
        for (x, y) in Self.places {
            #expect(prepared.picture.colour(x, y) == grey.colour(x, y))
        }
    }

    @Test
    func `a gain map is named`() async throws {
        let prepared = try await PreparedPicture(Fixture.jpegGainMap.bytes())
        let finding = try #require(prepared.report.findings.first { $0.code == .damaged })
        #expect(finding.message.fact.contains("bytes after the image's end, a gain map among them"))
    }
}

private enum PNGChunkBytes {
    static let significantBits12: [UInt8] = [
        0, 0, 0, 1, 0x73, 0x42, 0x49, 0x54, 12, 0xE1, 0x67, 0x9F, 0x80,
    ]

    static let unknownCodePoints: [UInt8] = [
        0, 0, 0, 4, 0x63, 0x49, 0x43, 0x50, 9, 1, 0, 1, 0x50, 0xC7, 0xEA, 0xB9,
    ]
}
