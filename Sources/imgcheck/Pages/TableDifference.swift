internal import ImagePreflight
internal import PreflightCore

/// In what two tables differ, as `rules diff` shows it.
struct TableDifference {
    let one: RuleTable
    let other: RuleTable
}

extension TableDifference {
    /// A line for what only one of the two says, ending in a newline.
    var text: String {
        let (ours, theirs) = (lines(of: one), lines(of: other))
        let changes = Self.changes(from: ours, to: theirs)
        guard !changes.isEmpty else { return "\(name(one)) and \(name(other)) say the same.\n" }
        return (["- \(name(one))", "+ \(name(other))", ""] + changes).joined(separator: "\n") + "\n"
    }

    private func name(_ table: RuleTable) -> String { table.name.neutralised }

    private func lines(of table: RuleTable) -> [String] {
        let limits = table.limits.map(\.withFormatsInOrder)
            .map { limit in
                "\(limit.code.rawValue)  \(limit.phrase)  [\(limit.evidence.rawValue)]"
            }
        let tokens = table.tokens.flatMap { reading in
            ["tokens  \(reading.method.phrase)  [\(reading.evidence.rawValue)]"]
                + reading.details.map { "tokens  detail \($0.name): \($0.method.phrase)" }
        }
        let dialects = table.dialects.map { "dialect  \($0.dialect): \($0.phrase)" }
        return (limits + tokens + dialects).map(\.neutralised)
    }

    private static func changes(from ours: [String], to theirs: [String]) -> [String] {
        let gone = ours.filter { !theirs.contains($0) }.map { "- \($0)" }
        let come = theirs.filter { !ours.contains($0) }.map { "+ \($0)" }
        // A code's two lines stand together.
        return (gone + come).sorted { $0.dropFirst(2) < $1.dropFirst(2) }
    }
}

extension Limit {
    /// The limit with its formats in one order for all tables, since theirs means nothing.
    fileprivate var withFormatsInOrder: Limit {
        guard case .oneOf(let formats) = bound else { return self }
        var limit = self
        limit.bound = .oneOf(ImageFormat.allCases.filter(formats.contains))
        return limit
    }
}

/// A table to edit: it extends another and repeats its first limit as a pattern.
struct TableDraft {
    let name: String
    let base: RuleTable
    let today: String

    /// What `rules lint` would say of the name; nil for nothing.
    var mistake: String? {
        do throws(RuleTableError) {
            _ = try RuleTable(json: Array(text.utf8), file: name, today: today) {
                $0 == base.name ? .found(base) : .unknown(nearest: [])
            }
            return nil
        } catch {
            return error.mistakes.first { $0.keyPath == "name" }?.message
        }
    }

    /// The document, ending in a newline.
    var text: String {
        """
        {
          "schemaVersion": 2,
          "name": "\(name)",
          "aliases": [],
          "extends": "\(base.name)",
          "inheritedEvidence": "inferred",
          "title": "\(name)",
          "provider": "\(base.provider)",
          "verifiedOn": "\(today)",
          "sources": {
            "page": {
              "title": "The page that says so",
              "address": "https://example.com/limits",
              "checkedOn": "\(today)"
            }
          },
          "limits": [
            {
              "code": "REQ401",
              "measure": "imageCount",
              "atMost": 20,
              "evidence": "unknown",
              "source": "page",
              "note": "What differs from \(base.name); remove what does not."
            }
          ]
        }

        """
    }
}
