internal import ImagePreflight
internal import PreflightCore

/// One table as `models NAME` shows it: limits, tokens, advice and sources with their dates.
struct ModelText {
    /// The table that is shown.
    let table: RuleTable

    /// The page, ending in a newline.
    var text: String {
        let sections = [
            heading,
            section("Limits", table.limits.map(limit)),
            section("Tokens", table.tokens.map(tokens)),
            section("Dialects", table.dialects.map(dialect)),
            section("Pictures should be", table.advice.pictures.map { "  \($0)" }),
            section("The model is bad at", table.advice.weaknesses.map { "  \($0)" }),
            section("Sources", table.sources.sorted { $0.key < $1.key }.map(source)),
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).neutralised + "\n" }
            .joined()
    }
}

extension ModelText {
    private var heading: String {
        """
        \(table.name)
        \(table.title), served by \(table.provider); rules of \(table.verifiedOn), \(table.origin)
        """
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }

    private func limit(_ limit: Limit) -> String {
        noted(
            "  \(limit.code.rawValue)  \(limit.phrase)  "
                + "[\(limit.evidence.rawValue), \(limit.source)]",
            limit.note
        )
    }

    private func tokens(_ reading: TokenReading) -> String {
        let lines =
            [
                noted(
                    "  \(reading.method.phrase)  "
                        + "[\(reading.evidence.rawValue), \(reading.source)]",
                    reading.note
                )
            ] + reading.details.map(detail)
        return lines.joined(separator: "\n")
    }

    private func detail(_ reading: DetailReading) -> String {
        noted(
            "    detail \(reading.name): \(reading.method.phrase)  "
                + "[\(reading.evidence.rawValue), \(reading.source)]",
            reading.note
        )
    }

    private func dialect(_ rule: DialectRule) -> String {
        noted(
            "  \(rule.dialect)  \(rule.phrase)  [\(rule.evidence.rawValue), \(rule.source)]",
            rule.note
        )
    }

    private func noted(_ line: String, _ note: String?) -> String {
        guard let note else { return line }
        return line + "\n" + WrappedText(note, columnCount: 70).indented(by: "          ")
    }

    private func source(_ key: String, _ source: RuleSource) -> String {
        "  \(key)  \(source.title), read on \(source.checkedOn)\n      \(source.address)"
    }
}

extension DialectRule {
    /// The rule in a few words.
    var phrase: String {
        guard roles != [] else { return "refused" }
        let messages =
            roles.map { "images in \($0.joined(separator: " and ")) messages" } ?? "taken"
        let kinds = parts.map { ", as \($0.joined(separator: " or "))" } ?? ""
        let places = messages + kinds
        switch takesAddresses {
        case nil: return places
        case true?: return "\(places), also as addresses"
        case false?: return "\(places), never as addresses"
        }
    }
}
