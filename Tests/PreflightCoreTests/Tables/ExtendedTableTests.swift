import Testing

@testable import PreflightCore

/// A table that says only what differs from another.
struct ExtendedTableTests {
    static let base = try? RuleTable(
        json: Array(
            """
            {
              "schemaVersion": 2, "name": "base", "title": "Base", "provider": "P",
              "verifiedOn": "2026-01-02",
              "sources": {
                "a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-01-01"},
                "b": {"title": "B", "address": "https://b.example", "checkedOn": "2026-01-01"}
              },
              "limits": [
                {"code": "IMG101", "measure": "format", "oneOf": ["png"], "evidence": "documented",
                 "source": "a"},
                {"code": "IMG201", "measure": "longEdgePixels", "atMost": 100,
                 "evidence": "documented", "source": "b"},
                {"code": "REQ401", "measure": "imageCount", "atMost": 5, "evidence": "unknown",
                 "source": "a"}
              ],
              "tokens": [{"method": "fixed", "tokenCount": 3, "evidence": "measured", "source": "a"}]
            }
            """
            .utf8
        ),
        file: "base.json"
    )

    private static func table(_ members: String) throws -> RuleTable {
        let text = """
            {"schemaVersion": 2, "name": "n", "extends": "base", "title": "N",
             "verifiedOn": "2026-01-03"\(members)}
            """
        return try RuleTable(json: Array(text.utf8), file: "n.json") { name in
            switch name {
            case "base": base.map { .found($0) } ?? .broken
            case "n": .cycle(["n"])
            case "broken": .broken
            default: .unknown(nearest: ["base"])
            }
        }
    }

    @Test
    func `what is not said is as in the base`() throws {
        let base = try #require(Self.base)
        let table = try Self.table("")
        #expect(table.limits.map(\.code) == base.limits.map(\.code))
        #expect(table.limits.allSatisfy { $0.table == "base" })
        #expect(table.tokens == base.tokens)
        #expect(table.provider == "P" && table.name == "n" && table.base == "base")
        #expect(table.sources == base.sources)
    }

    @Test
    func `a limit takes the place of the one with its code`() throws {
        let table = try Self.table(
            #", "limits": [{"code": "IMG201", "measure": "longEdgePixels", "atMost": 50, "#
                + #""evidence": "measured", "source": "a"}]"#
        )
        #expect(table.limit(.edgeTooLong)?.bound == .atMost(50))
        #expect(table.limit(.edgeTooLong).map { $0.table == nil } == true)
        #expect(table.limits.count == 3)
        // Nothing cites the source of the limit that went.
        #expect(table.sources.keys.sorted() == ["a"])
    }

    @Test
    func `a limit can be dropped, and evidence is at most what is said`() throws {
        let table = try Self.table(#", "drop": ["IMG201"], "inheritedEvidence": "inferred""#)
        #expect(table.limits.map(\.code) == [.unacceptedFormat, .tooManyImages])
        #expect(table.limits.map(\.evidence) == [.inferred, .unknown])
        #expect(table.tokens.map(\.evidence) == [.inferred])
    }

    @Test
    func `what a base cites stays what it was where a key gets another page`() throws {
        let table = try Self.table(
            """
            , "sources": {"a": {"title": "Other", "address": "https://o.example",
                                "checkedOn": "2026-01-01"}},
            "limits": [{"code": "REQ401", "measure": "imageCount", "atMost": 9,
                        "evidence": "measured", "source": "a"}]
            """
        )
        let titles = table.limits.map { table.sources[$0.source]?.title }
        #expect(titles == ["A", "B", "Other"])
        #expect(table.tokens.map { table.sources[$0.source]?.title } == ["A"])
        #expect(table.limits.map(\.source) == ["base:a", "b", "a"])
        #expect(table.inheritance.sources == ["base:a": "base", "b": "base"])
    }

    @Test
    func `names, retirement and what to use instead`() throws {
        let table = try Self.table(
            #", "aliases": ["m", "n-1"], "retiresOn": "2027-01-01", "successor": "o", "instead": "p""#
        )
        #expect(table.aliases == ["m", "n-1"])
        #expect(table.retirement == Retirement(day: "2027-01-01", successor: "o"))
        #expect(table.instead == "p")
    }

    @Test(arguments: [
        (#", "extends": "bas""#, "extends"),
        (#", "drop": ["IMG301"]"#, "has no limit of IMG301 to drop"),
        (#", "aliases": ["m", "m"]"#, "stands here twice"),
        (#", "successor": "o""#, "no meaning without “retiresOn”"),
        (#", "limits": [{"code": "IMG201"}]"#, "“measure”"),
        (#", "unknown": 1"#, "no key “unknown”"),
    ])
    func `a mistake is named`(members: String, message: String) {
        let error = #expect(throws: RuleTableError.self) { try Self.table(members) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("bas", "did you mean “base”?"), ("n", "The tables extend each other (n → n)"),
        ("broken", "has mistakes of its own"),
    ])
    func `a base that cannot be had`(name: String, message: String) {
        let text = """
            {"schemaVersion": 2, "name": "n", "extends": "\(name)", "title": "N",
             "verifiedOn": "2026-01-03"}
            """
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: Array(text.utf8), file: "n.json") { name in
                switch name {
                case "n": .cycle(["n"])
                case "broken": .broken
                default: .unknown(nearest: ["base"])
                }
            }
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test
    func `a day in the future is refused where today is known`() throws {
        let text = """
            {"schemaVersion": 1, "name": "n", "title": "N", "provider": "P",
             "verifiedOn": "2026-01-04", "sources": {"a": {"title": "A",
             "address": "https://a.example", "checkedOn": "2026-01-03"}}, "tokens": [], "limits": [
             {"code": "IMG101", "measure": "format", "oneOf": ["png"], "evidence": "documented",
              "source": "a"}]}
            """
        let bytes = Array(text.utf8)
        _ = try RuleTable(json: bytes, file: "n.json")
        _ = try RuleTable(json: bytes, file: "n.json", today: "2026-01-04")
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: bytes, file: "n.json", today: "2026-01-03")
        }
        #expect(error?.description.contains("2026-01-04 is in the future") == true)
    }

    @Test
    func `version 1 knows nothing of version 2`() {
        let text =
            #"{"schemaVersion": 1, "name": "n", "extends": "base", "title": "N", "#
            + #""verifiedOn": "2026-01-03"}"#
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: Array(text.utf8), file: "n.json") { _ in
                Self.base.map { .found($0) } ?? .broken
            }
        }
        #expect(error?.description.contains("“extends” belongs to schemaVersion 2") == true)
    }
}
