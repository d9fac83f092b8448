import Testing

@testable import PreflightCore

/// The search against pictures that are nothing but the sizes of their files.
struct ByteSearchTests {
    /// Where a search starts from, and the ladders that it has.
    enum Source: CaseIterable, Sendable {
        case png
        case jpeg
        case webp

        var lossless: [Encoding] { self == .png ? [.webpLossless, .png] : [] }

        var ladders: [FidelityLadder] { self == .jpeg ? [.jpeg] : [.webp, .fullColorJPEG] }
    }

    static let photograph = MeasuredPicture.all[0]
    static let noise = MeasuredPicture.all[1]

    /// Runs a search to its end.
    private static func search(
        _ picture: MeasuredPicture,
        within limit: Int,
        lossless: [Encoding] = [],
        ladders: [FidelityLadder]
    ) -> ByteSearch {
        var search = ByteSearch(byteCountAtMost: limit, lossless: lossless, ladders: ladders)
        while let attempt = search.next { search.note(picture.byteCount(attempt), of: attempt) }
        return search
    }

    @Test(arguments: MeasuredPicture.all, Source.allCases)
    func `ends under the limit, near it, soon`(
        _ picture: MeasuredPicture,
        _ source: Source
    ) throws {
        let exact = picture.byteCount(.init(encoding: .png, scale: 1))
        for percent in stride(from: 2, through: 94, by: 4) {
            let limit = exact * percent / 100
            let search = Self.search(
                picture,
                within: limit,
                lossless: source.lossless,
                ladders: source.ladders
            )
            let best = try #require(search.best, "\(percent) %")
            #expect(best.byteCount <= limit)
            #expect(search.encodeCount <= 6)
            #expect(Set(search.outcomes.map(\.attempt)).count == search.outcomes.count)
            let better = source.ladders.compactMap { $0.attempt(above: best.attempt) }
            // Grey noise bends where quality ends and scale begins: there a seventh may be left.
            let isNear = best.byteCount * 100 >= limit * (best.attempt.scale < 1 ? 86 : 90)
            #expect(
                isNear
                    || better.allSatisfy { !(best.byteCount + 1...limit ~= picture.byteCount($0)) },
                "\(percent) %: \(best)"
            )
        }
    }

    @Test
    func `a PNG counts twice, as it is written twice`() {
        var search = ByteSearch(byteCountAtMost: 1, lossless: [.png], ladders: [.webp])
        search.noteEncode(as: .png)
        search.noteEncode(as: .jpeg(quality: 85))
        while let attempt = search.next { search.note(1_000_000, of: attempt) }
        #expect(search.outcomes.map(\.attempt.encoding.encodeCount) == [2, 1])
        #expect(search.encodeCount == 6)
    }

    @Test
    func `what is known already is not tried again`() {
        var search = ByteSearch(
            byteCountAtMost: 1_000,
            lossless: [.webpLossless, .png],
            ladders: [.webp]
        )
        search.know(1_500, of: .png)
        #expect(search.next == .init(encoding: .webpLossless, scale: 1))
        #expect(search.encodeCount == 0)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `what loses nothing is taken where it fits`(over: Int, fits: Bool) throws {
        let exact = Self.photograph.byteCount(.init(encoding: .png, scale: 1))
        let search = Self.search(
            Self.photograph,
            within: exact - over,
            lossless: [.png],
            ladders: [.webp]
        )
        let best = try #require(search.best)
        #expect(best.attempt.isLossless == fits)
        #expect((search.outcomes.count == 1) == fits)
        #expect(search.outcomes.first?.attempt.encoding == .png)
    }

    @Test
    func `the most welcome way that loses nothing is taken`() {
        let ways: [Encoding] = [.webpLossless, .png]
        let search = Self.search(
            Self.photograph,
            within: .max,
            lossless: ways,
            ladders: [.webp]
        )
        #expect(search.outcomes.map(\.attempt.encoding) == ways)
        #expect(search.best?.attempt.encoding == .png)
    }

    @Test
    func `where nothing may be lost, only such ways are tried`() {
        let ways: [Encoding] = [.webpLossless, .png]
        let search = Self.search(Self.photograph, within: 1_000, lossless: ways, ladders: [])
        #expect(search.outcomes.map(\.attempt.encoding) == [.webpLossless])
        #expect(search.best == nil)
    }

    @Test
    func `quality goes before scale`() throws {
        // A quarter less than at quality 85 is to be had by quality alone.
        let usual = Self.photograph.byteCount(.init(encoding: .jpeg(quality: 85), scale: 1))
        let search = Self.search(Self.photograph, within: usual * 3 / 4, ladders: [.jpeg])
        let best = try #require(search.best)
        #expect(best.attempt.scale == 1)
        #expect(try #require(best.attempt.encoding.quality) < 85)
    }

    @Test
    func `far under every quality pixels go, and the quality stays readable`() throws {
        let search = Self.search(Self.noise, within: 30_000, ladders: [.jpeg])
        let best = try #require(search.best)
        #expect(best.attempt.scale < 0.2)
        #expect(best.attempt.encoding.quality == 75)
    }

    @Test(arguments: [FidelityLadder.Kind.jpeg, .webp])
    func `where nothing may be scaled quality goes further down`(
        kind: FidelityLadder.Kind
    ) throws {
        let lowest: Encoding = kind == .jpeg ? .jpeg(quality: 30) : .webp(quality: 30)
        let limit = Self.photograph.byteCount(.init(encoding: lowest, scale: 1))
        let ladder = FidelityLadder(kind, mayScale: false)
        let search = Self.search(Self.photograph, within: limit, ladders: [ladder])
        #expect(search.outcomes.allSatisfy { $0.attempt.scale == 1 })
        let best = try #require(search.best)
        #expect(best.byteCount * 10 >= limit * 9)

        let impossible = Self.search(Self.photograph, within: 100, ladders: [ladder])
        #expect(impossible.best == nil)
        #expect(impossible.outcomes.allSatisfy { $0.attempt.scale == 1 })
    }

    @Test
    func `the best quality is enough`() {
        let search = Self.search(Self.photograph, within: 1_000_000_000, ladders: [.jpeg])
        #expect(search.best?.attempt.encoding == .fullColorJPEG(quality: 100))
        #expect(search.outcomes.count <= 3)
    }

    @Test
    func `colours in full use the bytes that WebP cannot`() throws {
        let exact = Self.noise.byteCount(.init(encoding: .png, scale: 1))
        let ladders: [FidelityLadder] = [.webp, .fullColorJPEG]
        let search = Self.search(Self.noise, within: exact * 6 / 10, ladders: ladders)
        let best = try #require(search.best)
        #expect(best.attempt.encoding.format == .jpeg)
        #expect(best.byteCount * 10 >= exact * 6 / 10 * 9)
    }

    @Test(arguments: [0, 1, 600, .max])
    func `sizes that nothing changes end the search`(byteCount: Int) {
        var search = ByteSearch(byteCountAtMost: 500, lossless: [.png], ladders: [.webp])
        while let attempt = search.next {
            #expect(attempt.scale > 0)
            search.note(byteCount, of: attempt)
        }
        #expect(search.encodeCount <= ByteSearch.encodeCountAtMost)
        #expect((search.best != nil) == (byteCount <= 500))
    }
}
