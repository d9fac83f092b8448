/// A name that a person or a tool takes for another one.
public struct NearName: Sendable, Hashable {
    /// What two names differ in that look the same, or nearly.
    public enum Difference: Sendable, Hashable, CaseIterable {
        /// Bytes of an older encoding in one of them, read as Latin-1.
        case encoding
        /// Characters that nobody sees, such as a zero-width space.
        case invisible
        /// Which space stands between the words.
        case space
        /// A space at the start or the end.
        case outerSpace
        /// Which dash, quotation mark or apostrophe it is.
        case punctuation
        /// Capitals and small letters.
        case letterCase
        /// Letters and marks as one character or as two (Unicode Standard Annex #15).
        case normalForm
    }

    /// The name that is there.
    public let name: FilePath

    /// What it differs in from the name that was asked for; empty where one letter differs.
    public let differences: [Difference]

    /// The first character in question, where it is one that can be named.
    public let scalar: Unicode.Scalar?
}

/// The names in a folder, to be searched for those that others are taken for.
public struct NearNames: Sendable {
    private var namesByFold: [String: [FilePath]] = [:]

    /// How often a name with one other letter may still be looked for, which compares all names.
    private var searchesLeft = 16

    /// Takes the names of a folder.
    public init(_ names: [FilePath]) {
        for name in names { namesByFold[name.folded(), default: []].append(name) }
    }
}

extension NearNames {
    /// The name that is nearest to one that is not there; nil where none is near.
    ///
    /// A name that looks the same is preferred; else the only one that differs in one letter.
    public mutating func nearest(to wanted: FilePath) -> NearName? {
        let fold = wanted.folded()
        if let alike = namesByFold[fold]?.map({ NearName($0, insteadOf: wanted) }) {
            return alike.min { $0.differences.count < $1.differences.count }
        }
        guard searchesLeft > 0, fold.unicodeScalars.count >= Self.scalarCountAtLeast else {
            return nil
        }
        searchesLeft -= 1
        let letters = Array(fold.unicodeScalars)
        let near = namesByFold.keys.filter { Array($0.unicodeScalars).isOneSlip(from: letters) }
        guard near.count == 1, let names = near.first.flatMap({ namesByFold[$0] }),
            names.count == 1, let name = names.first
        else { return nil }
        return NearName(name: name, differences: [], scalar: nil)
    }

    /// In shorter names one letter says too much.
    private static let scalarCountAtLeast = 5
}

extension NearName {
    fileprivate init(_ name: FilePath, insteadOf wanted: FilePath) {
        self.name = name
        differences = Difference.allCases.filter { name.differs(from: wanted, without: $0) }
        let (ours, theirs) = (Array(name.folded(leaving: .space).unicodeScalars), wanted)
        let others = Set(theirs.folded(leaving: .space).unicodeScalars)
        let isUnusual = { (scalar: Unicode.Scalar) in scalar != " " && scalar.isSpace }
        scalar =
            ours.first { isUnusual($0) && !others.contains($0) }
            ?? others.first { isUnusual($0) && !ours.contains($0) }
    }
}

extension FilePath {
    /// The name as text in which what looks the same is the same, but for one kind of difference.
    ///
    /// Texts of Swift are equal where their normal forms are.
    fileprivate func folded(leaving difference: NearName.Difference? = nil) -> String {
        var text = String.UnicodeScalarView()
        for character in characters {
            switch character {
            case .byte(let byte):
                let base: UInt32 = difference == .encoding ? 0x10_FF00 : 0
                text.append(Unicode.Scalar(base + UInt32(byte)) ?? "?")
            case .scalar(let scalar):
                guard difference == .invisible || !scalar.isInvisible else { continue }
                text.append(scalar.folded(leaving: difference))
            }
        }
        if difference != .outerSpace {
            let isOuter = { (scalar: Unicode.Scalar) in scalar.isSpace }
            text = .init(text.drop(while: isOuter))
            while let last = text.last, isOuter(last) { text.removeLast() }
        }
        return difference == .letterCase ? String(text) : String(text).lowercased()
    }

    /// Whether two names that are folded alike differ where one kind of difference is left.
    fileprivate func differs(from other: FilePath, without difference: NearName.Difference) -> Bool
    {
        guard difference == .normalForm else {
            return folded(leaving: difference) != other.folded(leaving: difference)
        }
        return !folded().unicodeScalars.elementsEqual(other.folded().unicodeScalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isSpace: Bool { properties.generalCategory == .spaceSeparator }

    /// Whether nothing is shown: format characters and variation selectors.
    fileprivate var isInvisible: Bool {
        properties.generalCategory == .format || properties.isVariationSelector
    }

    fileprivate func folded(leaving difference: NearName.Difference?) -> Unicode.Scalar {
        if difference != .space, isSpace { return " " }
        guard difference != .punctuation else { return self }
        switch value {
        case 0x2010...0x2015, 0x2212: return "-"
        case 0x2018, 0x2019, 0x02BC, 0x00B4: return "'"
        case 0x201C, 0x201D: return "\""
        default: return self
        }
    }
}

extension [Unicode.Scalar] {
    /// Whether one letter is another, missing or too much, or two have changed places.
    ///
    /// A digit counts: the next picture of a series is not the one that was meant.
    fileprivate func isOneSlip(from other: [Unicode.Scalar]) -> Bool {
        guard abs(count - other.count) <= 1 else { return false }
        let start = zip(self, other).prefix { $0 == $1 }.count
        let (mine, theirs) = (self[start...], other[start...])
        let isOfDigits = [mine.first, theirs.first].contains { $0?.properties.numericType != nil }
        guard !isOfDigits else { return false }
        if mine.count != theirs.count {
            let (long, short) = mine.count > theirs.count ? (mine, theirs) : (theirs, mine)
            return long.dropFirst().elementsEqual(short)
        }
        if mine.dropFirst().elementsEqual(theirs.dropFirst()) { return true }
        return mine.dropFirst(2).elementsEqual(theirs.dropFirst(2))
            && mine.prefix(2).elementsEqual(theirs.prefix(2).reversed())
    }
}
