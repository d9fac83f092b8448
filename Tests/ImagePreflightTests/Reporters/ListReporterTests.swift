import Foundation
import PreflightCore
import Testing

@testable import PreflightEngine

/// The formats that are lists of findings, for programs that know them.
struct ListReporterTests {
    static let formats: [ReportFormat] = [.concise, .sarif, .junit, .github, .markdown]

    @Test(arguments: formats)
    func `a report`(_ format: ReportFormat) throws {
        let text = format.reporter().text(for: [SampleReport.full])
        try Snapshot.expect(text, matches: "report-\(format.rawValue).txt")
    }

    @Test(arguments: formats)
    func `several reports`(_ format: ReportFormat) throws {
        let text = format.reporter().text(for: [SampleReport.single, SampleReport.full])
        try Snapshot.expect(text, matches: "reports-\(format.rawValue).txt")
    }

    @Test(arguments: ReportFormat.allCases)
    func `every code`(_ format: ReportFormat) throws {
        let text = format.reporter().text(for: [SampleReport.codes]).withoutProgram
        for code in FindingCode.allCases { #expect(text.contains(code.rawValue)) }
        try Snapshot.expect(text, matches: "codes-\(format.rawValue).txt")
    }

    @Test(arguments: HostileName.all)
    func `no name reaches a report as a control or as U+FFFE`(_ name: HostileName) {
        for format in ReportFormat.allCases {
            let text = format.reporter().text(for: [Self.report(name)])
            #expect(text.unicodeScalars.filter(\.controlsDisplay).isEmpty, "\(format)")
        }
        let document = ReportFormat.junit.reporter().text(for: [Self.report(name)])
        #expect(!document.unicodeScalars.contains("\u{FFFE}"))
        #expect(!document.unicodeScalars.contains("\u{FFFF}"))
    }

    @Test(arguments: [
        ("x.gif", "x.gif"), ("./x.gif", "x.gif"), ("a/./b//x.gif", "a/b/x.gif"),
        ("a/../x.gif", "x.gif"), ("../x.gif", "../x.gif"), ("../../x.gif", "../../x.gif"),
        ("/a/./x.gif", "/a/x.gif"), ("/../x.gif", "/x.gif"), (".x.gif", ".x.gif"), ("./..x", "..x"),
        (".", "."), ("", ""),
    ])
    func `a path has no step that leads nowhere`(path: String, plain: String) {
        #expect(path.plainPath == plain)
    }

    @Test
    func `where the file of a finding is found has no such step`() {
        let report = Self.report(on: "./shots/x.gif")
        #expect(GitHubReporter().text(for: [report]).contains("file=shots/x.gif,"))
        let sarif = ReportFormat.sarif.reporter().text(for: [report])
        #expect(sarif.contains(#""uri" : "shots/x.gif""#))
    }

    @Test(arguments: HostileName.all)
    func `a finding is one line`(_ name: HostileName) {
        for format in [ReportFormat.concise, .github] {
            let text = format.reporter().text(for: [Self.report(name)])
            let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(count == 2, "\(format)")
        }
    }

    @Test(arguments: HostileName.all)
    func `a command has the name in its property and nowhere else`(_ name: HostileName) throws {
        let text = GitHubReporter().text(for: [Self.report(name)])
        let parts = try #require(
            text.wholeMatch(of: #/::error file=([^:,]*),title=IMG103::([^\n]*)\n/#)
        )
        let decoded = String(parts.1).removingPercentEncoding
        #expect(decoded == name.source.plainPath.neutralised)
    }

    @Test(arguments: HostileName.all)
    func `a URI has the bytes of the name`(_ name: HostileName) {
        let uri = name.source.fileURI
        #expect(uri.wholeMatch(of: #/([A-Za-z0-9._~\/-]|%[0-9A-F]{2})*/#) != nil)
        guard name.testDescription != "not UTF-8" else {
            #expect(uri == "caf%E9.png")
            return
        }
        #expect(uri.removingPercentEncoding == name.source)
    }

    @Test(arguments: [
        ("/a b/c.png", "file:///a%20b/c.png"), ("a:b.png", "a%3Ab.png"),
        (#"a\x41.png"#, "a%5Cx41.png"), ("é.png", "%C3%A9.png"),
    ])
    func `a path as a URI`(_ path: String, _ uri: String) {
        #expect(path.fileURI == uri)
    }

    @Test(arguments: HostileName.all)
    func `the test case has the name that the text report shows`(_ name: HostileName) throws {
        let names = try TestCaseNames(in: JUnitReporter().text(for: [Self.report(name)])).names
        let shown = name.source.neutralised
            .replacing("\u{FFFE}", with: "\\u{fffe}").replacing("\u{FFFF}", with: "\\u{ffff}")
        #expect(names == [shown])
    }

    @Test(arguments: HostileName.all)
    func `Markdown holds no markup from a name`(_ name: HostileName) {
        let text = MarkdownReporter().text(for: [Self.report(name)])
        let line = text.split(separator: "\n")
            .first { $0.hasPrefix("* ") && $0.contains("fixable") }
        let code = line?.dropFirst(2).prefix { $0 != "*" } ?? ""
        let isSpan = code.wholeMatch(of: #/`[^`|]+`: /#) != nil
        let isElement = code.wholeMatch(of: #/<code>[^<>|`\\*_\[\]]*<\/code>: /#) != nil
        #expect(isSpan || isElement, "\(code)")
    }

    @Test(arguments: [
        ("100%", "100%25", "100%25"), ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("a:b,c", "a:b,c", "a%3Ab%2Cc"), ("%0A", "%250A", "%250A"),
    ])
    func `GitHub's escaping`(_ text: String, _ message: String, _ property: String) {
        #expect(text.escapedInGitHubMessage == message)
        #expect(text.escapedInGitHubProperty == property)
    }

    @Test
    func `nothing is said of an accepted image`() {
        for format in [ReportFormat.concise, .github] {
            #expect(format.reporter().text(for: [SampleReport.single]) == "")
        }
    }

    @Test
    func `findings keep their fingerprints, and equal ones are told apart`() {
        var report = SampleReport.codes
        report.images = ["a.png", "b.png", "a.png"]
            .map {
                SampleReport.image($0, raising: .animationRefused)
            }
        report.request.findings = []
        let hashes = Self.fingerprints(SARIFReporter().text(for: [report]))
        #expect(hashes.count == 3 && Set(hashes).count == 3)
        #expect(hashes[0].hasSuffix(":1") && hashes[2] == hashes[0].dropLast() + "2")
        report.images.removeFirst(2)
        #expect(Self.fingerprints(SARIFReporter().text(for: [report])) == [hashes[0]])
    }

    private static func report(_ name: HostileName) -> Report { report(on: name.source) }

    private static func report(on source: String) -> Report {
        var report = SampleReport.single
        report.model = SampleReport.full.model
        report.images = [SampleReport.image(source, raising: .animationRefused)]
        return report
    }

    private static func fingerprints(_ text: String) -> [String] {
        text.matches(of: #/"primaryLocationLineHash" : "([^"]*)"/#).map { String($0.1) }
    }
}
