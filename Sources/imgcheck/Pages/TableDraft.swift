internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore

/// A table to edit: it extends another and repeats its first limit as a pattern.
struct TableDraft {
    private let name: String
    private let aliases: [String]
    private let title: String
    private let base: RuleTable
    private let today: String

    /// Drafts a table of a model whose name may have a gateway's way before it.
    ///
    /// - Parameters:
    ///   - model: The model's name as a request spells it.
    ///   - base: The table to change.
    ///   - names: The names of tables that are there: what stands after a slash takes the place of
    ///     none.
    ///   - today: Today, as `YYYY-MM-DD`.
    init(of model: String, changing base: RuleTable, beside names: [String], today: String) {
        let last = model.split(separator: "/").last.map(String.init) ?? model
        let isTaken = names.contains { ModelName.folded($0) == ModelName.folded(last) }
        name = isTaken ? model.replacing("/", with: "-") : last
        aliases = name == model ? [] : [model]
        title = model
        (self.base, self.today) = (base, today)
    }
}

extension TableDraft {
    /// What `rules lint` would say of the names; nil for nothing.
    var mistake: String? {
        do throws(RuleTableError) {
            _ = try RuleTable(json: Array(text.utf8), file: name, today: today) {
                $0 == base.name ? .found(base) : .unknown(nearest: [])
            }
            return nil
        } catch {
            return error.mistakes.first { ["name", "aliases[0]"].contains($0.keyPath) }?.message
        }
    }

    /// The document, ending in a newline.
    var text: String {
        let aliases = aliases.map { "\n  \"aliases\": [\(quoted($0))]," }.joined()
        return """
            {
              "schemaVersion": 2,
              "name": \(quoted(name)),\(aliases)
              "extends": \(quoted(base.name)),
              "inheritedEvidence": "inferred",
              "title": \(quoted(title)),
              "provider": \(quoted(base.provider)),
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
                  "note": \(quoted("What differs from \(base.name); remove what does not."))
                }
              ]
            }

            """
    }

    /// The text as JSON spells it.
    private func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
