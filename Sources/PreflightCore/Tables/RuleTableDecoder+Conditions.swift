extension RuleTableDecoder {
    /// When a limit applies; the code says by what it may.
    mutating func condition(
        _ place: JSONPlace?,
        of code: FindingCode?,
        in limit: JSONObject
    ) -> Condition? {
        let use = code?.rule.limit?.condition ?? .optional
        if use == .counted, let code {
            requireImageCount(in: place, of: code, limit)
        }
        guard let place else { return nil }
        if use == .never, let code {
            report(
                "\(code.rawValue) holds for every request and takes no condition; remove it.",
                at: place
            )
        }
        guard let object = object(place, keys: .condition) else { return nil }
        let known = RuleTableKeys.condition.all.filter { object[$0] != nil }
        if known.isEmpty, object.place.value.members.isEmpty {
            report("No condition is given; add one.", at: place)
        }
        if use == .uncounted, let count = object["imageCountMoreThan"], let code {
            report(
                "\(code.rawValue) does not depend on the number of images; remove the condition.",
                at: count
            )
        }
        if let percent = object["scaledBelowPercent"] {
            requireScale(at: percent, of: code, in: object)
        }
        requireVersion2(
            of: known.filter { !["imageCountMoreThan", "scaledBelowPercent"].contains($0) },
            in: object
        )
        return condition(object)
    }

    private mutating func requireScale(
        at percent: JSONPlace,
        of code: FindingCode?,
        in object: JSONObject
    ) {
        if object["imageCountMoreThan"] != nil {
            report(
                "“imageCountMoreThan” and “scaledBelowPercent” exclude each other; remove one of them.",
                at: object.place
            )
        } else if let code, code.rule.limit?.mayRestOnScale == false {
            report(
                "\(code.rawValue) is about files as they are, not about how far they were scaled; "
                    + "remove the condition, or make it one on the number of images.",
                at: percent
            )
        }
    }

    private mutating func condition(_ object: JSONObject) -> Condition {
        let counts = 1...RuleTableNumbers.imageCount.upperBound
        return Condition(
            imageCountMoreThan: wholeNumber(object["imageCountMoreThan"], in: counts),
            scaledBelowPercent: wholeNumber(object["scaledBelowPercent"], in: 1...100),
            formats: object["formats"].flatMap { formats($0) },
            largerThan: object["largerThan"].flatMap { target($0) },
            sentAs: choices(object["sentAs"], among: Carrier.allCases),
            details: names(object["details"]),
            routes: choices(object["routes"], among: RouteName.all)?.map(\.rawValue)
        )
    }

    private mutating func requireImageCount(
        in place: JSONPlace?,
        of code: FindingCode,
        _ limit: JSONObject
    ) {
        guard let place else {
            report(
                "\(code.rawValue) has no meaning without “when”; add it.",
                at: limit.place
            )
            return
        }
        let members = place.value.members
        let counts = ["imageCountMoreThan", "scaledBelowPercent"]
        guard !members.isEmpty, !members.contains(where: { counts.contains($0.name) }) else {
            return
        }
        report(
            "\(code.rawValue) has no meaning without “imageCountMoreThan”; add it.",
            at: place
        )
    }

    /// What another source says of a limit: the same kind of bound, which lets more pass.
    mutating func conflict(_ place: JSONPlace?, with bound: Bound?) -> Conflict? {
        guard let object = object(place, keys: .conflict) else { return nil }
        let evidence = choice(object["evidence"], among: Evidence.allCases)
        let source = citedSource(object["source"])
        let note = text(object["note"])
        guard let other = otherBound(in: object, than: bound), let evidence, let source else {
            return nil
        }
        return Conflict(bound: other, evidence: evidence, source: source, note: note)
    }

    private mutating func otherBound(in object: JSONObject, than bound: Bound?) -> Bound? {
        // What the limit itself says could not be read, or is no number that a source disputes.
        guard let bound else { return nil }
        switch bound {
        case .oneOf:
            report("Formats cannot be in conflict; say it in a note.", at: object.place)
            return nil
        case .within(let target):
            guard let place = object["within"] else {
                report("The bound “within” is missing; add it.", at: object.place)
                return nil
            }
            guard let other = self.target(place) else { return nil }
            guard other.letsMorePass(than: target) else {
                report("This lets no more pass than the limit itself; exchange them.", at: place)
                return nil
            }
            return .within(other)
        case .atMost(let most):
            let range =
                min(
                    most + 1,
                    RuleTableNumbers.byteCount.upperBound
                )...RuleTableNumbers.byteCount.upperBound
            return number("atMost", instead: "atLeast", in: range, object).map { .atMost($0) }
        case .atLeast(let least):
            let range = 0...max(0, least - 1)
            return number("atLeast", instead: "atMost", in: range, object).map { .atLeast($0) }
        }
    }

    private mutating func number(
        _ key: String,
        instead wrong: String,
        in range: ClosedRange<Int>,
        _ object: JSONObject
    ) -> Int? {
        if let place = object[wrong] {
            report("The limit’s bound is “\(key)”, and so must this be, not “\(wrong)”.", at: place)
            return nil
        }
        guard let place = object[key] else {
            report("The bound “\(key)” is missing; add it.", at: object.place)
            return nil
        }
        return wholeNumber(place, in: range)
    }

    /// The choices of an array, each once; nil where there is none.
    private mutating func choices<Choice: RawRepresentable<String>>(
        _ place: JSONPlace?,
        among all: [Choice]
    ) -> [Choice]? {
        guard let place, let places = elements(place) else { return nil }
        if places.isEmpty { report("This list is empty; add something to it.", at: place) }
        var choices: [Choice] = []
        for place in places {
            guard let choice = choice(place, among: all) else { continue }
            if choices.contains(where: { $0.rawValue == choice.rawValue }) {
                report("“\(choice.rawValue)” stands here twice; remove one of them.", at: place)
            }
            choices.append(choice)
        }
        return choices
    }

    /// Reports keys that version 1 does not know.
    mutating func requireVersion2(of keys: [String], in object: JSONObject) {
        guard schemaVersion == 1 else { return }
        for key in keys {
            guard let place = object[key] else { continue }
            report("“\(key)” belongs to schemaVersion 2; write that instead of 1.", at: place)
        }
    }
}

/// The name of a way that a request goes.
private struct RouteName: RawRepresentable {
    var rawValue: String

    static let all = Circumstances.routeNames.map(RouteName.init(rawValue:))
}
