import Testing

/// Limits on which two sources disagree: what decides, and what is said of it.
struct TwoBoundsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The limit, and what another source says, each with its evidence.
        let limit: String
        let own: String
        let other: String
        /// What is said; nil where nothing is.
        let words: [String]
        let isGuess: Bool

        init(
            _ description: String,
            _ limit: String,
            own: String,
            other: String,
            says words: [String],
            isGuess: Bool
        ) {
            testDescription = description
            (self.limit, self.own, self.other) = (limit, own, other)
            (self.words, self.isGuess) = (words, isGuess)
        }
    }

    private static let area =
        #""code": "IMG211", "measure": "displaySize", "within": {"pixelCount": N}"#
    private static let edge = #""code": "IMG201", "measure": "longEdgePixels", "atMost": N"#

    /// The fixture has 640 × 480 px.
    static let rows = [
        Row(
            "an area over both",
            area,
            own: "1000 inferred",
            other: "2000 documented",
            says: ["more than the 2,000 pixels", "another source says 1,000 pixels", "broken too"],
            isGuess: false
        ),
        Row(
            "an area over one",
            area,
            own: "1000 inferred",
            other: "900000 documented",
            says: ["more than the 1,000 pixels", "another source says 900,000 pixels"],
            isGuess: false
        ),
        Row(
            "an area over both, neither known",
            area,
            own: "1000 inferred",
            other: "2000 unknown",
            says: ["more than the 1,000 pixels", "broken too"],
            isGuess: true
        ),
        Row(
            "an edge over both",
            edge,
            own: "10 unknown",
            other: "20 measured",
            says: ["longer than the 20 px", "another source says 10", "broken too"],
            isGuess: false
        ),
        Row(
            "an edge over both, the smaller known",
            edge,
            own: "10 documented",
            other: "20 inferred",
            says: ["longer than the 10 px", "another source says 20", "broken too"],
            isGuess: false
        ),
    ]

    @Test(arguments: rows)
    func `the better known of two bounds decides`(_ row: Row) throws {
        let scratch = try Scratch()
        func bound(_ spelling: String) -> String {
            let parts = spelling.split(separator: " ")
            return row.limit.replacing("N", with: parts[0])
                + #", "evidence": "\#(parts[1])", "source": "a""#
        }
        let conflict = bound(row.other).split(separator: ",").dropFirst(2).joined(separator: ",")
        let table = """
            {
              "schemaVersion": 2, "name": "t", "title": "T", "provider": "P",
              "verifiedOn": "2026-11-01",
              "sources": {
                "a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-11-01"}
              },
              "limits": [
                {"code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png"],
                 "evidence": "documented", "source": "a"},
                {\(bound(row.own)), "conflict": {\(conflict)}}
              ],
              "tokens": []
            }
            """
        let path = try scratch.write(Array(table.utf8), to: "t.json")
        let run = try Program.run(["--rules", path, "--model", "t", Example.fine])
        let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for words in row.words { #expect(output.contains(words), "\(output)") }
        #expect(run.errors.contains("on what is inferred of t") == row.isGuess, "\(run.errors)")
    }
}
