// The mistakes that concern the document, its sources and its token readings.
extension RuleTableMistakesTests {
    static let documentCases = [
        Case(
            "not JSON",
            "\"schemaVersion\": 2,",
            "schemaVersion",
            at: "",
            saying: "a name in quotation marks"
        ),
        Case(
            "unknown key",
            "\"title\": \"M\"",
            "\"title\": \"M\", \"tilte\": 1",
            at: "tilte",
            saying: "did you mean “title”?"
        ),
        Case(
            "unknown key like none",
            "\"title\": \"M\"",
            "\"title\": \"M\", \"a b\": 1",
            at: "[\"a b\"]",
            saying: "no key “a b”"
        ),
        Case(
            "repeated key",
            "\"title\": \"M\"",
            "\"title\": \"M\", \"title\": \"N\"",
            at: "title",
            saying: "twice"
        ),
        Case("missing key", "\"title\": \"M\",", "", at: "title", saying: "add it"),
        Case(
            "other version",
            "\"schemaVersion\": 2",
            "\"schemaVersion\": 3",
            at: "schemaVersion",
            saying: "not 3"
        ),
        Case(
            "version as text",
            "\"schemaVersion\": 2",
            "\"schemaVersion\": \"2\"",
            at: "schemaVersion",
            saying: "not “2”"
        ),
        Case("empty name", "\"name\": \"m\"", "\"name\": \"\"", at: "name", saying: "is empty"),
        Case(
            "name with a space",
            "\"name\": \"m\"",
            "\"name\": \"m n\"",
            at: "name",
            saying: "no white space"
        ),
        Case(
            "name with a control",
            "\"name\": \"m\"",
            "\"name\": \"m\\u001bn\"",
            at: "name",
            saying: "U+1B"
        ),
        Case(
            "text that turns around",
            "\"title\": \"M\"",
            "\"title\": \"M\\u202e\"",
            at: "title",
            saying: "U+202E"
        ),
        Case(
            "a number for a text",
            "\"title\": \"M\"",
            "\"title\": 1",
            at: "title",
            saying: "a string, not 1"
        ),
        Case(
            "day that is not",
            "\"verifiedOn\": \"2026-11-22\"",
            "\"verifiedOn\": \"2026-02-29\"",
            at: "verifiedOn",
            saying: "YYYY-MM-DD"
        ),
        Case(
            "day in another order",
            "\"verifiedOn\": \"2026-11-22\"",
            "\"verifiedOn\": \"22-11-2026\"",
            at: "verifiedOn",
            saying: "YYYY-MM-DD"
        ),
        Case(
            "two mistakes in file order",
            "\"name\": \"m\", \"title\": \"M\"",
            "\"title\": 1, \"name\": 2",
            at: "title",
            "name",
            saying: "not 1"
        ),
        Case("null", "\"tokens\": []", "\"tokens\": null", at: "tokens", saying: "not null"),
        Case(
            "advice that is no list",
            "\"pictures\": [\"sharp\"]",
            "\"pictures\": \"sharp\"",
            at: "advice.pictures",
            saying: "an array"
        ),
        Case(
            "advice that is empty",
            "[\"sharp\"]",
            "[\"\"]",
            at: "advice.pictures[0]",
            saying: "is empty"
        ),
    ]

    static let sourceCases = [
        Case(
            "plain http",
            "https://example.com",
            "http://example.com",
            at: "sources.page.address",
            saying: "https://"
        ),
        Case(
            "no host",
            "https://example.com",
            "https://",
            at: "sources.page.address",
            saying: "https://"
        ),
        Case(
            "day of a source",
            "\"checkedOn\": \"2026-11-22\"",
            "\"checkedOn\": \"2026-13-01\"",
            at: "sources.page.checkedOn",
            saying: "YYYY-MM-DD"
        ),
        Case(
            "source without title",
            "\"title\": \"P\",",
            "",
            at: "sources.page.title",
            saying: "add it"
        ),
        Case(
            "source that nothing cites",
            "\"sources\": {",
            "\"sources\": { \"other\": \(source), ",
            at: "sources.other",
            saying: "remove the"
        ),
        Case(
            "citation of nothing",
            "\"oneOf\": [\"jpeg\"], \"source\": \"page\"",
            "\"oneOf\": [\"jpeg\"], \"source\": \"pgae\"",
            at: "limits[0].source",
            saying: "“pgae” is no key of “sources” (page)"
        ),
    ]

    static let tokenCases = [
        Case("no method", "\"tokens\": []", reading(""), at: "tokens[0].method", saying: "add it"),
        Case(
            "unknown method",
            "\"tokens\": []",
            reading("\"method\": \"tiles\", "),
            at: "tokens[0].method",
            saying: "did you mean “tile”?"
        ),
        Case(
            "key of another method",
            "\"tokens\": []",
            reading("\"method\": \"fixed\", \"tokenCount\": 1, \"pixelsPerToken\": 1, "),
            at: "tokens[0].pixelsPerToken",
            saying: "tokenCount"
        ),
        Case(
            "number of a method",
            "\"tokens\": []",
            reading("\"method\": \"fixed\", \"tokenCount\": 0, "),
            at: "tokens[0].tokenCount",
            saying: "from 1"
        ),
        Case(
            "tiles without bound",
            "\"tokens\": []",
            reading(
                """
                "method": "canvas", "tileEdgePixels": 336, "tileCountAtMost": 1025,
                "tokenCountPerTile": 144, "framingTokenCount": 3,
                """
            ),
            at: "tokens[0].tileCountAtMost",
            saying: "from 1 to 1024"
        ),
        Case(
            "detail that is no object",
            "\"tokens\": []",
            reading("\"method\": \"fixed\", \"tokenCount\": 1, \"detail\": 70, "),
            at: "tokens[0].detail",
            saying: "an object"
        ),
        Case(
            "detail without method",
            "\"tokens\": []",
            reading("\"method\": \"fixed\", \"tokenCount\": 1, \"detail\": {\"low\": {}}, "),
            at: "tokens[0].detail.low.method",
            saying: "add it"
        ),
        Case(
            "detail with a space",
            "\"tokens\": []",
            reading(
                """
                "method": "fixed", "tokenCount": 1, "detail": {"a b": {"method": "fixed",
                "tokenCount": 1, "evidence": "computed", "source": "page"}},
                """
            ),
            at: "tokens[0].detail[\"a b\"]",
            saying: "no white space"
        ),
        Case(
            "detail of a detail",
            "\"tokens\": []",
            reading(
                """
                "method": "fixed", "tokenCount": 1, "detail": {"low": {"method": "fixed",
                "tokenCount": 1, "evidence": "computed", "source": "page", "detail": {}}},
                """
            ),
            at: "tokens[0].detail.low.detail",
            saying: "remove it"
        ),
        Case(
            "edge of a detail",
            "\"tokens\": []",
            reading(
                """
                "method": "fixed", "tokenCount": 1, "detail": {"low": {"method": "patch",
                "patchEdgePixels": 32, "patchCountAtMost": 1, "multiplierPercent": 100,
                "longEdgePixels": 0, "evidence": "computed", "source": "page"}},
                """
            ),
            at: "tokens[0].detail.low.longEdgePixels",
            saying: "from 1"
        ),
        Case(
            "edge under a cell",
            "\"tokens\": []",
            reading(
                """
                "method": "grid", "cellEdgePixels": 28, "longEdgePixels": 27,
                "tokenCountAtMost": 1,
                """
            ),
            at: "tokens[0].longEdgePixels",
            saying: "from 28"
        ),
    ]
}
