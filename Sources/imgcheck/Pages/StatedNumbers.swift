internal import FoundationEssentials

/// The numbers that an answer of a provider states, and which of them are limits.
///
/// A sentence marks its limit by a word before the number (`limit 2`, `at most 5`, `cannot exceed
/// 100`, `> 30`) or behind it (`5 MB maximum`); what stands before `>` or `exceeds`, with another
/// number behind, is what was measured.
struct StatedNumbers {
    /// The numbers that are marked as limits; where none is, all that are not marked as measured.
    let limits: Set<Int>

    /// Reads an answer as it was pasted.
    init(in answer: String) {
        let numbers = Self.numbers(in: Self.plain(answer))
        let limits = numbers.filter(\.isLimit)
        let candidates = limits.isEmpty ? numbers.filter { !$0.isMeasured } : limits
        self.limits = candidates.reduce(into: Set()) { $0.formUnion($1.readings) }
    }
}

extension StatedNumbers {
    /// A number with the words around it, as far as the next numbers.
    private struct Stated {
        /// What it may be as a whole number: of megabytes the bytes in both readings of the unit.
        var readings: Set<Int>
        var before: [Substring]
        var after: [Substring]
        var isLast: Bool

        /// Whether it is marked as what was measured.
        var isMeasured: Bool {
            !isLast && after.contains { StatedNumbers.comparing.contains(String($0)) }
                && !(after.contains("exceeded") && isMarkedBefore)
        }

        /// Whether it is marked as a limit.
        var isLimit: Bool {
            guard !isMeasured else { return false }
            // A word behind it is its own only if it is next to it, its unit passed by.
            return isMarkedBefore
                || after.prefix(2).contains { StatedNumbers.marking.contains(String($0)) }
        }

        private var isMarkedBefore: Bool {
            before.contains { StatedNumbers.marking.contains(String($0)) }
                || StatedNumbers.phrases.contains { phrase in
                    before.indices.contains { before[$0...].starts(with: phrase) }
                }
        }
    }

    /// What stands between a number that was measured and its limit.
    private static let comparing: Set = [">", "<", "exceed", "exceeds", "exceeding", "exceeded"]

    /// Words beside a limit.
    private static let marking: Set = [
        ">", "<", "≤", "≥", "limit", "limits", "limited", "maximum", "max", "minimum", "min",
        "exceed", "exceeds", "exceeding", "exceeded", "allowed", "below", "under", "above",
        "within",
    ]

    /// Words before a limit that mark it together.
    private static let phrases: [[Substring]] = [
        ["at", "most"], ["at", "least"], ["up", "to"], ["more", "than"], ["less", "than"],
        ["fewer", "than"], ["larger", "than"], ["smaller", "than"], ["greater", "than"],
    ]

    /// The answer without what JSON and web pages make of its characters, in small letters.
    private static func plain(_ answer: String) -> String {
        [("\\u003e", ">"), ("\\u003c", "<"), ("&gt;", ">"), ("&lt;", "<"), ("\\n", " ")]
            .reduce(answer.lowercased()) { $0.replacing($1.0, with: $1.1) }
    }

    private static func numbers(in text: String) -> [Stated] {
        var found: [(digits: Substring, words: [Substring])] = []
        var lead: [Substring] = []
        var rest = text[...]
        while let token = nextToken(of: &rest) {
            if token.first?.isASCIIDigit == true {
                found.append((token, []))
            } else if found.isEmpty {
                lead.append(token)
            } else {
                found[found.endIndex - 1].words.append(token)
            }
        }
        return found.indices.map { index in
            Stated(
                readings: readings(of: found[index].digits, unit: found[index].words.first),
                before: index == 0 ? lead : Self.tail(of: found[index - 1].words),
                after: found[index].words,
                isLast: index + 1 == found.endIndex
            )
        }
    }

    /// The words between two numbers that belong to the second: a mark beside the first is its own.
    private static func tail(of words: [Substring]) -> [Substring] {
        guard
            let place = words.prefix(2)
                .firstIndex(where: { ["maximum", "max", "allowed"].contains($0) })
        else { return words }
        return Array(words[(place + 1)...])
    }

    /// The next word, comparison or number; digits within a word (`base64`) are a part of it.
    private static func nextToken(of rest: inout Substring) -> Substring? {
        rest = rest.drop { !($0.isLetter || $0.isASCIIDigit || "<>≤≥".contains($0)) }
        guard let first = rest.first else { return nil }
        let end: Substring.Index
        if first.isASCIIDigit {
            end = rest.firstIndex { !($0.isASCIIDigit || ",._".contains($0)) } ?? rest.endIndex
        } else if first.isLetter {
            end = rest.firstIndex { !($0.isLetter || $0.isASCIIDigit) } ?? rest.endIndex
        } else {
            end = rest.index(after: rest.startIndex)
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    /// What digits may mean: with a unit of bytes behind them also as many of these.
    private static func readings(of digits: Substring, unit: Substring?) -> Set<Int> {
        let plain = digits.filter { $0 != "," && $0 != "_" }
        let parts = plain.split(separator: ".")
        guard let whole = parts.first.flatMap({ Int($0) }) else { return [] }
        let number = Double(parts.prefix(2).joined(separator: ".")) ?? Double(whole)
        var readings: Set<Int> = []
        for (letter, power) in [("k", 1), ("m", 2), ("g", 3)] {
            guard let unit, ["\(letter)b", "\(letter)ib"].contains(unit) else { continue }
            for factor in [1_000.0, 1_024.0] {
                let product = (0..<power).reduce(number) { product, _ in product * factor }
                if product < 1e15 { readings.insert(Int(product)) }
            }
        }
        // Without a unit, a number is what it is.
        return readings.isEmpty && parts.count == 1 ? [whole] : readings
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
