import PreflightCore
import Testing

/// Suggestions for names that are not known.
struct NearestNamesTests {
    static let keys = ["atMost", "atLeast", "oneOf", "within", "when", "note"]
    static let models = [
        "databricks-claude-3-7-sonnet", "databricks-gemma-3-12b", "databricks-gpt-5",
        "databricks-gpt-5-mini", "databricks-gpt-5-nano", "databricks-llama-4-maverick",
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let candidates: [String]
        let nearest: [String]

        init(_ description: String, _ name: String, _ candidates: [String], _ nearest: [String]) {
            testDescription = description
            self.name = name
            self.candidates = candidates
            self.nearest = nearest
        }
    }

    @Test(arguments: [
        Case("left out", "atMst", keys, ["atMost"]),
        Case("put in", "atMoost", keys, ["atMost"]),
        Case("exchanged", "atMots", keys, ["atMost"]),
        Case("letter case", "ATLEAST", keys, ["atLeast"]),
        Case("two edits", "atMostly", keys, ["atMost"]),
        Case("replaced", "atMest", keys, ["atMost", "atLeast"]),
        Case("too many edits", "aXYZst", keys, []),
        Case("put in before replaced", "jpg", ["jp2", "jpeg", "png"], ["jpeg", "jp2", "png"]),
        Case("nothing like it", "zzzzzz", keys, []),
        Case("empty", "", keys, []),
        Case("no candidates", "atMost", [], []),
        Case("of two equals the first by name", "b", ["bd", "bc"], ["bc", "bd"]),
        Case("a short name is not near everything", "x", ["a", "b"], []),
        Case(
            "a part of names, shorter ones first",
            "gpt-5",
            models,
            ["databricks-gpt-5", "databricks-gpt-5-mini", "databricks-gpt-5-nano"]
        ),
        Case("a part too short", "pt", models, []),
        Case(
            "a wrong number",
            "databricks-claude-3-5-sonnet",
            models,
            ["databricks-claude-3-7-sonnet"]
        ),
        Case("too long to compare", String(repeating: "a", count: 201), ["aaa"], []),
    ])
    func `the likeliest names come first`(_ c: Case) {
        #expect(nearestNames(to: c.name, among: c.candidates) == c.nearest)
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 3), (9, 3)])
    func `no more than the limit`(_ limit: Int, _ count: Int) {
        #expect(nearestNames(to: "gpt-5", among: Self.models, limit: limit).count == count)
    }
}
