internal import FoundationEssentials
public import PreflightCore
internal import RuleTables

/// What a provider answers where it refuses images, and the finding that says so beforehand.
public struct ProviderError: Sendable, Hashable {
    /// The words of the answer; numbers stand for any.
    public var text: String

    /// Who answers so.
    public var provider: String

    /// The finding.
    public var code: FindingCode

    /// What it means, as one sentence.
    public var meaning: String
}

extension ProviderError {
    /// All that are known, in the order of `rules/errors.json`.
    ///
    /// A test holds the file against the codes before it is shipped.
    public static let known: [ProviderError] = {
        let document = try? JSONDecoder()
            .decode(Document.self, from: Data(RuleTables.errors.bytes))
        return document?.errors.compactMap(\.error) ?? []
    }()

    /// The error that an answer quotes; nil where none is known.
    ///
    /// Letter case and white space make no difference, nor what stands around the words; of several
    /// the longest counts, and of those that differ in numbers the one with the same ones.
    ///
    /// - Parameter answer: What the provider answered, or a part of it.
    /// - Returns: The error.
    public static func quoted(in answer: String) -> ProviderError? {
        let numbers = numbers(in: answer)
        let answer = folded(answer)
        guard !answer.isEmpty else { return nil }
        let whole = known.filter { answer.contains(folded($0.text)) }
            .max { one, other in
                let ranks = [one, other]
                    .map { error in
                        (
                            folded(error.text).count,
                            numbers.intersection(Self.numbers(in: error.text)).count
                        )
                    }
                return ranks[0] < ranks[1]
            }
        // People paste the beginning of a sentence, too.
        return whole
            ?? known.filter { answer.count >= shortestPart && folded($0.text).contains(answer) }
            .max { $0.text.count < $1.text.count }
    }

    private static func numbers(in text: String) -> Set<Substring> {
        Set(text.split { !("0"..."9").contains($0) })
    }

    /// A shorter part of a sentence could be of any.
    private static let shortestPart = 16

    /// Small letters, one space for any white space, `#` for any number, without quotation marks.
    private static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "0"..."9":
                if folded.last != "#" { folded.append("#") }
            case "," where folded.last == "#", "." where folded.last == "#":
                // Part of a number, if another digit follows; a full stop makes no difference.
                continue
            case "\"", "\\", "`", "“", "”":
                continue
            default:
                let isSpace = scalar.properties.isWhitespace
                if isSpace && (folded.isEmpty || folded.last == " ") { continue }
                folded.unicodeScalars.append(isSpace ? " " : scalar)
            }
        }
        return folded.last == " " ? String(folded.dropLast()) : folded
    }

    private struct Document: Decodable {
        var errors: [Entry]
    }

    private struct Entry: Decodable {
        var text: String
        var provider: String
        var code: String
        var meaning: String

        var error: ProviderError? {
            FindingCode(rawValue: code)
                .map { ProviderError(text: text, provider: provider, code: $0, meaning: meaning) }
        }
    }
}
