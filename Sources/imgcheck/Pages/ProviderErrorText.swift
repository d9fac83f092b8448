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

    /// Those of who answered.
    let answering: AnsweringTables

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
        let remedy = error.cure == nil ? page.remedyPhrase : ""
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
        // What the model does not take at all is no question of how much.
        guard quotation.error.cure == nil, code.isOfLimits else { return "" }
        guard let shared = nearestLimits else {
            let names = answering.own.map(\.name)
            let shown = names.count > 6 ? names.prefix(5) + ["\(names.count - 5) more"] : names[...]
            return "In the tables\n"
                + paragraph(
                    "\(String.list(shown.map(\.neutralised))): no such limit, since nobody documents one "
                        + "or whoever runs the server sets it.",
                    indent: "  "
                )
        }
        let shown =
            shared.paragraphs(namingAtMost: 4, columnCount: columnCount, usesLinks: usesLinks)
            .prefix(Self.limitsAtMost)
        guard !shown.isEmpty else { return "" }
        let left = shared.all.count - shown.count
        let rest = left > 0 ? ["  \(left) more in `imgcheck explain \(code.rawValue)`"] : []
        return (["In the tables"] + shown + rest).joined(separator: "\n")
    }

    /// The limits that the answer is about; nil where those who answer so have none.
    ///
    /// Those of who answers come first: with a number that the answer states as a limit, then of
    /// other hosts of their models with such a number, then any. Other tables are looked at only where
    /// who answers has none at all.
    private var nearestLimits: SharedLimits? {
        let numbers = StatedNumbers(in: answer).limits
        let isKnown = !answering.own.isEmpty
        let codes = [code] + quotation.error.otherCodes
        for tables in isKnown ? [answering.own, answering.related] : [tables] {
            for code in codes {
                let named = SharedLimits(of: code, in: tables) { $0.stating(numbers) }
                if !named.all.isEmpty { return named }
            }
        }
        for tables in isKnown ? [answering.own, answering.related] : [tables] {
            let any = SharedLimits(of: code, in: tables)
            if !any.all.isEmpty { return any }
        }
        return isKnown ? nil : SharedLimits(of: code, in: tables)
    }

    private var code: FindingCode { quotation.error.code }

    /// More limits than this are no answer any more.
    private static let limitsAtMost = 3
}

extension Limit {
    /// The limit with the bound first that is one of some numbers; nil where none is.
    fileprivate func stating(_ numbers: Set<Int>) -> Limit? {
        [self, exchanged].compactMap(\.self).first { !numbers.isDisjoint(with: $0.bound.numbers) }
    }
}

extension PreflightCore.Bound {
    /// The numbers that the bound names.
    fileprivate var numbers: [Int] {
        switch self {
        case .atMost(let number), .atLeast(let number): [number]
        case .within(let target):
            [
                target.longEdgePixels, target.shortEdgePixels, target.pixelCount,
                target.patches?.count,
            ]
            .compactMap(\.self)
        case .oneOf: []
        }
    }
}
