public import PreflightCore

/// Test results as JUnit writes them: a suite a model, a test case an image and one for the request.
///
/// What would be refused is a failure, what could not be looked at an error; warnings and notes are
/// what the test printed. It keeps to what the schema of Jenkins' xUnit plug-in takes.
public struct JUnitReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// Creates a reporter.
    public init(words: CureWords = .neutral) {
        self.words = words
    }

    /// The document, ending in a newline.
    public func text(for reports: [Report]) -> String {
        let suites = reports.map { report in
            let cases = cases(in: report)
            return element("testsuite", [("name", report.model.name)] + Self.counts(of: cases)) {
                cases.map { $0.text(classname: report.model.name, in: words) }.joined()
            }
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + element("testsuites", [("name", "imgcheck")]) { suites.joined() }
    }
}

extension JUnitReporter {
    private func cases(in report: Report) -> [JUnitCase] {
        let images = report.images.map { JUnitCase(name: $0.source, remarks: $0.remarks) }
        // Where every image is a request, nothing is said of one that holds all.
        let isJudged = !report.request.limits.isEmpty || !report.request.findings.isEmpty
        guard isJudged else { return images }
        return images + [JUnitCase(name: Remark.request, remarks: report.request.remarks)]
    }

    private static func counts(of cases: [JUnitCase]) -> [(String, String)] {
        [
            ("tests", "\(cases.count)"),
            ("failures", "\(cases.count { $0.outcome == .failure })"),
            ("errors", "\(cases.count { $0.outcome == .error })"),
        ]
    }
}

/// One test: an image, or the request as a whole.
private struct JUnitCase {
    /// What came of it, named as the element that says so.
    enum Outcome: String {
        case failure
        case error
        case passed
    }

    var name: String
    var remarks: [Remark]

    /// An image that could not be looked at failed to be tested.
    var outcome: Outcome {
        if remarks.contains(where: { $0.code == nil }) { return .error }
        return remarks.contains { $0.severity == .error } ? .failure : .passed
    }

    func text(classname: String, in words: CureWords) -> String {
        let failures = remarks.filter { $0.severity == .error }
        let others = remarks.filter { $0.severity != .error }
        return element("testcase", [("name", name), ("classname", classname)]) {
            let refusal = failures.first.map { first in
                element(
                    outcome.rawValue,
                    [("type", first.name), ("message", first.message.fact)],
                    holding: Self.lines(failures, in: words)
                )
            }
            let output =
                others.isEmpty
                ? nil : element("system-out", [], holding: Self.lines(others, in: words))
            return [refusal, output].compactMap(\.self).joined()
        }
    }

    private static func lines(_ remarks: [Remark], in words: CureWords) -> String {
        remarks.map {
            "\($0.name) \($0.severity.rawValue) \($0.message.sentence(in: words).xmlEscaped)"
        }
        .joined(separator: "\n")
    }
}

/// An element that holds elements.
private func element(
    _ name: String,
    _ attributes: [(String, String)],
    content: () -> String
) -> String {
    let content = content()
    guard !content.isEmpty else { return "<\(tag(name, attributes))/>\n" }
    return "<\(tag(name, attributes))>\n\(content)</\(name)>\n"
}

/// An element that holds text, which is escaped already.
private func element(
    _ name: String,
    _ attributes: [(String, String)],
    holding text: String
) -> String {
    "<\(tag(name, attributes))>\(text)</\(name)>\n"
}

private func tag(_ name: String, _ attributes: [(String, String)]) -> String {
    name + attributes.map { " \($0.0)=\"\($0.1.xmlEscaped)\"" }.joined()
}
