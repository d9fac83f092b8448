internal import ImagePreflight
internal import PreflightCore

/// What `explain --error` prints: what was answered, the finding, its limits and its cure.
struct ProviderErrorText {
    /// The error, and the words that quote it.
    let quotation: ProviderError.Quotation

    /// All that was pasted, whose numbers may be those of a limit.
    let answer: String

    /// The tables whose limits raise the finding.
    let tables: [RuleTable]

    /// The columns of a paragraph, at least 40.
    var columnCount = 80

    /// Whether limits lead to the pages that they come from.
    var usesLinks = false
}

extension ProviderErrorText {
    /// The whole text, ending in a newline.
    var text: String {
        let error = quotation.error
        let page = error.code.page
        let remedy = page.remedy.map { ", cured by \($0.rawValue)" } ?? ""
        let sections = [
            paragraph("“\(quotation.words.neutralised)”"),
            paragraph("\(error.provider): \(error.meaning)"),
            "\(error.code.rawValue)  \(page.title)\n\(page.severity.rawValue)\(remedy)",
            others,
            limits,
            "What to do\n" + paragraph(error.cure ?? page.cure, indent: "  "),
            "`imgcheck explain \(error.code.rawValue)` has the whole page; "
                + "`imgcheck check --model NAME` says it before.",
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func paragraph(_ text: String, indent: String = "") -> String {
        WrappedText(text, columnCount: columnCount - indent.count).indented(by: indent)
    }

    /// Findings that are answered in the same words.
    private var others: String {
        let lines = quotation.error.otherCodes.map { "  \($0.rawValue)  \($0.page.title)" }
        return lines.isEmpty ? "" : (["It may also be"] + lines).joined(separator: "\n")
    }

    private var limits: String {
        let shared = nearestLimits
        let shown =
            shared.paragraphs(namingAtMost: 4, columnCount: columnCount, usesLinks: usesLinks)
            .prefix(Self.limitsAtMost)
        guard !shown.isEmpty else { return "" }
        let left = shared.all.count - shown.count
        let rest = left > 0 ? ["  \(left) more in `imgcheck explain \(code.rawValue)`"] : []
        return (["In the tables"] + shown + rest).joined(separator: "\n")
    }

    /// The limits whose bound the answer names, else those of the provider, else all.
    private var nearestLimits: SharedLimits {
        let numbers = Self.numbers(in: answer)
        let named = SharedLimits(of: code, in: tables) { _, limit in
            switch limit.bound {
            case .atMost(let bound), .atLeast(let bound): numbers.contains(bound)
            case .oneOf, .within: false
            }
        }
        guard named.all.isEmpty else { return named }
        let own = SharedLimits(of: code, in: tables) { table, _ in
            table.provider == quotation.error.provider
        }
        return own.all.isEmpty ? SharedLimits(of: code, in: tables) : own
    }

    private var code: FindingCode { quotation.error.code }

    /// The whole numbers of a text; commas between thousands are passed by.
    ///
    /// A number of megabytes is also one of bytes, in both readings of the unit.
    private static func numbers(in text: String) -> Set<Int> {
        let ungrouped = text.filter { $0 != "," }
        var numbers = Set<Int>()
        for digits in ungrouped.split(whereSeparator: { !("0"..."9").contains($0) }) {
            guard let number = Int(digits) else { continue }
            numbers.insert(number)
            let unit = ungrouped[digits.endIndex...].drop { $0 == " " }.prefix(2).lowercased()
            guard ["mb", "mi"].contains(unit), number < 1_000_000 else { continue }
            numbers.formUnion([number * 1_000_000, number * 1_048_576])
        }
        return numbers
    }

    /// More limits than this are no answer any more.
    private static let limitsAtMost = 3
}
