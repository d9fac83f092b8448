import PreflightCore
import Testing

/// Tokens by area, as Anthropic's page had them, and the method that knows no size.
struct AreaTokensTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let width: Int
        let height: Int
        let unbounded: Int
        let bounded: Int
        var size: PixelSize { PixelSize(width: width, height: height) }
        var testDescription: String { "\(size)" }
    }

    @Test(arguments: [
        Case(width: 1, height: 1, unbounded: 1, bounded: 1),
        Case(width: 30, height: 25, unbounded: 1, bounded: 1),
        Case(width: 751, height: 1, unbounded: 2, bounded: 2),
        Case(width: 200, height: 200, unbounded: 54, bounded: 54),
        Case(width: 1000, height: 1000, unbounded: 1334, bounded: 1334),
        Case(width: 1092, height: 1092, unbounded: 1590, bounded: 1590),
        Case(width: 1200, height: 1000, unbounded: 1600, bounded: 1600),
        Case(width: 1201, height: 1000, unbounded: 1602, bounded: 1600),
        Case(width: 1920, height: 1080, unbounded: 2765, bounded: 1600),
        Case(width: 2000, height: 1500, unbounded: 4000, bounded: 1600),
    ])
    func `pixels are divided and rounded up`(_ c: Case) {
        #expect(AreaTokens(pixelsPerToken: 750).tokenCount(for: c.size) == c.unbounded)
        let bounded = AreaTokens(pixelsPerToken: 750, tokenCountAtMost: 1600)
        #expect(bounded.tokenCount(for: c.size) == c.bounded)
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes cost something`(_ size: PixelSize) {
        #expect(AreaTokens(pixelsPerToken: 750).tokenCount(for: size) >= 1)
        #expect(TokenMethod.fixed(tokenCount: 256).tokenCount(for: size) == 256)
    }
}
