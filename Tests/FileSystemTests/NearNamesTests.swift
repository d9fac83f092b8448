import FileSystem
import Testing

/// Which name is taken for another, and in what they differ.
struct NearNamesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let names: [[UInt8]]
        let wanted: [UInt8]
        let nearest: [UInt8]?
        let differences: [NearName.Difference]

        init(
            _ description: String,
            _ names: [String],
            _ wanted: String,
            _ nearest: String?,
            _ differences: [NearName.Difference] = []
        ) {
            testDescription = description
            self.names = names.map { Array($0.utf8) }
            self.wanted = Array(wanted.utf8)
            self.nearest = nearest.map { Array($0.utf8) }
            self.differences = differences
        }
    }

    static let rows = [
        Row("nothing", [], "a.png", nil), Row("far", ["b.png", "ab.pngs"], "a.jpeg", nil),
        Row("space", ["a\u{3000}b"], "a b", "a\u{3000}b", [.space]),
        Row("fewest differences", ["A\u{A0}b", "a\u{A0}b"], "a b", "a\u{A0}b", [.space]),
        Row("three", ["A\u{A0}b "], "a b", "A\u{A0}b ", [.space, .outerSpace, .letterCase]),
        Row("normal form", ["e\u{301}"], "\u{E9}", "e\u{301}", [.normalForm]),
        Row("and case", ["E\u{301}"], "\u{E9}", "E\u{301}", [.letterCase, .normalForm]),
        Row("mark", ["\u{202A}a"], "a", "\u{202A}a", [.invisible]),
        Row("apostrophe", ["it\u{2019}s"], "it's", "it\u{2019}s", [.punctuation]),
        Row("letter missing", ["photo.png"], "phot.png", "photo.png"),
        Row("letter too much", ["photo.png"], "photto.png", "photo.png"),
        Row("letter wrong", ["photo.png"], "phoro.png", "photo.png"),
        Row("letters swapped", ["photo.png"], "phtoo.png", "photo.png"),
        Row("two letters wrong", ["photo.png"], "phara.png", nil),
        Row("two candidates", ["photo.png", "phots.png"], "photx.png", nil),
        Row("short", ["a.b"], "c.b", nil), Row("digit", ["shot1.png"], "shot2.png", nil),
        Row("digit missing", ["shot1.png"], "shot.png", nil),
    ]

    @Test(arguments: rows)
    func `the nearest name`(_ row: Row) {
        var names = NearNames(row.names.map { FilePath(bytes: $0) })
        let near = names.nearest(to: FilePath(bytes: row.wanted))
        #expect(near?.name.bytes == row.nearest)
        #expect(near?.differences ?? [] == row.differences)
    }

    @Test
    func `bytes of Latin-1 are taken for UTF-8`() {
        var names = NearNames([FilePath(bytes: [0x63, 0xE9])])
        #expect(names.nearest(to: FilePath("c\u{E9}"))?.differences == [.encoding])
    }

    @Test(.timeLimit(.minutes(1)))
    func `all names are compared only a few times`() {
        var names = NearNames((0..<20_000).map { FilePath("picture of something \($0)") })
        for index in 0..<5_000 { _ = names.nearest(to: FilePath("portrait of someone \(index)")) }
        #expect(names.nearest(to: FilePath("PICTURE of something 7"))?.differences == [.letterCase])
    }
}
