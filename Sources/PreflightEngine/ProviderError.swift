internal import FoundationEssentials
public import PreflightCore
internal import RuleTables

/// What a provider answers where it refuses images, and the finding that says so beforehand.
public struct ProviderError: Sendable, Hashable {
    /// The words of the answer, in the wordings that are known.
    ///
    /// Numbers stand for any, and `…` for a few words.
    public var texts: [String]

    /// Who answers so.
    public var provider: String

    /// The finding.
    public var code: FindingCode

    /// Findings that are answered in the same words.
    public var otherCodes: [FindingCode]

    /// What it means, as one sentence without numbers, which the answer has its own of.
    public var meaning: String

    /// What to do where that of the finding does not fit, as a sentence; nil where it does.
    public var cure: String?

    /// The status of HTTP that says as much where there are no words; nil for none.
    var status: String?
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

    /// Their wordings, as they are looked for.
    private static let patterns = known.flatMap { error in
        error.texts.map { (error, QuotedPattern($0)) }
    }

    /// An error with the words of an answer that quote it.
    public struct Quotation: Sendable, Hashable {
        /// The error.
        public var error: ProviderError

        /// The answer's own words.
        public var words: String
    }

    /// The error that an answer quotes; nil where none is known.
    ///
    /// Only letters count: not their case, nor white space, punctuation, quotation marks, numbers,
    /// and what stands around the words. Of several the longest counts. Where none is quoted whole,
    /// one that the answer breaks off in, or begins within, will do, and last the status of HTTP. Of what is
    /// very long the beginning is looked through.
    ///
    /// - Parameter answer: What the provider answered, or a part of it.
    /// - Returns: The error, and the words that quote it.
    public static func quoted(in answer: String) -> Quotation? {
        let letters = Letters(of: String(answer.prefix(characterCountAtMost)))
        for search in [QuotedPattern.whole, QuotedPattern.torn] {
            let found = patterns.compactMap { error, pattern in
                search(pattern)(letters).map { (error: error, match: $0) }
            }
            // Of equals the first counts, as in the file.
            guard var best = found.first else { continue }
            for other in found.dropFirst()
            where other.match.letterCount > best.match.letterCount {
                best = other
            }
            return Quotation(error: best.error, words: letters.text(in: best.match.range))
        }
        return known.first { $0.status.map { isStatus($0, of: answer) } ?? false }
            .map { Quotation(error: $0, words: $0.status ?? "") }
    }

    /// The characters of an answer that are looked through; whoever pastes more pastes a log.
    private static let characterCountAtMost = 200_000

    /// Whether the answer gives a status: the number alone, or with a word that says so beside it.
    private static func isStatus(_ status: String, of answer: String) -> Bool {
        let words = answer.lowercased()
            .split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        if words.count == 1 { return words[0] == status }
        return words.indices.contains { index in
            words[index] == status
                && words[max(0, index - 2)..<min(words.count, index + 3)]
                    .contains { ["status", "statuscode", "code", "error", "http"].contains($0) }
        }
    }

    private struct Document: Decodable {
        var errors: [Entry]
    }

    private struct Entry: Decodable {
        var texts: [String]
        var provider: String
        var code: String
        var also: [String]?
        var meaning: String
        var cure: String?
        var status: Int?

        var error: ProviderError? {
            FindingCode(rawValue: code)
                .map { code in
                    ProviderError(
                        texts: texts,
                        provider: provider,
                        code: code,
                        otherCodes: (also ?? []).compactMap(FindingCode.init),
                        meaning: meaning,
                        cure: cure,
                        status: status.map(String.init)
                    )
                }
        }
    }
}
