internal import PreflightCore

/// How much is told of each code, from most to least.
///
/// A screen or two are read; of a longer report, what weighs least is left out first.
enum TextDetail: CaseIterable {
    /// Title, names and cures; of notes the title.
    case everything
    /// No cures of warnings.
    case withoutCuresOfWarnings
    /// No names of warnings either.
    case withoutNamesOfWarnings
    /// No cures at all: which images are refused matters more, and `explain` knows the cure.
    case withoutCures
    /// Titles alone.
    case titles

    /// The first that takes no more lines than a person reads; the last where none does.
    ///
    /// - Parameter blocks: What is told at a level, block by block.
    /// - Returns: The blocks.
    static func fitting(_ blocks: (TextDetail) -> [[String]]) -> [[String]] {
        for detail in allCases.dropLast() {
            let blocks = blocks(detail).filter { !$0.isEmpty }
            let lineCount = blocks.reduce(blocks.count - 1) { $0 + $1.count }
            if lineCount <= lineCountAtMost { return blocks }
        }
        return blocks(.titles)
    }

    /// Whether the images of a severity are named.
    func names(_ severity: Severity) -> Bool {
        switch self {
        case .everything, .withoutCuresOfWarnings: severity > .note
        case .withoutNamesOfWarnings, .withoutCures: severity == .error
        case .titles: false
        }
    }

    /// Whether it is said what to do about a severity.
    func cures(_ severity: Severity) -> Bool {
        switch self {
        case .everything: severity > .note
        case .withoutCuresOfWarnings, .withoutNamesOfWarnings: severity == .error
        case .withoutCures, .titles: false
        }
    }

    /// The lines of a report, without what to do next.
    private static let lineCountAtMost = 58

    /// What is said where images are not named, with how to have them named.
    func remark(in style: TextStyle) -> [String] {
        let remark = "   Names are left out, to be short" + style.everyImageHint
        return self == .titles ? style.wrapped(remark, indent: 3).map(style.faint) : []
    }
}
