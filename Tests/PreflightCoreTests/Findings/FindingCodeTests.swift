import PreflightCore
import Testing

/// The stable table of codes: what each is spelled, how much it weighs, what cures it.
struct FindingCodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let spelling: String
        let severity: Severity
        let remedy: Remedy?
        var testDescription: String { spelling }

        init(_ spelling: String, _ severity: Severity, _ remedy: Remedy?) {
            self.spelling = spelling
            self.severity = severity
            self.remedy = remedy
        }
    }

    static let cases = [
        // Curable only where the content can be decoded, so the page promises nothing.
        Case("IMG101", .error, nil),
        Case("IMG102", .warning, .retype),
        Case("IMG103", .error, .firstFrame),
        Case("IMG104", .warning, .firstFrame),
        Case("IMG105", .error, nil),
        Case("IMG106", .warning, .reencode),
        Case("IMG107", .error, nil),
        Case("IMG108", .error, nil),
        Case("IMG109", .error, .reencodeBase64),
        Case("IMG110", .error, nil),
        Case("IMG111", .note, nil),
        Case("IMG201", .error, .downscale),
        Case("IMG202", .error, .downscale),
        Case("IMG203", .warning, .downscale),
        Case("IMG204", .warning, nil),
        Case("IMG205", .warning, .upright),
        Case("IMG206", .warning, .convertToSRGB),
        Case("IMG207", .warning, .stripMetadata),
        Case("IMG208", .note, .flatten),
        Case("IMG209", .warning, nil),
        Case("IMG210", .error, nil),
        Case("IMG211", .error, .downscale),
        Case("IMG301", .error, .fitBytes),
        Case("IMG302", .error, .fitBytes),
        Case("IMG303", .error, .fitBytes),
        Case("REQ401", .error, .split),
        Case("REQ402", .error, .fitBytes),
        Case("REQ403", .warning, .fitBytes),
        // What has to move is the sender's to say.
        Case("REQ404", .error, nil),
        Case("REQ405", .error, .split),
    ]

    @Test(arguments: cases)
    func `a code has its severity and its cure`(_ c: Case) throws {
        let code = try #require(FindingCode(rawValue: c.spelling))
        #expect(code.page.severity == c.severity)
        #expect(code.page.remedy == c.remedy)
    }

    @Test
    func `there are no other codes, and they stand in order`() {
        #expect(FindingCode.allCases.map(\.rawValue) == Self.cases.map(\.spelling))
    }

    @Test(arguments: FindingCode.allCases)
    func `a finding takes severity and cure from its page unless given`(_ code: FindingCode) {
        let plain = Finding(code: code, message: "")
        #expect(plain.severity == code.page.severity)
        #expect(plain.remedy == code.page.remedy)

        let given = Finding(code: code, severity: .note, message: "", remedy: .split)
        #expect(given.severity == .note)
        #expect(given.remedy == .split)
    }
}
