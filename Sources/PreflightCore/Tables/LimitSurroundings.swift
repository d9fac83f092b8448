/// What the other limits of a table let pass wherever one of them applies.
///
/// Of a limit on which sources conflict, what the other source lets pass may come too.
struct LimitSurroundings {
    /// The limit.
    private let limit: Limit

    /// The table's other limits that hold wherever this one does.
    private let others: [Limit]

    /// The table.
    private let table: RuleTable

    /// Gathers the limits around one.
    init(of limit: Limit, in table: RuleTable) {
        (self.limit, self.table) = (limit, table)
        others = table.limits.filter {
            $0 != limit && (limit.condition ?? Condition()).implies($0.condition ?? Condition())
        }
    }
}

// MARK: - What a condition needs

extension LimitSurroundings {
    /// The part of the condition that nothing meets which passes the other limits, as its key, and
    /// why, as one sentence; nil where the limit may apply.
    var neverMet: (key: String, reason: String)? {
        guard let condition = limit.condition else { return nil }
        let reasons: [(key: String, reason: String?)] = [
            ("formats", condition.formats.flatMap(reasonAgainst(formats:))),
            ("imageCountMoreThan", condition.imageCountMoreThan.flatMap(reasonAgainst(count:))),
            ("largerThan", condition.largerThan.flatMap(reasonAgainst(larger:))),
            ("routes", condition.routes.flatMap(reasonAgainst(routes:))),
            ("sentAs", condition.sentAs.flatMap(reasonAgainst(carriers:))),
        ]
        return reasons.lazy.compactMap { key, reason in reason.map { (key, $0) } }.first
    }

    private func reasonAgainst(formats: [ImageFormat]) -> String? {
        let passing = others.filter { $0.code == .unacceptedFormat }.compactMap(\.formats)
        guard !formats.contains(where: { format in passing.allSatisfy { $0.contains(format) } })
        else { return nil }
        let names = String.list(formats.map(\.rawValue))
        return "It never holds, since IMG101 lets none of these formats pass: \(names)."
    }

    private func reasonAgainst(count: Int) -> String? {
        let most = others.filter { other in
            other.measure == .imageCount && (other.includesDocuments || !limit.includesDocuments)
        }
        .compactMap(\.loosest.number).min()
        guard let most, most <= count else { return nil }
        let passing =
            most == 0 ? "no image" : "no more than \(MeasureUnit.images.phrase(of: most))"
        return "It never holds, since REQ401 lets \(passing) pass."
    }

    private func reasonAgainst(larger target: ResizeTarget) -> String? {
        if let least = limit.shortEdgeAtLeast,
            target == ResizeTarget(shortEdgePixels: target.shortEdgePixels),
            let edge = target.shortEdgePixels, edge + 1 >= least
        {
            return "No image is larger than this and has an edge of less than \(least.grouped) px; correct "
                + "one of them."
        }
        guard largest.isWithin(target) else { return nil }
        return "It never holds, since \(sizeCodes) lets no image pass that is larger than this."
    }

    private func reasonAgainst(routes: [String]) -> String? {
        guard !routes.contains(where: isTaken) else { return nil }
        let names = String.list(routes, joinedBy: "or")
        return "It never holds, since “dialects” lets no image go by way of \(names)."
    }

    private func reasonAgainst(carriers: [Carrier]) -> String? {
        let ofBase64: [Measure] = [.base64ByteCount, .dataURLByteCount, .imagesBase64ByteCount]
        if ofBase64.contains(limit.measure), !carriers.contains(.dataURL) {
            return "It never holds, since only what is sent as dataURL has base64."
        }
        let rules = table.dialects.filter { rule in
            rule.roles != [] && limit.condition?.routes.map { $0.contains(rule.dialect) } ?? true
        }
        guard carriers == [.address], !rules.isEmpty,
            rules.allSatisfy({ $0.takesAddresses == false })
        else { return nil }
        return "It never holds, since “dialects” refuses addresses."
    }

    /// Whether an image may go this way, by what the table says of dialects.
    private func isTaken(_ route: String) -> Bool {
        guard route != Circumstances.aiQueryRoute, !table.dialects.isEmpty else { return true }
        return table.dialects.contains { $0.dialect == route && $0.roles != [] }
    }
}

// MARK: - What a bound adds

extension LimitSurroundings {
    /// Why the limit says nothing that others do not say already, as one sentence; nil where it may
    /// decide.
    var needlessness: String? {
        if let rival = others.first(where: isAsStrict) {
            return limit.isOfFormats
                ? "It narrows nothing, since no more formats pass \(rival.code.rawValue) anyway; leave "
                    + "some out, or remove it."
                : "\(limit.boundInWords) \(limit.verb) no stricter than the \(rival.boundInWords) of "
                    + "\(rival.code.rawValue), which "
                    + "\(rival.condition == nil ? "always hold" : "hold there too"); make it "
                    + "\(limit.isLowerBound ? "larger" : "smaller"), or remove it."
        }
        guard case .within(let target) = limit.bound, largest.isWithin(target) else { return nil }
        return "It never decides, since \(sizeCodes) lets no image pass that is larger than this; make "
            + "it smaller, or remove it."
    }

    /// Whether a limit that weighs as much refuses all that this one does.
    private func isAsStrict(_ other: Limit) -> Bool {
        guard other.measure.bounds(limit.measure),
            other.code.page.severity >= limit.code.page.severity,
            other.includesDocuments || !limit.includesDocuments,
            // What is known of a part only is said beside what is assumed of all.
            !other.evidence.isGuess || limit.evidence.isGuess,
            // What a model looks at goes with how it bills each detail.
            limit.code != .largerThanLookedAt || limit.condition?.details == nil
        else { return false }
        switch (limit.bound, other.loosest) {
        case (.oneOf(let own), .oneOf(let others)): return others.allSatisfy(own.contains)
        case (.atMost(let own), .atMost(let other)): return own >= other
        case (.atLeast(let own), .atLeast(let other)): return own <= other
        case (.within(let own), .within(let other)): return own == other || own.letsMorePass(than: other)
        default: return false
        }
    }

    /// Why nothing passes this limit and another, as one sentence; nil where something does.
    ///
    /// Of two that say so of each other, the one on short edges does.
    var deadlock: String? {
        if limit.isOfFormats, let own = limit.formats,
            let other = others.first(where: { other in
                other.formats.map { !$0.contains(where: own.contains) } ?? false
            })
        {
            return "No format passes both this and the \(other.code.rawValue) that holds as well; "
                + "correct one of them."
        }
        if limit.code == .edgeTooShort, let edge = limit.shortEdgeAtLeast {
            return others.first { $0.refusesAll(ofShortEdge: edge) }.map { other in
                let most = other.bound.number.map { "of at most \($0.grouped)" }
                return "No image has an edge of at least \(edge.grouped) px and, as "
                    + "\(other.code.rawValue) asks, \(most ?? "at most \(other.boundInWords)"); correct "
                    + "one of them."
            }
        }
        let shorter = others.first { other in
            other.code == .edgeTooShort
                && other.shortEdgeAtLeast.map(limit.refusesAll(ofShortEdge:)) ?? false
                && (other.table != nil
                    || !(other.condition ?? Condition()).implies(limit.condition ?? Condition()))
        }
        return shorter.map { other in
            "No image passes it that has the \(other.boundInWords) of IMG210 along its shorter edge; "
                + "correct one of them."
        }
    }
}

// MARK: - Sizes

extension LimitSurroundings {
    /// The limits of size that refuse.
    private var sizeLimits: [Limit] {
        others.filter { [.edgeTooLong, .edgeTooLongForCount, .tooManyPixels].contains($0.code) }
    }

    /// Their codes.
    private var sizeCodes: String {
        String.list(Set(sizeLimits.map(\.code.rawValue)).sorted(), joinedBy: "or")
    }

    /// What they let pass.
    private var largest: LargestSize {
        sizeLimits.reduce(into: LargestSize()) { $0.narrow(to: $1.loosest) }
    }
}

/// The largest sizes that pass some bounds.
private struct LargestSize {
    private var longEdgePixels = Int.max
    private var shortEdgePixels = Int.max
    private var pixelCount = Int.max
    private var patches: [PatchBudget] = []

    /// Takes a bound in.
    mutating func narrow(to bound: Bound) {
        switch bound {
        case .atMost(let edge):
            longEdgePixels = Swift.min(longEdgePixels, edge)
        case .within(let target):
            longEdgePixels = Swift.min(longEdgePixels, target.longEdgePixels ?? .max)
            shortEdgePixels = Swift.min(shortEdgePixels, target.shortEdgePixels ?? .max)
            pixelCount = Swift.min(pixelCount, target.pixelCount ?? .max)
            patches += [target.patches].compactMap(\.self)
        case .oneOf, .atLeast: break
        }
    }

    /// Whether every size that passes is certain to meet a target.
    func isWithin(_ target: ResizeTarget) -> Bool {
        let short = Swift.min(shortEdgePixels, longEdgePixels, pixelCount.squareRootRoundedDown)
        let pixels = Swift.min(pixelCount, longEdgePixels.multipliedSaturating(by: short))
        return longEdgePixels <= target.longEdgePixels ?? .max
            && short <= target.shortEdgePixels ?? .max
            && pixels <= target.pixelCount ?? .max
            && target.patches.map { covers($0, longEdgePixels, short) } ?? true
    }

    private func covers(_ budget: PatchBudget, _ long: Int, _ short: Int) -> Bool {
        let isKept = patches.contains {
            $0.edgePixels == budget.edgePixels && $0.count <= budget.count
        }
        guard !isKept, long < .max else { return isKept }
        return budget.patchCount(covering: PixelSize(width: long, height: short)) <= budget.count
    }
}

extension Limit {
    /// What passes by at least one source.
    fileprivate var loosest: Bound { conflict?.bound ?? bound }

    /// The formats that pass; nil of any other limit.
    fileprivate var formats: [ImageFormat]? {
        if case .oneOf(let formats) = bound { formats } else { nil }
    }

    fileprivate var isOfFormats: Bool { formats != nil }

    /// The verb after the bound in words.
    fileprivate var verb: String { measure.unit == .pixelsAlong && bound.number != nil ? "is" : "are" }

    fileprivate var isLowerBound: Bool { if case .atLeast = bound { true } else { false } }

    /// The least length of the shorter edge that passes; nil of any other limit.
    fileprivate var shortEdgeAtLeast: Int? {
        guard measure == .shortEdgePixels, case .atLeast(let edge) = loosest else { return nil }
        return edge
    }

    /// The bound as a part of a sentence: `9,000 px`.
    fileprivate var boundInWords: String {
        switch bound {
        case .atMost(let number), .atLeast(let number):
            measure.unit?.phrase(of: number) ?? number.grouped
        case .within(let target): String.list(target.boundDescriptions)
        case .oneOf(let formats): String.list(formats.map(\.rawValue))
        }
    }

    /// Whether it refuses every image whose shorter edge is at least so long, in pixels.
    fileprivate func refusesAll(ofShortEdge edge: Int) -> Bool {
        let smallest = PixelSize(width: edge, height: edge)
        if let target = condition?.largerThan, target.isMet(by: smallest) { return false }
        switch (code, loosest) {
        case (.edgeTooLong, .atMost(let most)), (.edgeTooLongForCount, .atMost(let most)):
            return most < edge
        case (.tooManyPixels, .within(let target)): return !target.isMet(by: smallest)
        default: return false
        }
    }
}

extension Measure {
    /// Whether an upper bound on this is one on another measure too, which is no more than this.
    fileprivate func bounds(_ other: Measure) -> Bool {
        self == other || (self == .imageCount && other == .lastTurnImageCount)
    }
}

extension Condition {
    /// Whether another condition holds wherever this one does.
    func implies(_ other: Condition) -> Bool {
        func isPart<Element: Equatable>(_ part: KeyPath<Condition, [Element]?>) -> Bool {
            guard let wanted = other[keyPath: part] else { return true }
            return self[keyPath: part].map { $0.allSatisfy(wanted.contains) } ?? false
        }
        return other.imageCountMoreThan.map { $0 <= imageCountMoreThan ?? 0 } ?? true
            && other.scaledBelowPercent.map { $0 >= scaledBelowPercent ?? .max } ?? true
            && other.largerThan.map { $0 == largerThan } ?? true
            && isPart(\.formats) && isPart(\.sentAs) && isPart(\.details) && isPart(\.routes)
    }
}
