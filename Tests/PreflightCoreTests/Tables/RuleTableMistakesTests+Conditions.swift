// The mistakes that concern when a limit applies, and what another source says.
extension RuleTableMistakesTests {
    private static func when(_ members: String) -> String {
        "\"atMost\": 8000, \"when\": { \(members) }"
    }

    private static func conflict(_ members: String) -> String {
        "\"atMost\": 8000, \"conflict\": { \(members) }"
    }

    static let conditionCases = [
        Case(
            "condition on no format",
            "\"atMost\": 8000",
            when("\"formats\": []"),
            at: "limits[1].when.formats",
            saying: "No format"
        ),
        Case(
            "condition on an unknown format",
            "\"atMost\": 8000",
            when("\"formats\": [\"jpg\"]"),
            at: "limits[1].when.formats[0]",
            saying: "did you mean “jpeg”?"
        ),
        Case(
            "condition on a size without bounds",
            "\"atMost\": 8000",
            when("\"largerThan\": {}"),
            at: "limits[1].when.largerThan",
            saying: "No bound of a size"
        ),
        Case(
            "condition on an unknown way of images",
            "\"atMost\": 8000",
            when("\"sentAs\": [\"dataUrl\"]"),
            at: "limits[1].when.sentAs[0]",
            saying: "did you mean “dataURL”?"
        ),
        Case(
            "condition on no way of images",
            "\"atMost\": 8000",
            when("\"sentAs\": []"),
            at: "limits[1].when.sentAs",
            saying: "This list is empty"
        ),
        Case(
            "condition on an unknown route",
            "\"atMost\": 8000",
            when("\"routes\": [\"response\"]"),
            at: "limits[1].when.routes[0]",
            saying: "did you mean “responses”?"
        ),
        Case(
            "condition on a detail with a space",
            "\"atMost\": 8000",
            when("\"details\": [\"a b\"]"),
            at: "limits[1].when.details[0]",
            saying: "no white space"
        ),
        Case(
            "only a condition by formats",
            "\"oneOf\": [\"jpeg\"]",
            "\"oneOf\": [\"jpeg\"], \"when\": { \"routes\": [\"chat\"] }",
            at: "limits",
            saying: "No limit of IMG101 always holds"
        ),
        Case(
            "documents that are not counted",
            "\"atMost\": 8000",
            "\"atMost\": 8000, \"includesDocuments\": true",
            at: "limits[1].includesDocuments",
            saying: "Only REQ401 and IMG202 count documents"
        ),
        Case(
            "documents as text",
            "\"atMost\": 8000",
            "\"atMost\": 8000, \"includesDocuments\": \"yes\"",
            at: "limits[1].includesDocuments",
            "limits[1].includesDocuments",
            saying: "true or false, not “yes”"
        ),
        Case(
            "conflict without a bound",
            "\"atMost\": 8000",
            conflict("\"evidence\": \"measured\", \"source\": \"page\""),
            at: "limits[1].conflict",
            saying: "“atMost”"
        ),
        Case(
            "conflict that lets less pass",
            "\"atMost\": 8000",
            conflict("\"atMost\": 8000, \"evidence\": \"measured\", \"source\": \"page\""),
            at: "limits[1].conflict.atMost",
            saying: "from 8001 to"
        ),
        Case(
            "conflict with another bound",
            "\"atMost\": 8000",
            conflict("\"atLeast\": 9000, \"evidence\": \"measured\", \"source\": \"page\""),
            at: "limits[1].conflict.atLeast",
            saying: "“atMost”, and so must this be, not “atLeast”"
        ),
        Case(
            "conflict without evidence",
            "\"atMost\": 8000",
            conflict("\"atMost\": 9000, \"source\": \"page\""),
            at: "limits[1].conflict.evidence",
            saying: "“evidence” is missing"
        ),
        Case(
            "conflict of formats",
            "\"oneOf\": [\"jpeg\"]",
            "\"oneOf\": [\"jpeg\"], \"conflict\": { \"atMost\": 1, \"evidence\": \"measured\", "
                + "\"source\": \"page\" }",
            at: "limits[0].conflict",
            saying: "Only a number can be in conflict"
        ),
    ]
}
