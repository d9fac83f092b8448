extension RuleTable {
    /// The table with the limits that may apply in `circumstances`: those whose condition is known
    /// not to hold are left out, and of the others what holds is no condition any more.
    package func narrowed(to circumstances: Circumstances) -> RuleTable {
        let isBilledApart = circumstances.detail.map(hasBill(ofItsOwn:)) ?? false
        var narrowed: [Limit]?
        for index in limits.indices {
            switch limits[index].narrowed(to: circumstances, isBilledApart: isBilledApart) {
            case .unchanged: narrowed?.append(limits[index])
            case .changed(let limit):
                narrowed = (narrowed ?? Array(limits[..<index])) + [limit].compactMap(\.self)
            }
        }
        guard let narrowed else { return self }
        var table = self
        table.limits = narrowed
        return table
    }

    /// The table for an image of which no more is known than its bytes: a request that says nothing
    /// else is assumed.
    package func inForce(for facts: ImageFacts) -> RuleTable {
        var circumstances = Circumstances.assumed(under: self)
        circumstances.format = facts.format
        circumstances.size = (try? facts.header.get())?.displaySize
        return narrowed(to: circumstances)
    }

    /// Whether images of which the request gives this `detail` are billed by a reading of their own.
    private func hasBill(ofItsOwn detail: String) -> Bool {
        guard let reading = tokens.first else { return false }
        return reading.details.contains { $0.name == detail && $0.method != reading.method }
    }

    /// The way a request goes where nobody says: that of the first dialect that the model takes.
    package var defaultRoute: String {
        dialects.first { $0.roles != [] }?.dialect ?? Dialect.chat.name
    }
}

extension Circumstances {
    /// How images are sent where nobody says: in the body, by the model's first dialect, without a
    /// `detail`.
    static func assumed(under table: RuleTable) -> Circumstances {
        Circumstances(carrier: .dataURL, detail: defaultDetail, route: table.defaultRoute)
    }
}

/// What becomes of a limit in some circumstances.
private enum Narrowing {
    /// It is what it was, which is told apart because a limit is costly to copy.
    case unchanged
    /// It is another, or does not apply.
    case changed(Limit?)
}

extension Limit {
    fileprivate func narrowed(
        to circumstances: Circumstances,
        isBilledApart: Bool
    ) -> Narrowing {
        // What a model looks at goes with how it bills.
        guard !isBilledApart || code != .largerThanLookedAt || isOfDetail else {
            return .changed(nil)
        }
        guard let condition else { return .unchanged }
        guard let split = condition.split(by: circumstances) else { return .changed(nil) }
        guard split.met != Condition() else { return .unchanged }
        var limit = self
        limit.condition = split.open == Condition() ? nil : split.open
        limit.met = met.map { $0.joined(with: split.met) } ?? split.met
        return .changed(limit)
    }

    /// Whether the limit says at which `detail` it applies.
    fileprivate var isOfDetail: Bool { condition?.details != nil || met?.details != nil }
}

extension Condition {
    /// Both conditions; where both have a part, that of `other`.
    fileprivate func joined(with other: Condition) -> Condition {
        Condition(
            imageCountMoreThan: other.imageCountMoreThan ?? imageCountMoreThan,
            scaledBelowPercent: other.scaledBelowPercent ?? scaledBelowPercent,
            formats: other.formats ?? formats,
            largerThan: other.largerThan ?? largerThan,
            sentAs: other.sentAs ?? sentAs,
            details: other.details ?? details,
            routes: other.routes ?? routes
        )
    }
}
