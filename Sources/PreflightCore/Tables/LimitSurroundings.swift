/// What the other limits of a table let pass wherever one of them applies.
///
/// Of a limit on which sources conflict, what the other source lets pass may come too.
struct LimitSurroundings {
    /// The limit.
    let limit: Limit

    /// The table's other limits that hold wherever this one does.
    let others: [Limit]

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
            ("details", condition.details.flatMap(reasonAgainst(details:))),
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
        let most =
            others.filter { other in
                other.measure == .imageCount
                    && (other.includesDocuments || !limit.includesDocuments)
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
            return
                "No image is larger than this and has an edge of less than \(least.grouped) px; correct "
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
        if limit.condition?.routes == [Circumstances.aiQueryRoute], !carriers.contains(.dataURL) {
            return "It never holds, since ai_query takes the bytes of files."
        }
        let rules = table.dialects.filter { rule in
            rule.roles != [] && limit.condition?.routes.map { $0.contains(rule.dialect) } ?? true
        }
        guard carriers == [.address], !rules.isEmpty,
            rules.allSatisfy({ $0.takesAddresses == false })
        else { return nil }
        return "It never holds, since “dialects” refuses addresses."
    }

    private func reasonAgainst(details: [String]) -> String? {
        guard let routes = limit.condition?.routes, !details.contains(Circumstances.defaultDetail),
            !routes.contains(where: { Dialect(named: $0)?.takesDetail ?? false })
        else { return nil }
        let names = String.list(routes, joinedBy: "or")
        return "It never holds, since no request by way of \(names) says a detail."
    }

    /// Whether an image may go this way, by what the table says of dialects.
    private func isTaken(_ route: String) -> Bool {
        guard route != Circumstances.aiQueryRoute, !table.dialects.isEmpty else { return true }
        return table.dialects.contains { $0.dialect == route && $0.roles != [] }
    }
}

// MARK: - Sizes

extension LimitSurroundings {
    /// The limits of size that refuse.
    private var sizeLimits: [Limit] {
        others.filter { [.edgeTooLong, .edgeTooLongForCount, .tooManyPixels].contains($0.code) }
    }

    /// Their codes.
    var sizeCodes: String {
        String.list(Set(sizeLimits.map(\.code.rawValue)).sorted(), joinedBy: "or")
    }

    /// What they let pass.
    var largest: LargestSize {
        sizeLimits.reduce(into: LargestSize()) { $0.narrow(to: $1.loosest) }
    }
}

extension Dialect {
    /// Whether a request of the dialect can say how closely the model is to look.
    fileprivate var takesDetail: Bool {
        images.contains { $0.detail != nil } || !partDetails.isEmpty || !requestDetails.isEmpty
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
