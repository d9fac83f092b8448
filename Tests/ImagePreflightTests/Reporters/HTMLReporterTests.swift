import PreflightCore
import Testing

@testable import PreflightEngine

/// The page as text; `./run test-html` looks at it in a browser.
struct HTMLReporterTests {
    @Test
    func `a page`() throws {
        let text = HTMLReporter().text(for: [Self.pictured]).withoutProgram
        try Snapshot.expect(text, matches: "report.html")
    }

    @Test
    func `a page of several models`() throws {
        let text = HTMLReporter().text(for: [SampleReport.single, Self.pictured]).withoutProgram
        try Snapshot.expect(text, matches: "reports.html")
    }

    @Test
    func `the style sheet and the script hold nothing that ends them`() {
        for part in [EmbeddedText.styleSheet, .script] {
            #expect(!part.text.contains("</") && !part.text.contains("<!--"))
            #expect(part.text.count > 1_000)
        }
    }

    @Test(arguments: HostileName.all)
    func `a name is text and nothing else`(_ name: HostileName) throws {
        let page = HTMLReporter().text(for: [Self.report(naming: name.source)])
        let plain = HTMLReporter().text(for: [Self.report(naming: "plain")])
        #expect(Self.tags(page) == Self.tags(plain))
        #expect(page.contains("<bdi>\(name.source.xmlEscaped)</bdi>"))
    }

    @Test
    func `text from everywhere is escaped`() {
        let hostile = #"</p></script><script>"'&"# + "\u{202E}\u{0}"
        var report = Self.report(naming: hostile)
        report.model = ModelReport(name: hostile, table: hostile, verifiedOn: hostile)
        report.tool = ToolReport(name: hostile, version: hostile, codecVersion: hostile)
        report.images[0].error = Message(hostile, help: .act(hostile))
        report.images[0].findings[0].message = Message(hostile, help: .act(hostile))
        report.request.findings = [
            Finding(code: .tooManyImages, message: Message(hostile, help: .act(hostile)))
        ]
        let pages = [[report], [report, report]]
            .map { HTMLReporter(words: CureWords { _ in hostile }).text(for: $0).withoutProgram }
        for page in pages {
            #expect(page.ranges(of: "<script>").count == 1)
            #expect(page.ranges(of: "</script>").count == 1)
            #expect(!page.contains(hostile))
            #expect(page.unicodeScalars.filter(\.controlsDisplay).isEmpty)
        }
    }

    @Test
    func `a picture is stored once, however many models look at it`() {
        let other = SampleReport.full
        let page = HTMLReporter().text(for: [Self.pictured, Self.pictured, other])
        #expect(page.ranges(of: "data:image/webp;base64,AQID\"").count == 1)
        #expect(page.ranges(of: "href=\"#picture-1\"").count == 4)
        #expect(page.ranges(of: "id=\"grid-1\"").count == 1)
        #expect(page.ranges(of: "href=\"#grid-1\"").count == 4)
    }

    @Test(arguments: [(99, true), (100, true), (101, false)])
    func `lines are drawn where they can be told apart`(_ columns: Int, _ areDrawn: Bool) {
        var report = Self.pictured
        report.images[0].view?.grid?.columns = columns
        let page = HTMLReporter().text(for: [report])
        #expect(page.contains("href=\"#grid-1\"") == areDrawn)
        #expect(page.contains("\(columns) × 2 tiles of 128 px"))
    }

    @Test
    func `the worst off come first, and keep their numbers`() {
        let page = HTMLReporter().text(for: [SampleReport.full])
        let numbers = page.matches(of: #/id="model-1-image-(\d)"/#).map { String($0.1) }
        #expect(numbers == ["6", "4", "5", "2", "3", "1"])
    }

    @Test
    func `the next step and what holds for each alone are told`() {
        var report = SampleReport.full
        report.verdictsAlone = [.accepted: 5, .fixable: 1]
        let page = HTMLReporter(
            nextStep: NextStep(purpose: "1 fixable", command: "fix '<b>' & go")
        )
        .text(for: [report])
        #expect(
            page.contains("1 fixable:<code class=\"next\">fix '&lt;b&gt;' &amp; go</code>")
        )
        #expect(page.contains(" Each alone: 5 accepted, 1 fixable.</p>"))
    }

    @Test(arguments: [
        ([Verdict.accepted], "The image would be accepted", "Nothing is to be done."),
        ([.fixable], "The image would be refused", "It can be fixed."),
        ([.rejected], "The image would be refused", "It cannot be fixed."),
        ([.unchecked], "The image could not be checked", "Nothing is known"),
        ([.accepted, .accepted], "Both images would be accepted", "Nothing is to be done."),
        (
            [.accepted, .accepted, .accepted], "All 3 images would be accepted",
            "Nothing is to be done."
        ),
        ([.accepted, .fixable], "1 of 2 images would be refused", "It can be fixed."),
        ([.fixable, .fixable], "2 of 2 images would be refused", "All of them can be fixed."),
        ([.fixable, .rejected], "2 of 2 images would be refused", "1 can be fixed, 1 cannot."),
        (
            [.unchecked, .rejected, .accepted], "1 of 3 images would be refused",
            "It cannot be fixed. 1 more could not be checked."
        ),
        ([], "There was no image to look at", ""),
    ])
    func `a headline says the verdict`(
        _ verdicts: [Verdict],
        _ headline: String,
        _ lead: String
    ) {
        var report = SampleReport.single
        report.mode = .decode
        report.images = verdicts.map { ImageReport(source: "a", verdict: $0, findings: []) }
        report.verdict = verdicts.max() ?? .accepted
        #expect(report.headline == headline)
        #expect(report.lead.hasPrefix(lead))
    }

    @Test
    func `a request that is refused for itself is told so`() {
        var report = SampleReport.single
        report.verdict = .fixable
        #expect(report.headline == "The request would be refused as it is")
        #expect(report.lead.hasPrefix("Each image by itself would be accepted."))
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func `the hash of the standard's examples`(_ message: String, _ digest: String) {
        let bytes = SHA256.digest(of: Array(message.utf8))
        let text = bytes.map { String($0, radix: 16).padded(to: 2, before: "0") }.joined()
        #expect(text == digest)
    }

    /// The full report whose first image has a picture and a view.
    static var pictured: Report {
        var report = SampleReport.full
        let size = PixelSize(width: 200, height: 163)
        report.images[0].preview = ImagePreview(
            thumbnail: .init(bytes: [1, 2, 3], format: .webp),
            closeUp: .init(
                region: PixelRegion(x: 16, y: 8, size: PixelSize(width: 240, height: 136)),
                sent: .init(bytes: [4, 5, 6], format: .webp),
                seen: [size: .init(bytes: [7, 8, 9], format: .webp)]
            )
        )
        report.images[0].view = ModelView(
            size: size,
            grid: ModelView.Grid(kind: .tile, edgePixels: 128, columns: 2, rows: 2)
        )
        report.imageLimits = [
            Limit(
                code: .imageBytesOverLimit,
                measure: .base64ByteCount,
                bound: .atMost(5_000_000),
                evidence: .documented,
                source: "vision"
            )
        ]
        return report
    }

    private static func report(naming source: String) -> Report {
        var report = SampleReport.single
        report.images = [SampleReport.image(source, raising: .animationRefused)]
        return report
    }

    /// The elements of a page, in their order.
    private static func tags(_ page: String) -> [String] {
        page.matches(of: #/<[^>]*>/#).map { String($0.0.prefix { $0 != " " }) }
    }
}

extension String {
    /// A page without its style sheet, its script and their hashes, which are files of their own.
    var withoutProgram: String {
        [EmbeddedText.styleSheet, .script]
            .reduce(self) { text, part in
                text.replacing(part.text, with: "…").replacing(part.policySource, with: "…")
                    .replacing(part.policySource.xmlEscaped, with: "…")
            }
    }
}
