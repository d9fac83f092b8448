// What a bound adds to those of the other limits.
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
        return
            "It never decides, since \(sizeCodes) lets no image pass that is larger than this; make "
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
        case (.within(let own), .within(let other)):
            return own == other || own.letsMorePass(than: other)
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
            return others.first { $0.refusesAll(ofShortEdge: edge) }
                .map { other in
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

extension Measure {
    /// Whether an upper bound on this is one on another measure too, which is no more than this.
    fileprivate func bounds(_ other: Measure) -> Bool {
        self == other || (self == .imageCount && other == .lastTurnImageCount)
    }
}
