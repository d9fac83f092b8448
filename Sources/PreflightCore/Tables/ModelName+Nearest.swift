// The tables that somebody may have meant whose name leads to none.
extension ModelName {
    /// The known names that are nearest, the nearest first.
    ///
    /// Those of the same family, then with the most words of the name, at the same host, with the
    /// fewest words besides, and with the nearest numbers; where no family is known, those that few
    /// letters lead to, else the host whose way to spell names it is.
    ///
    /// - Parameters:
    ///   - names: The known names.
    ///   - isFit: Whether a name may be proposed; asked of few.
    /// - Returns: At most three names; of a family, all with as many words of the name.
    package func nearest(
        among names: [String],
        where isFit: (String) -> Bool = { _ in true }
    ) -> [String] {
        let alike = longerNames(among: names, where: isFit)
        guard alike.isEmpty else { return Array(alike.prefix(3)) }
        let wanted = Parts(Self.withoutSuffixes(bare))
        guard let family = wanted.family else {
            let near = nearestNames(to: Self.folded(text), among: names).filter(isFit)
            return near.isEmpty ? names.filter { $0 == spellingHost } : near
        }
        let ranked = names.compactMap { name -> (name: String, rank: Rank)? in
            let host = Self.host(of: name)
            let parts = Parts(host.map { String(name.dropFirst($0.count + 1)) } ?? name)
            guard parts.family == family else { return nil }
            return (name, Rank(parts, wanted, isElsewhere: host != self.host))
        }
        var near: [(name: String, rank: Rank)] = []
        for candidate in ranked.sorted(by: { ($0.rank, $0.name) < ($1.rank, $1.name) })
        where near.count < 3 && isFit(candidate.name) {
            near.append(candidate)
        }
        let least = near.first?.rank.missingWordCount
        return near.filter { $0.rank.missingWordCount == least }.map(\.name)
    }

    /// Names that are this one, with its numbers, and a word more at either end: gpt-6-sol of gpt-6.
    private func longerNames(among names: [String], where isFit: (String) -> Bool) -> [String] {
        for spelling in [text, Self.withoutSuffixes(bare)].map(Self.folded)
        where spelling.contains(where: \.isNumber) {
            let found =
                names.filter { name in
                    let name = Self.folded(name)
                    return name.hasPrefix(spelling + "-") || name.hasSuffix("-" + spelling)
                }
                .filter(isFit)
            guard found.isEmpty else { return found }
        }
        return []
    }

    /// The name without the host, the region and the vendor before it.
    private var bare: String {
        let bare = Self.withoutVendors(lastPart)
        return Self.host(of: bare).map { String(bare.dropFirst($0.count + 1)) } ?? bare
    }

    /// A name in its words and its numbers.
    private struct Parts {
        /// The words in small letters, letters after a number included.
        var words: Set<String> = []
        /// The numbers in their order.
        var numbers: [Int] = []

        init(_ name: String) {
            for part in ModelName.folded(name).split(separator: "-") {
                let digits = part.prefix(while: \.isNumber)
                if let number = Int(digits) { numbers.append(number) }
                let word = part.dropFirst(digits.count)
                let letters = word.prefix { !$0.isNumber }
                if !letters.isEmpty { words.insert(String(letters)) }
                if let number = Int(word.dropFirst(letters.count)) { numbers.append(number) }
            }
        }

        /// The word by which a family of models is known; nil for none.
        var family: String? {
            ModelName.families.first { family in
                family.split(separator: "-").allSatisfy { words.contains(String($0)) }
            }
        }
    }

    /// How far a name is from another.
    private struct Rank: Comparable {
        var missingWordCount: Int
        var isElsewhere: Bool
        var otherWordCount: Int
        var numberDistance: [Int]

        init(_ parts: Parts, _ wanted: Parts, isElsewhere: Bool) {
            let common = wanted.words.filter { word in
                parts.words.contains { $0 == word || $0.isMisspelling(of: word) }
            }
            missingWordCount = wanted.words.count - common.count
            self.isElsewhere = isElsewhere
            otherWordCount = max(0, parts.words.count - common.count)
            let (ours, theirs) = (parts.numbers, wanted.numbers)
            let first = zip(ours, theirs).map { abs($0 - $1) }
            numberDistance = [first.first ?? 0, abs(ours.count - theirs.count)] + first.dropFirst()
        }

        static func < (one: Rank, other: Rank) -> Bool {
            let order = { (rank: Rank) in
                [rank.missingWordCount, rank.isElsewhere ? 1 : 0, rank.otherWordCount]
                    + rank.numberDistance
            }
            return order(one).lexicographicallyPrecedes(order(other))
        }
    }

    /// Words by which a family is known; of `gpt-oss` and `gpt` the longer one decides.
    private static let families = [
        "gpt-oss", "claude", "gpt", "gemini", "gemma", "llama", "qwen", "grok", "kimi", "deepseek",
        "mistral", "ministral", "pixtral", "nova", "glm", "command",
    ]
}

extension String {
    /// Whether one letter more, less or in the place of its neighbour makes one word of the other; in
    /// short words that says too much.
    fileprivate func isMisspelling(of word: String) -> Bool {
        guard count >= 5, word.count >= 5 else { return false }
        let (ours, theirs) = (Array(self), Array(word))
        let start = zip(ours, theirs).prefix { $0 == $1 }.count
        let (mine, its) = (ours[start...], theirs[start...])
        if mine.count == its.count {
            return mine.dropFirst(2).elementsEqual(its.dropFirst(2))
                && mine.prefix(2).elementsEqual(its.prefix(2).reversed())
        }
        let (long, short) = mine.count > its.count ? (mine, its) : (its, mine)
        return long.dropFirst().elementsEqual(short)
    }
}
