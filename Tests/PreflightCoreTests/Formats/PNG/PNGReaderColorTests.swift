import Testing

@testable import PreflightCore

@Suite struct PNGReaderColorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var colorType: UInt8
        var bitDepths: [UInt8]
        var colorModel: ColorModel
        var hasAlpha = false
        var testDescription: String { "colour type \(colorType)" }
    }

    static let cases: [Case] = [
        Case(colorType: 0, bitDepths: [1, 2, 4, 8, 16], colorModel: .gray),
        Case(colorType: 2, bitDepths: [8, 16], colorModel: .rgb),
        Case(colorType: 3, bitDepths: [1, 2, 4, 8], colorModel: .palette),
        Case(colorType: 4, bitDepths: [8, 16], colorModel: .gray, hasAlpha: true),
        Case(colorType: 6, bitDepths: [8, 16], colorModel: .rgb, hasAlpha: true),
    ]

    @Test(arguments: cases, 0...17 as ClosedRange<UInt8>)
    func allowsTheDepthsOfEachColorType(_ row: Case, bitDepth: UInt8) throws {
        let file = PNGBytes(bitDepth: bitDepth, colorType: row.colorType).imageData().end()
        guard row.bitDepths.contains(bitDepth) else {
            #expect(throws: HeaderError.malformed(offset: 24, reason: "bit depth \(bitDepth)")) {
                try PNGReader.header(of: file.bytes.span)
            }
            return
        }
        let header = try PNGReader.header(of: file.bytes.span)
        #expect(header.colorModel == row.colorModel)
        #expect(header.hasAlpha == row.hasAlpha)
        #expect(header.bitsPerSample == (row.colorModel == .palette ? 8 : Int(bitDepth)))
    }

    struct TransparencyCase: CustomTestStringConvertible, Sendable {
        var colorType: UInt8
        var byteCount: Int
        var expected: Bool
        var testDescription: String { "\(byteCount) bytes for colour type \(colorType)" }
    }

    static let transparencyCases: [TransparencyCase] = [
        TransparencyCase(colorType: 0, byteCount: 1, expected: false),
        TransparencyCase(colorType: 0, byteCount: 2, expected: true),
        TransparencyCase(colorType: 0, byteCount: 3, expected: false),
        TransparencyCase(colorType: 2, byteCount: 5, expected: false),
        TransparencyCase(colorType: 2, byteCount: 6, expected: true),
        TransparencyCase(colorType: 2, byteCount: 7, expected: false),
        TransparencyCase(colorType: 3, byteCount: 0, expected: false),
        TransparencyCase(colorType: 3, byteCount: 1, expected: true),
        TransparencyCase(colorType: 3, byteCount: 256, expected: true),
        TransparencyCase(colorType: 3, byteCount: 257, expected: false),
    ]

    @Test(arguments: transparencyCases)
    func readsTransparency(_ row: TransparencyCase) throws {
        let data = [UInt8](repeating: 0, count: row.byteCount)
        let start = PNGBytes(colorType: row.colorType)
        let before = start.chunk("tRNS", data).imageData().end()
        let after = start.imageData().chunk("tRNS", data).end()
        #expect(try PNGReader.header(of: before.bytes.span).hasAlpha == row.expected)
        #expect(try !PNGReader.header(of: after.bytes.span).hasAlpha)
    }
}
