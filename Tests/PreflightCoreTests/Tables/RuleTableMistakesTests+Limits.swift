// The mistakes that concern limits.
extension RuleTableMistakesTests {
    static let limitCases = [
        Case("unknown code", "\"IMG201\"", "\"IMG999\"", at: "limits[1].code", saying: "IMG201"),
        Case(
            "code that is no limit",
            "\"IMG201\"",
            "\"IMG105\"",
            at: "limits[1].code",
            saying: "IMG201"
        ),
        Case(
            "unknown measure",
            "\"longEdgePixels\"",
            "\"longEdge\"",
            at: "limits[1].measure",
            saying: "longEdgePixels"
        ),
        Case(
            "measure of another code",
            "\"longEdgePixels\"",
            "\"imageCount\"",
            at: "limits[1].measure",
            saying: "IMG201 is about longEdgePixels"
        ),
        Case(
            "bound of another code",
            "\"atMost\": 8000",
            "\"atLeast\": 8000",
            at: "limits[1].atLeast",
            saying: "“atMost”, not “atLeast”"
        ),
        Case("no bound", "\"atMost\": 8000,", "", at: "limits[1]", saying: "“atMost”"),
        Case(
            "two bounds",
            "\"atMost\": 8000",
            "\"atMost\": 8000, \"atLeast\": 1",
            at: "limits[1]",
            saying: "one bound, and this has 2"
        ),
        Case(
            "bound of 0",
            "\"atMost\": 8000",
            "\"atMost\": 0",
            at: "limits[1].atMost",
            saying: "from 1 to 1000000, not 0"
        ),
        Case(
            "bound too large",
            "\"atMost\": 8000",
            "\"atMost\": 1000001",
            at: "limits[1].atMost",
            saying: "not 1000001"
        ),
        Case(
            "bound beyond integers",
            "\"atMost\": 8000",
            "\"atMost\": 99999999999999999999",
            at: "limits[1].atMost",
            saying: "whole number"
        ),
        Case(
            "bound with a fraction",
            "\"atMost\": 8000",
            "\"atMost\": 8000.5",
            at: "limits[1].atMost",
            saying: "not 8000.5"
        ),
        Case(
            "bound as text",
            "\"atMost\": 8000",
            "\"atMost\": \"8000\"",
            at: "limits[1].atMost",
            saying: "not “8000”"
        ),
        Case(
            "key with a slip",
            "\"atMost\": 8000",
            "\"atMots\": 8000",
            at: "limits[1]",
            "limits[1].atMots",
            saying: "is missing"
        ),
        Case(
            "unknown evidence",
            "\"evidence\": \"documented\", \"source\": \"page\", \"note\"",
            "\"evidence\": \"document\", \"source\": \"page\", \"note\"",
            at: "limits[1].evidence",
            saying: "did you mean “documented”?"
        ),
        Case(
            "empty note",
            "\"note\": \"n\"",
            "\"note\": \" \"",
            at: "limits[1].note",
            saying: "is empty"
        ),
        Case(
            "condition on a plain limit",
            "\"atMost\": 8000",
            "\"atMost\": 8000, \"when\": { \"imageCountMoreThan\": 20 }",
            at: "limits[1].when.imageCountMoreThan",
            saying: "IMG201 does not depend on the number of images"
        ),
        Case(
            "condition on an animation",
            "\"limits\": [",
            "\"limits\": [\(frameLimit("IMG103", 1, "\"when\": { \"formats\": [\"gif\"] }, ")), ",
            at: "limits[0].when",
            saying: "IMG103 holds for every request"
        ),
        Case(
            "empty condition",
            "\"atMost\": 8000",
            "\"atMost\": 8000, \"when\": {}",
            at: "limits[1].when",
            saying: "No condition"
        ),
        Case(
            "condition by something else alone",
            "\"IMG201\"",
            "\"IMG202\", \"when\": { \"sentAs\": [\"dataURL\"] }",
            at: "limits[1].when",
            saying: "IMG202 has no meaning without “imageCountMoreThan”"
        ),
        Case(
            "condition that is missing",
            "\"IMG201\"",
            "\"IMG202\"",
            at: "limits[1]",
            saying: "no meaning without “when”"
        ),
        Case(
            "condition of 0",
            "\"IMG201\"",
            "\"IMG202\", \"when\": { \"imageCountMoreThan\": 0 }",
            at: "limits[1].when.imageCountMoreThan",
            saying: "from 1"
        ),
        Case(
            "condition with another key",
            "\"IMG201\"",
            "\"IMG202\", \"when\": { \"imageCountMoreThan\": 2, \"x\": 1 }",
            at: "limits[1].when.x",
            saying: "imageCountMoreThan"
        ),
        Case(
            "condition with two keys",
            "\"IMG201\"",
            "\"IMG202\", \"when\": { \"imageCountMoreThan\": 2, \"scaledBelowPercent\": 50 }",
            at: "limits[1].when",
            saying: "exclude each other"
        ),
        Case(
            "condition without a key",
            "\"IMG201\"",
            "\"IMG202\", \"when\": {}",
            at: "limits[1].when",
            saying: "No condition"
        ),
        Case(
            "condition on the scale of a file as it is",
            "\"IMG201\"",
            "\"IMG202\", \"when\": { \"scaledBelowPercent\": 50 }",
            at: "limits[1].when.scaledBelowPercent",
            saying: "number of images"
        ),
        Case(
            "said twice",
            "\"limits\": [",
            "\"limits\": [\(edgeLimit), ",
            at: "limits[2]",
            saying: "limits[0] is a limit"
        ),
        Case(
            "no formats at all",
            "{ \"code\": \"IMG101\"",
            "{ \"code\": \"REQ401\"",
            at: "limits[0].measure",
            "limits[0].oneOf",
            saying: "imageCount"
        ),
        Case("formats left out", formatLimit + ",", "", at: "limits", saying: "IMG101"),
        Case("empty formats", "[\"jpeg\"]", "[]", at: "limits[0].oneOf", saying: "No format"),
        Case(
            "unknown format",
            "[\"jpeg\"]",
            "[\"jpeg\", \"jpg\"]",
            at: "limits[0].oneOf[1]",
            saying: "did you mean “jpeg”?"
        ),
        Case(
            "format that is none",
            "[\"jpeg\"]",
            "[\"unknown\"]",
            at: "limits[0].oneOf[0]",
            saying: "one of jpeg"
        ),
        Case(
            "format twice",
            "[\"jpeg\"]",
            "[\"jpeg\", \"jpeg\"]",
            at: "limits[0].oneOf[1]",
            saying: "twice"
        ),
        Case(
            "some frames",
            "\"limits\": [",
            "\"limits\": [\(frameLimit("IMG103", 2)), ",
            at: "limits[0].atMost",
            saying: "the number 1, not 2"
        ),
        Case(
            "refused and cut at once",
            "\"limits\": [",
            "\"limits\": [\(frameLimit("IMG103", 1)), \(frameLimit("IMG104", 1)), ",
            at: "limits",
            saying: "(IMG103) or cut"
        ),
        Case(
            "empty target",
            "\"limits\": [",
            "\"limits\": [\(targetLimit("{}")), ",
            at: "limits[0].within",
            saying: "No bound"
        ),
        Case(
            "half a patch budget",
            "\"limits\": [",
            "\"limits\": [\(targetLimit("{\"patches\": {\"count\": 0}}")), ",
            at: "limits[0].within.patches.edgePixels",
            "limits[0].within.patches.count",
            saying: "add it"
        ),
        Case(
            "limit that is a number",
            "\"limits\": [",
            "\"limits\": [1, ",
            at: "limits[0]",
            saying: "an object, not 1"
        ),
    ]
}
