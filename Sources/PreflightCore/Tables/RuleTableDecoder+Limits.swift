extension RuleTableDecoder {
    /// The limits of a table: those of its base, with what it drops and what it says itself.
    ///
    /// A limit takes the place of the base's limits of its code and condition.
    mutating func limits(
        _ place: JSONPlace?,
        dropping dropped: JSONPlace?,
        over base: RuleTable?
    ) -> [Limit]? {
        var own: [Limit]? = []
        if base == nil || place != nil { own = limits(place, standsAlone: base == nil) }
        let codes = droppedCodes(dropped, of: base)
        guard let own else { return nil }
        let inherited = (base?.limits ?? [])
            .filter { limit in
                !codes.contains(limit.code)
                    && !own.contains {
                        $0.code == limit.code && $0.condition == limit.condition
                            && $0.measure == limit.measure
                    }
            }
            .map { limit in
                var limit = limit
                limit.table = limit.table ?? base?.name
                return limit
            }
        let all = inherited + own
        guard base != nil else { return own }
        if let place { requireOneAnimationRule(among: all, at: place) }
        return all.enumerated()
            .sorted {
                ($0.element.code.rawValue, $0.offset) < ($1.element.code.rawValue, $1.offset)
            }
            .map(\.element)
    }

    private mutating func droppedCodes(_ place: JSONPlace?, of base: RuleTable?) -> [FindingCode] {
        var codes: [FindingCode] = []
        for place in elements(place) ?? [] {
            guard let code = choice(place, among: LimitShape.codes) else { continue }
            if let base, !base.limits.contains(where: { $0.code == code }) {
                report("“\(base.name)” has no limit of \(code.rawValue) to drop.", at: place)
            }
            if base == nil { report("Only a table that extends another drops limits.", at: place) }
            codes.append(code)
        }
        return codes
    }

    /// The limits at `place`, and what they have to say together.
    mutating func limits(_ place: JSONPlace?, standsAlone: Bool) -> [Limit]? {
        guard let place, let places = elements(place) else { return nil }
        var limits: [Limit] = []
        var firstPlaces: [LimitKey: JSONPlace] = [:]
        for place in places {
            guard let limit = limit(place) else { continue }
            let key = LimitKey(
                code: limit.code,
                measure: limit.measure,
                condition: limit.condition
            )
            if let first = firstPlaces.updateValue(place, forKey: key) {
                report(
                    "\(first.keyPath) is a limit of \(limit.code.rawValue) for the same condition; "
                        + "remove one of them.",
                    at: place
                )
            }
            limits.append(limit)
        }
        if standsAlone { requireFormats(among: limits, of: places.count, at: place) }
        requireOneAnimationRule(among: limits, at: place)
        return limits
    }

    /// A table without formats would let everything pass.
    private mutating func requireFormats(
        among limits: [Limit],
        of written: Int,
        at place: JSONPlace
    ) {
        let code = FindingCode.unacceptedFormat
        // A limit that could not be read may be the one that is looked for.
        guard limits.count == written,
            !limits.contains(where: { $0.code == code && $0.condition == nil })
        else { return }
        report(
            "No limit of \(code.rawValue) always holds; add one without condition that names the "
                + "formats.",
            at: place
        )
    }

    private mutating func requireOneAnimationRule(among limits: [Limit], at place: JSONPlace) {
        let codes = [FindingCode.animationRefused, .onlyFirstFrameSeen]
        guard codes.allSatisfy({ code in limits.contains { $0.code == code } }) else { return }
        report(
            "Animations are either refused (IMG103) or cut to a frame (IMG104), not both; remove "
                + "one of them.",
            at: place
        )
    }

    mutating func limit(_ place: JSONPlace) -> Limit? {
        guard let object = object(place, keys: .limit) else { return nil }
        let code = choice(object["code"], among: LimitShape.codes)
        let measure = choice(object["measure"], among: Measure.allCases)
        let shape = code.flatMap { $0.rule.limit }
        if let code, let shape {
            requireShape(shape, of: code, measure, in: object)
        }
        let bound = bound(of: object, shape, measure)
        let condition = condition(object["when"], of: code, in: object)
        let includesDocuments = flag(object["includesDocuments"])
        let conflict = conflict(object["conflict"], with: bound)
        let evidence = choice(object["evidence"], among: Evidence.allCases)
        let source = citedSource(object["source"])
        let note = text(object["note"])
        requireVersion2(of: ["includesDocuments", "conflict"], in: object)
        guard let code, let measure, let bound, let evidence, let source else { return nil }
        var limit = Limit(
            code: code,
            measure: measure,
            bound: bound,
            condition: condition,
            evidence: evidence,
            source: source,
            note: note
        )
        limit.includesDocuments = includesDocuments ?? false
        limit.conflict = conflict
        let counting: [FindingCode] = [.tooManyImages, .edgeTooLongForCount]
        if let place = object["includesDocuments"], !counting.contains(code) {
            report("Only REQ401 and IMG202 count documents; remove it.", at: place)
        }
        return limit
    }

    private mutating func requireShape(
        _ shape: LimitShape,
        of code: FindingCode,
        _ measure: Measure?,
        in object: JSONObject
    ) {
        if let measure, let place = object["measure"], !shape.measures.contains(measure) {
            let names = shape.measures.map(\.rawValue).joined(separator: " or ")
            report(
                "\(code.rawValue) is about \(names), not \(measure.rawValue).",
                at: place
            )
        }
    }
}

/// What a table may say once only.
private struct LimitKey: Hashable {
    var code: FindingCode
    var measure: Measure
    var condition: Condition?
}
