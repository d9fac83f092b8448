import Testing

@testable import PreflightCore

/// The search against pictures that are nothing but the sizes of their files.
struct ByteSearchTests {
    /// How many bytes a picture takes in each encoding and scale.
    struct Picture: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Bytes at quality 85 and full scale.
        let usual: Double
        /// How the logarithm of the size grows with the quality.
        let perQuality: Double
        /// How the size grows with the area: 1 in proportion, less for pictures that are smooth.
        let perArea: Double
        /// Bytes of headers and tables, which nothing shrinks.
        var overhead = 600.0
        /// What the size jumps by at quality 90, where libvips begins to keep all of the colour.
        var jump = 1.0
        var lossless = 8.0

        func byteCount(_ attempt: ByteSearch.Attempt) -> Int {
            let area = power(attempt.scale, 2 * perArea)
            guard let quality = attempt.encoding.quality else {
                return Int(overhead + usual * lossless * area)
            }
            let grown = power(2.718_281_828, perQuality * Double(quality - 85))
            return Int(overhead + usual * grown * (quality >= 90 ? jump : 1) * area)
        }
    }

    static let pictures = [
        Picture(testDescription: "photograph", usual: 8e6, perQuality: 0.035, perArea: 0.95),
        Picture(testDescription: "smooth", usual: 3e6, perQuality: 0.045, perArea: 0.7),
        Picture(testDescription: "flat", usual: 6e6, perQuality: 0.012, perArea: 0.6),
        Picture(testDescription: "noise", usual: 3e7, perQuality: 0.028, perArea: 1),
        Picture(
            testDescription: "jump at 90",
            usual: 3.4e6,
            perQuality: 0.04,
            perArea: 0.9,
            jump: 1.4
        ),
        Picture(
            testDescription: "much overhead",
            usual: 5e6,
            perQuality: 0.035,
            perArea: 0.95,
            overhead: 60_000
        ),
    ]

    /// Runs a search to its end.
    private static func search(
        _ picture: Picture,
        within limit: Int,
        lossless: [Encoding],
        lossy: ImageFormat?
    ) -> ByteSearch {
        var search = ByteSearch(byteCountAtMost: limit, lossless: lossless, lossy: lossy)
        while let attempt = search.next { search.note(picture.byteCount(attempt)) }
        return search
    }

    @Test(arguments: pictures, [200_000, 1_000_000, 3_932_160])
    func `ends under the limit, near it, soon`(_ picture: Picture, limit: Int) throws {
        for format in [ImageFormat.jpeg, .webp] {
            let search = Self.search(picture, within: limit, lossless: [], lossy: format)
            let best = try #require(search.best)
            #expect(best.byteCount <= limit)
            let isHighest = best.attempt.encoding.quality == 95
            #expect(isHighest || best.byteCount * 10 >= limit * 9)
            #expect(search.outcomes.count <= 6)
            #expect(best.attempt.encoding.format == format)
            #expect(search.outcomes.allSatisfy { $0.attempt.scale > 0 && $0.attempt.scale <= 1 })
        }
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `what loses nothing is taken where it fits`(over: Int, fits: Bool) throws {
        let picture = Self.pictures[0]
        let exact = picture.byteCount(.init(encoding: .png, scale: 1))
        let search = Self.search(picture, within: exact - over, lossless: [.png], lossy: .webp)
        let best = try #require(search.best)
        #expect(best.attempt.isLossless == fits)
        #expect((search.outcomes.count == 1) == fits)
        #expect(search.outcomes.first?.attempt.encoding == .png)
    }

    @Test
    func `the first way that loses nothing is enough`() {
        let picture = Self.pictures[0]
        let ways: [Encoding] = [.png, .webpLossless]
        let search = Self.search(picture, within: .max, lossless: ways, lossy: .webp)
        #expect(search.outcomes.map(\.attempt.encoding) == [.png])
    }

    @Test
    func `where nothing may be lost, all such ways are tried and no other`() {
        let ways: [Encoding] = [.png, .webpLossless]
        let search = Self.search(Self.pictures[0], within: 1_000, lossless: ways, lossy: nil)
        #expect(search.outcomes.map(\.attempt.encoding) == ways)
        #expect(search.best == nil)
    }

    @Test
    func `quality goes before scale`() throws {
        // A quarter less than at quality 85 is to be had by quality alone.
        let picture = Self.pictures[0]
        let usual = picture.byteCount(.init(encoding: .jpeg(quality: 85), scale: 1))
        let search = Self.search(picture, within: usual * 3 / 4, lossless: [], lossy: .jpeg)
        let best = try #require(search.best)
        #expect(best.attempt.scale == 1)
        #expect(try #require(best.attempt.encoding.quality) < 85)
    }

    @Test
    func `far under every quality pixels go, and the quality stays readable`() throws {
        let search = Self.search(Self.pictures[3], within: 200_000, lossless: [], lossy: .jpeg)
        let best = try #require(search.best)
        #expect(best.attempt.scale < 0.2)
        #expect(best.attempt.encoding.quality == 75)
    }

    @Test
    func `the best quality is enough`() {
        let search = Self.search(
            Self.pictures[0],
            within: 1_000_000_000,
            lossless: [],
            lossy: .jpeg
        )
        #expect(search.best?.attempt.encoding.quality == 95)
        #expect(search.outcomes.count <= 3)
    }

    @Test(arguments: [0, 1, 600, .max])
    func `sizes that nothing changes end the search`(byteCount: Int) {
        var search = ByteSearch(byteCountAtMost: 500, lossless: [.png], lossy: .webp)
        while let attempt = search.next {
            #expect(attempt.scale > 0)
            search.note(byteCount)
        }
        #expect(search.outcomes.count <= ByteSearch.attemptCountAtMost)
        #expect((search.best != nil) == (byteCount <= 500))
    }
}

/// `base` to the power of `exponent`, both above 0, by the series of the exponential.
private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = FidelityLadder.logarithm(base) * exponent / 1_024
    result = 1 + result + result * result / 2 + result * result * result / 6
    for _ in 0..<10 { result *= result }
    return result
}
