import Testing

@testable import PreflightCore

/// What `gAMA` and `cHRM` mean together, and which of them libpng does not believe.
struct PNGDeclaredColorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let chunks: [(String, [UInt8])]
        let transfer: ColorEncoding.Transfer?
    }

    private static func gamma(_ stored: Int) -> (String, [UInt8]) {
        ("gAMA", UInt32(stored).bigEndianBytes)
    }

    /// White, red, green and blue, x and y each, in 100,000ths.
    private static func chromaticities(_ values: [Int]) -> (String, [UInt8]) {
        ("cHRM", values.flatMap { UInt32($0).bigEndianBytes })
    }

    private static let standard = chromaticities([
        31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000,
    ])
    private static let displayP3 = chromaticities([
        31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000,
    ])

    static let cases: [Case] = [
        Case(testDescription: "an exponent of 0", chunks: [gamma(0)], transfer: nil),
        Case(testDescription: "too small an exponent", chunks: [gamma(15)], transfer: nil),
        Case(
            testDescription: "the smallest exponent",
            chunks: [gamma(16)],
            transfer: .power(6250)
        ),
        Case(
            testDescription: "the largest exponent",
            chunks: [gamma(625_000_000)],
            transfer: .power(1 / 6250)
        ),
        Case(testDescription: "too large an exponent", chunks: [gamma(625_000_001)], transfer: nil),
        Case(
            testDescription: "the largest number, which voids the lights as well",
            chunks: [displayP3, gamma(Int(Int32.max))],
            transfer: nil
        ),
        Case(testDescription: "sRGB's exponent", chunks: [gamma(45_455)], transfer: nil),
        Case(
            testDescription: "sRGB's exponent beside its lights",
            chunks: [gamma(45_455), standard],
            transfer: nil
        ),
        Case(
            testDescription: "that exponent beside other lights",
            chunks: [gamma(45_455), displayP3],
            transfer: .power(1 / 0.45455)
        ),
        Case(
            testDescription: "Adobe's exponent beside other lights",
            chunks: [displayP3, gamma(45_470)],
            transfer: .power(1 / 0.45470)
        ),
        Case(testDescription: "other lights alone", chunks: [displayP3], transfer: .sRGB),
    ]

    @Test(arguments: cases)
    func `is read as libpng does`(_ c: Case) throws {
        let file = c.chunks.reduce(PNGBytes()) { $0.chunk($1.0, $1.1) }.imageData().end()
        let declared = try PNGReader.header(of: file.bytes.span).declaredColor
        guard case .power(let expected) = c.transfer else {
            #expect(declared?.encoding?.transfer == c.transfer)
            return
        }
        guard case .power(let found) = declared?.encoding?.transfer else {
            Issue.record("\(String(describing: declared))")
            return
        }
        #expect(abs(found / expected - 1) < 1e-9)
    }
}
