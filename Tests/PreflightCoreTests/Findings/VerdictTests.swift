import PreflightCore
import Testing

/// How findings become one word.
struct VerdictTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let findings: [Finding]
        let verdict: Verdict

        init(_ name: String, _ findings: [Finding], _ verdict: Verdict) {
            testDescription = name
            self.findings = findings
            self.verdict = verdict
        }
    }

    static let note = Finding(code: .transparent, message: "")
    static let warning = Finding(code: .damaged, message: "")
    static let incurableWarning = Finding(code: .tooSmall, message: "")
    static let curable = Finding(code: .edgeTooLong, message: "")
    static let incurable = Finding(code: .undecodable, message: "")

    static let cases = [
        Case("nothing found", [], .accepted),
        Case("a note", [note], .accepted),
        Case("a warning", [warning], .accepted),
        Case("a warning without a remedy", [incurableWarning], .accepted),
        Case("notes and warnings", [note, warning, incurableWarning], .accepted),
        Case("an error with a remedy", [curable], .fixable),
        Case("two errors with remedies", [curable, curable], .fixable),
        Case(
            "a warning without a remedy beside a curable error",
            [curable, incurableWarning],
            .fixable
        ),
        Case("an error without a remedy", [incurable], .rejected),
        Case("both kinds of error", [curable, incurable], .rejected),
        Case("both kinds of error, the other way round", [incurable, curable], .rejected),
    ]

    @Test(arguments: cases)
    func `findings give a verdict`(_ c: Case) {
        #expect(Verdict(of: c.findings) == c.verdict)
    }

    @Test
    func `verdicts go from best to worst`() {
        #expect(
            [Verdict.unchecked, .accepted, .rejected, .fixable].sorted()
                == [.accepted, .fixable, .rejected, .unchecked]
        )
    }

    @Test
    func `severities go from note to error`() {
        #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }
}
