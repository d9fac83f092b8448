import Testing

@testable import PreflightCore

/// One side of a picture in spans: the fewest, overlapping, cut where nothing is.
struct TileSpansTests {
    @Test(arguments: [
        (100, 100, 1), (101, 100, 2), (195, 100, 2), (196, 100, 3), (290, 100, 3), (291, 100, 4),
        (1, 1, 1),
    ])
    func `the fewest spans`(_ length: Int, _ most: Int, _ count: Int) {
        #expect(TileSpans.fewest(covering: length, each: most) == count)
    }

    @Test func `a span of one pixel overlaps with none`() {
        #expect(TileSpans.fewest(covering: 2, each: 1) == nil)
    }

    /// Lines of text: `height` lines of ink, then `gap` flat ones.
    static func text(_ length: Int, height: Int, gap: Int) -> [Bool] {
        (0..<length).map { $0 % (height + gap) >= height }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isFlat: [Bool]
        let most: Int
        let count: Int
        let roughCutCount: Int
    }

    @Test(arguments: [
        Case(
            testDescription: "a photograph is cut evenly",
            isFlat: Array(repeating: false, count: 1_000),
            most: 300,
            count: 4,
            roughCutCount: 6
        ),
        Case(
            testDescription: "a blank page is cut anywhere",
            isFlat: Array(repeating: true, count: 1_000),
            most: 300,
            count: 4,
            roughCutCount: 0
        ),
        Case(
            testDescription: "text is cut between its lines",
            isFlat: text(1_000, height: 14, gap: 10),
            most: 300,
            count: 4,
            roughCutCount: 0
        ),
        Case(
            testDescription: "one span more, where so few leave no room to choose",
            isFlat: text(1_140, height: 20, gap: 4),
            most: 300,
            count: 5,
            roughCutCount: 0
        ),
        Case(
            testDescription: "what fits is whole",
            isFlat: text(300, height: 14, gap: 10),
            most: 300,
            count: 1,
            roughCutCount: 0
        ),
    ])
    func `spans`(_ c: Case) {
        let length = c.isFlat.count
        let spans = TileSpans(
            covering: length,
            each: c.most,
            at: CutPlaces(between: c.isFlat)
        )
        #expect(spans.ranges.count == c.count)
        #expect(spans.roughCutCount == c.roughCutCount)
        #expect(spans.ranges.allSatisfy { $0.count <= c.most })
        #expect(spans.ranges.first?.lowerBound == 0)
        #expect(spans.ranges.last?.upperBound == length)
        for (one, next) in zip(spans.ranges, spans.ranges.dropFirst()) {
            #expect(next.lowerBound < one.upperBound && one.lowerBound < next.lowerBound)
        }
        guard c.roughCutCount == 0 else { return }
        for cut in spans.ranges.flatMap({ [$0.lowerBound, $0.upperBound] }) {
            guard cut > 0, cut < length else { continue }
            #expect(c.isFlat[cut - 1] && c.isFlat[cut], "\(cut)")
        }
    }

    @Test(arguments: [301, 570, 999, 1_000, 4_321, 12_000])
    func `a line that one span cuts is whole in another`(_ length: Int) {
        // Lines so close that no cut is between them, as high as the overlap.
        let isFlat = Array(repeating: false, count: length)
        let ranges = TileSpans(covering: length, each: 300, at: CutPlaces(between: isFlat)).ranges
        for line in 0..<length - 14 {
            #expect(ranges.contains { $0.contains(line) && $0.contains(line + 13) }, "\(line)")
        }
    }

    @Test(arguments: [
        (100..<101, nil), (100..<102, 101), (100..<109, 105), (100..<112, 106), (100..<120, 114),
        (0..<1_000, 994),
    ])
    func `a cut leaves a margin`(_ flat: Range<Int>, _ last: Int?) {
        let places = CutPlaces(between: (0..<1_000).map(flat.contains))
        #expect(places.last(in: 1...999) == last)
    }

    @Test func `cuts are near where they would be`() {
        let places = CutPlaces(between: (0..<1_000).map((100..<120).contains))
        #expect(places.last(in: 90...200) == 114)
        #expect(places.last(in: 107...110) == 110)
        #expect(places.last(in: 0...105) == nil)
        #expect(places.last(in: 0...106) == 106)
        #expect(places.last(in: 115...200) == nil)
        #expect(places.last(in: 90...2_000) == nil)
    }
}
