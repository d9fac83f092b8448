internal import ImagePreflight
internal import PreflightCore

/// One table as `models NAME` shows it: limits, tokens, advice and sources with their dates.
struct ModelText {
    /// The table that is shown.
    let table: RuleTable

    /// The columns of a paragraph, at least 40.
    var columnCount = 80

    /// Today, as `YYYY-MM-DD`.
    var today = Today.day

    /// The page, ending in a newline.
    var text: String {
        let sections = [
            heading,
            section("Limits", table.limits.map(limit)),
            section("Tokens", table.tokens.map(tokens)),
            section("Dialects", table.dialects.map(dialect)),
            section("Pictures should be", table.advice.pictures.map(advice)),
            section("The model is bad at", table.advice.weaknesses.map(advice)),
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
        let remarks = [
            table.aliases.isEmpty ? nil : "Also called \(String.list(table.aliases)).",
            table.base.map { "Changes \($0): each line ends in the table that it comes from." },
            table.retirement.map { retirement in
                (retirement.hasEnded(by: today) ? "Ended" : "Ends") + " on \(retirement.day)"
                    + (retirement.successor.map { ": use \($0)." } ?? ".")
            },
            table.instead.map { "Takes no images: use \($0)." },
        ]
        let lines =
            [
                table.name,
                "\(table.title), served by \(table.provider); rules of \(table.verifiedOn), "
                    + table.origin,
            ]
            + remarks.compactMap(\.self)
            .map { WrappedText($0, columnCount: columnCount).indented(by: "") }
        return lines.joined(separator: "\n")
    }

    /// What stands in brackets after a line: how it is known, where it is written, and the table it
    /// comes from where that is not said by being on this page.
    private func proof(_ evidence: Evidence, _ source: String, from origin: String?) -> String {
        "[\(evidence.rawValue), \(source)\(table.base == nil ? "" : "; \(origin ?? table.name)")]"
    }

    /// The table that a line comes from, where there are several.
    private func from(_ origin: String?) -> String {
        table.base == nil ? "" : "  [\(origin ?? table.name)]"
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
    }

    private func limit(_ limit: Limit) -> String {
        noted(
            "  \(limit.code.rawValue)  \(limit.phrase)  "
                + proof(limit.evidence, limit.source, from: limit.table),
            limit.note
        ) + (limit.conflict.map { conflict(with: $0, of: limit) } ?? "")
    }

    private func conflict(with conflict: Conflict, of limit: Limit) -> String {
        var other = limit
        (other.bound, other.condition) = (conflict.bound, nil)
        let line =
            "          but \(other.boundPhrase)  "
            + proof(conflict.evidence, conflict.source, from: limit.table)
        return "\n" + noted(line, conflict.note)
    }

    private func tokens(_ reading: TokenReading) -> String {
        let lines =
            [
                noted(
                    "  \(reading.method.phrase)  "
                        + proof(reading.evidence, reading.source, from: table.inheritance.tokens),
                    reading.note
                )
            ] + reading.details.map(detail)
        return lines.joined(separator: "\n")
    }

    private func detail(_ reading: DetailReading) -> String {
        noted(
            "    detail \(reading.name): \(reading.method.phrase)  "
                + proof(reading.evidence, reading.source, from: table.inheritance.tokens),
            reading.note
        )
    }

    private func dialect(_ rule: DialectRule) -> String {
        noted(
            "  \(rule.dialect)  \(rule.phrase)  "
                + proof(rule.evidence, rule.source, from: table.inheritance.dialects),
            rule.note
        )
    }

    private func noted(_ line: String, _ note: String?) -> String {
        guard let note else { return line }
        return line + "\n"
            + WrappedText(note, columnCount: columnCount - 10).indented(by: "          ")
    }

    private func advice(_ clause: String) -> String {
        "  \(clause)\(from(table.inheritance.advice))"
    }

    private func source(_ key: String, _ source: RuleSource) -> String {
        "  \(key)  \(source.title), read on \(source.checkedOn)"
            + "\(from(table.inheritance.sources[key]))\n      \(source.address)"
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
