import PreflightCore
import Testing

@testable import PreflightEngine

/// The text as a person sees it.
struct TextReporterTests {
    @Test
    func `a report as plain text`() throws {
        try Snapshot.expect(TextReporter().text(for: [SampleReport.full]), matches: "report.txt")
    }

    @Test
    func `a report in colour`() throws {
        let text = TextReporter(ReportStyle(usesColor: true)).text(for: [SampleReport.full])
        try Snapshot.expect(text, matches: "report-colour.txt")
    }

    @Test
    func `a report without the images that are fine`() throws {
        let text = TextReporter(ReportStyle(isQuiet: true)).text(for: [SampleReport.full])
        try Snapshot.expect(text, matches: "report-quiet.txt")
    }

    @Test
    func `a code leads to the page of its limit where links are shown`() {
        var report = SampleReport.single
        report.images = [SampleReport.image("a.gif", raising: .animationRefused)]
        report.images[0].findings[0].source = "page"
        report.model.addresses = ["page": "https://example.com/vision", "other": "javascript:0"]
        let plain = TextReporter().text(for: [report])
        var style = ReportStyle()
        style.usesLinks = true
        let linked = TextReporter(style).text(for: [report])
        let opening = "\u{1B}]8;;https://example.com/vision\u{1B}\\"
        #expect(linked.contains("\(opening)IMG103\u{1B}]8;;\u{1B}\\"))
        #expect(linked.replacing(#/\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/#, with: "") == plain)
        for source in ["other", "gone", nil] {
            report.images[0].findings[0].source = source
            #expect(!TextReporter(style).text(for: [report]).contains("\u{1B}"))
        }
    }

    @Test(arguments: [
        ("a https://b.c/d e", 17), ("plain", 5), ("漢字", 4),
    ])
    func `links take no columns`(text: String, columnCount: Int) {
        #expect(Hyperlink.linkingAddresses(in: text).shownColumnCount == columnCount)
    }

    @Test
    func `two reports, one below the other`() throws {
        let text = TextReporter().text(for: [SampleReport.single, SampleReport.full])
        try Snapshot.expect(text, matches: "reports.txt")
    }

    @Test
    func `requests come last, with the images that they hold`() {
        var report = SampleReport.full
        report.requests = [
            RequestReceipt(
                number: 1,
                path: "a\u{7}.json",
                byteCount: 9_846_335,
                images: [0, 1, 2, 6]
            ),
            RequestReceipt(number: 2, byteCount: 417, images: [4, 3]),
            RequestReceipt(number: 3, byteCount: 96, images: []),
        ]
        let text = TextReporter(ReportStyle(isQuiet: true)).text(for: [report])
        #expect(
            text.hasSuffix(
                """
                1 unchecked

                a\\u{0007}.json  9,846,335 bytes, 4 images: 1–3, 7; accepted
                request 2             417 bytes, 2 images: 5, 4; accepted
                request 3              96 bytes, 0 images; accepted

                """
            )
        )
    }

    @Test
    func `without colour the text is the same but for the escape sequences`() {
        let plain = TextReporter().text(for: [SampleReport.full])
        let coloured = TextReporter(ReportStyle(usesColor: true)).text(for: [SampleReport.full])
        #expect(coloured.replacing(#/\u{1B}\[[0-9]+m/#, with: "") == plain)
    }

    @Test
    func `nothing from outside reaches the terminal as a control`() {
        for usesColor in [false, true] {
            let text = TextReporter(ReportStyle(usesColor: usesColor))
                .text(for: [SampleReport.full, SampleReport.single])
                .replacing(#/\u{1B}\[[0-9]+m/#, with: "")
            #expect(text.unicodeScalars.filter(\.controlsDisplay).isEmpty)
        }
    }
}

extension Unicode.Scalar {
    /// Whether a terminal obeys the character: controls but for the newline, separators, and the
    /// bidirectional formatting characters (UAX #9).
    var controlsDisplay: Bool {
        guard self != "\n" else { return false }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return properties.isBidiControl
        default: return false
        }
    }
}
