import Fixtures
import PreflightCore
import Testing

@testable import PreflightEngine

/// The text where there are many images: what is to be said of them, once.
struct TextFoldTests {
    /// So many images: every tenth longer than the model takes, every hundredth cut, the others fine.
    private static func report(of count: Int, model: String = "sample-model") -> Report {
        var report = SampleReport.single
        report.model = ModelReport(name: model, table: "built-in", verifiedOn: "2026-01-02")
        report.mode = .decode
        report.images = (0..<count).map { image(number: $0) }
        report.request.totals.imageCount = count
        report.verdict = report.images.map(\.verdict).max() ?? .accepted
        return report
    }

    private static func image(number: Int) -> ImageReport {
        var image = SampleReport.image("shots/\(number).png", raising: .transparent)
        if number % 100 == 0 {
            image.findings = [
                Finding(
                    code: .undecodable,
                    message: Message("The PNG is not whole", help: .getAgain)
                )
            ]
        } else if number % 10 == 0 {
            image.findings = [
                Finding(
                    code: .edgeTooLong,
                    message: Message("\(9_000 + number) px is too long", help: .apply(.downscale)),
                    measured: 9_000 + number,
                    limit: 8_000,
                    unit: .pixelsAlong
                )
            ]
        }
        image.verdict = Verdict(of: image.findings)
        return image
    }

    private static func lines(_ reports: [Report], _ style: ReportStyle = ReportStyle()) -> [String]
    {
        TextReporter(style).text(for: reports).split(separator: "\n").map(String.init)
    }

    @Test(arguments: [(12, true), (13, false)])
    func `twelve images have a line each, thirteen do not`(count: Int, isListed: Bool) {
        let lines = Self.lines([Self.report(of: count)])
        #expect(lines.contains { $0.contains("shots/7.png") } == isListed)
        #expect(lines.contains { $0.contains("accepted without a warning, not shown") } != isListed)
    }

    @Test
    func `a finding in many images is told once, with how many and the first names`() {
        let lines = Self.lines([Self.report(of: 500)])
        let head = lines.firstIndex { $0.contains("IMG201") }
        #expect(lines.count { $0.contains("IMG201") } == 1)
        #expect(lines[head ?? 0].contains("45×  An edge is longer than the model takes"))
        let names = lines[(head ?? 0) + 1]
        #expect(names.contains("10.png (9,010 px), 20.png (9,020 px)"))
        #expect(names.contains(" more"))
        #expect(lines[(head ?? 0) + 2].contains("help: scale it down"))
        #expect(lines.contains { $0.contains("450 accepted without a warning, not shown") })
        #expect(lines.last == "rejected: 450 accepted, 45 fixable, 5 rejected")
    }

    @Test
    func `errors come first, and notes are a line each`() {
        let lines = Self.lines([Self.report(of: 500)])
        let codes = lines.compactMap { $0.firstMatch(of: #/IMG\d+/#).map { String($0.output) } }
        #expect(codes == ["IMG105", "IMG201", "IMG208"])
        #expect(lines.last { $0.contains("IMG208") }?.contains("450×") == true)
    }

    @Test(arguments: [80, 140])
    func `no line is wider than the terminal`(columnCount: Int) {
        let reports = [Self.report(of: 500), Self.report(of: 500, model: "another-model")]
        for reports in [reports, [reports[0]], [SampleReport.full]] {
            let style = ReportStyle(columnCount: columnCount)
            for line in Self.lines(reports, style) {
                #expect(line.columnCount <= columnCount, "\(line)")
            }
        }
    }

    @Test
    func `every image is listed where that is asked for`() {
        let lines = Self.lines([Self.report(of: 500)], ReportStyle(extent: .everyImage))
        #expect(lines.count { $0.contains("shots/") } == 500)
    }

    @Test
    func `statistics name codes and no image`() {
        let lines = Self.lines([Self.report(of: 500)], ReportStyle(extent: .statistics))
        #expect(lines.count == 5)
        #expect(lines[1].contains("IMG105 error    5×  "))
        #expect(!lines.contains { $0.contains("shots/") })
    }

    @Test
    func `both verdicts are told where a limit of the whole request fails`() {
        var report = Self.report(of: 20)
        report.verdictsAlone = [.accepted: 19, .fixable: 1]
        #expect(
            Self.lines([report]).last
                == "20 images were judged as one request; each alone: 19 accepted, 1 fixable"
        )
    }

    @Test
    func `what was written is counted`() {
        var report = Self.report(of: 20)
        for index in 0..<18 {
            report.images[index].plan = Plan([.stripMetadata])
            report.images[index].output = OutputReport(
                path: "fixed/\(index).png",
                format: .png,
                byteCount: 390,
                size: PixelSize(width: 256, height: 208),
                scaleX: 1,
                scaleY: 1
            )
        }
        let lines = Self.lines([report])
        #expect(lines.last == "18 of 20 written, 14,220 → 7,020 bytes; 2 left out: 2 not written")
        #expect(lines.contains { $0.contains("→ 18 images  strip metadata 18") })
    }
}

extension TextFoldTests {
    @Test
    func `models that say the same are one column`() {
        let reports = ["one", "two", "three"].map { Self.report(of: 500, model: $0) }
        let text = TextReporter().text(for: reports)
        #expect(text.hasPrefix("500 images, 3 models (rules of 2026-01-02), images in shots/\n"))
        #expect(text.contains("3 models: one, two, three"))
        #expect(!text.contains("Where they differ"))
    }

    @Test
    func `where models differ, their numbers are told`() {
        var other = Self.report(of: 500, model: "other")
        for index in other.images.indices where index.isMultiple(of: 100) {
            other.images[index].findings = []
            other.images[index].verdict = .accepted
        }
        let lines = Self.lines([Self.report(of: 500), other])
        #expect(lines.contains { $0.hasPrefix(" ✗ ✓  5 images: 0.png") })
        #expect(lines.contains { $0.hasPrefix(" ✓ ✓  450 images, not shown") })
        let split = lines.firstIndex { $0.hasPrefix("Where they differ") } ?? 0
        #expect(lines[..<split].contains { $0.contains("IMG201") })
        #expect(lines[split...].contains { $0.contains(#/IMG105 error +5×  1 /#) })
    }

    @Test
    func `reports on different images stand below each other`() {
        let text = TextReporter().text(for: [Self.report(of: 3), Self.report(of: 4)])
        #expect(text.split(separator: "sample-model (rules of").count == 2)
    }

    @Test
    func `a path loses its middle and keeps its name`() {
        let path = "a/very/long/way/to/the/picture.png"
        #expect(path.shortened(toColumns: 20) == "a/very/…/picture.png")
        #expect(path.shortened(toColumns: 34) == path)
        #expect(path.shortened(toColumns: 33).columnCount == 33)
        #expect("長い名前の写真.png".columnCount == 18)
        #expect("長い名前の写真.png".shortened(toColumns: 10).columnCount <= 10)
    }
}
