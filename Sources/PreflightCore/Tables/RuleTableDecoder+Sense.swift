// What a table spells rightly and cannot mean, which is looked for where tables are checked.
extension RuleTableDecoder {
    /// Reports names that cannot be asked for, limits that never decide, and models that are not
    /// there.
    ///
    /// - Parameters:
    ///   - table: The table, which has no other mistake.
    ///   - object: Its document.
    ///   - find: The table of a name.
    mutating func requireSense(
        of table: RuleTable,
        in object: JSONObject,
        _ find: (String) -> BaseTable
    ) {
        requireFullLists(in: object.place)
        requireNames(of: table, in: object)
        requireOtherModel(object["successor"], than: table, find)
        requireOtherModel(object["instead"], than: table, find)
        if let place = object["inheritedEvidence"], table.base == nil {
            report("Only a table that extends another inherits evidence; remove it.", at: place)
        }
        if let place = object["drop"] ?? object["limits"], table.acceptedFormats.isEmpty {
            report("No limit of IMG101 without a condition is left; add one.", at: place)
        }
        for place in elements(object["limits"]) ?? [] {
            guard let limit = limit(place) else { continue }
            requireCondition(of: limit, at: place, toHoldUnder: table)
            requireUse(of: limit, at: place, among: table)
        }
        requireWords(of: object["dialects"])
    }
}

// MARK: - Lists

extension RuleTableDecoder {
    /// Lists that say something by being empty.
    private static let telling = ["tokens", "dialects", "roles"]

    /// Reports the lists in which nothing stands, however deep.
    private mutating func requireFullLists(in place: JSONPlace) {
        switch place.value.content {
        case .object(let members):
            for member in members {
                let keyPath = place.keyPath(of: member.name)
                let value = JSONPlace(value: member.value, keyPath: keyPath)
                if case .array(let elements) = member.value.content, elements.isEmpty {
                    guard !Self.telling.contains(member.name) else { continue }
                    report("This list is empty; add something to it, or remove it.", at: value)
                }
                requireFullLists(in: value)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                requireFullLists(in: place.element(element, at: index))
            }
        default: break
        }
    }
}

// MARK: - Names

extension RuleTableDecoder {
    private mutating func requireNames(of table: RuleTable, in object: JSONObject) {
        if let place = object["name"], table.name.contains("/") || table.name.hasPrefix(".") {
            report(
                "A name has no slash and begins with no full stop, since the table’s file is called so.",
                at: place
            )
        }
        let places = [object["name"]].compactMap(\.self) + (elements(object["aliases"]) ?? [])
        var earlier: [(name: String, folded: String)] = []
        for (name, place) in zip([table.name] + table.aliases, places) {
            let folded = ModelName.folded(name)
            if let mistake = Self.mistake(inName: name) {
                report(mistake, at: place)
            } else if let other = earlier.first(where: { $0.folded == folded })?.name {
                let known = other == table.name ? "the table’s own name" : "the name “\(other)”"
                report(
                    "“\(name)” is \(known) again, since case, full stops, underscores and dashes make "
                        + "no other name; remove it.",
                    at: place
                )
            }
            earlier.append((name, folded))
        }
    }

    /// Why nobody can ask for a name, as a sentence; nil where one can.
    private static func mistake(inName name: String) -> String? {
        if ModelName(name).isAll {
            return "“\(name)” means every model on the command line; choose another."
        }
        if ModelName(name).isPattern {
            return "“\(name)” is a pattern on the command line; leave the * out."
        }
        guard let character = name.first(where: ModelName.isReserved) else { return nil }
        let kind =
            switch character {
            case ",": "the comma, which parts names on the command line"
            case "\\": "the backslash, which shells take away"
            default: "the quotation mark, which shells take away"
            }
        return "Leave \(kind), out of “\(name)”."
    }

    /// Reports a model to use instead that is the table's own, or none.
    private mutating func requireOtherModel(
        _ place: JSONPlace?,
        than table: RuleTable,
        _ find: (String) -> BaseTable
    ) {
        guard let place, let name = name(place) else { return }
        let own = ([table.name] + table.aliases).map(ModelName.folded)
        guard !own.contains(ModelName.folded(name)) else {
            report("“\(name)” is this model itself; name another.", at: place)
            return
        }
        switch find(name) {
        case .unknown(let nearest):
            let cure = nearest.first.map { "did you mean “\($0)”?" } ?? "name one that has a table."
            report("No table is named “\(name)”; \(cure)", at: place)
        case .found(let other):
            if other.takesNoImages, place.keyPath == "instead" || !table.takesNoImages {
                report("“\(name)” takes no images; name a model that does.", at: place)
            } else if let end = other.retirement, end.hasEnded(by: today ?? "") {
                report("“\(name)” ended on \(end.day); name a model that answers.", at: place)
            } else if let end = other.retirement?.day, end <= table.retirement?.day ?? "" {
                report(
                    "“\(name)” ends on \(end), no later than this model; name one that stays.",
                    at: place
                )
            }
        case .broken, .cycle: break
        }
    }
}

extension RuleTable {
    /// Whether the model takes text only.
    package var takesNoImages: Bool {
        limits.contains {
            $0.measure == .imageCount && $0.condition == nil && $0.bound == .atMost(0)
        }
    }
}

// MARK: - Limits

extension RuleTableDecoder {
    /// Reports a limit that others leave nothing to say, or that leaves nothing to pass.
    private mutating func requireUse(
        of limit: Limit,
        at place: JSONPlace,
        among table: RuleTable
    ) {
        let surroundings = LimitSurroundings(of: limit, in: table)
        if let never = surroundings.neverMet {
            let condition = object(place)?["when"].flatMap { object($0) }
            report(never.reason, at: condition?[never.key] ?? place)
        } else if let mistake = surroundings.deadlock ?? surroundings.needlessness {
            report(mistake, at: place)
        }
    }

    /// Reports a condition that means nothing.
    private mutating func requireCondition(
        of limit: Limit,
        at place: JSONPlace,
        toHoldUnder table: RuleTable
    ) {
        guard let condition = limit.condition else { return }
        if let formats = condition.formats, limit.code == .unacceptedFormat {
            report(
                "IMG101 says itself which formats pass; leave "
                    + "\(String.list(formats.map(\.rawValue))) out of “when”.",
                at: place
            )
        }
        let details = [Circumstances.defaultDetail] + table.detailNames
        if let unknown = condition.details?.first(where: { !details.contains($0) }) {
            report(
                "No request has the detail “\(unknown)”; there are \(String.list(details)), and "
                    + "those that “tokens” names.",
                at: place
            )
        }
    }
}

// MARK: - Dialects

extension RuleTableDecoder {
    /// The roles in whose name turns speak.
    private static let roles = [
        "system", "developer", "user", "assistant", "model", "tool", "function",
    ]

    /// The kinds of parts that are or hold an image, in any dialect.
    private static let partKinds =
        Dialect.all.flatMap(\.images).map(\.kind)
        + Dialect.allNests.map { $0.type ?? $0.way.firstName ?? "" } + ["document"]

    private mutating func requireWords(of dialects: JSONPlace?) {
        for place in elements(dialects) ?? [] {
            guard let rule = object(place, keys: .dialect) else { continue }
            requireWords(rule["roles"], among: Self.roles, "role of a turn")
            requireWords(rule["parts"], among: Self.partKinds, "kind of part")
            requireRefusal(by: rule)
        }
    }

    /// Reports what a rule lets pass of a dialect that it refuses as a whole.
    private mutating func requireRefusal(by rule: JSONObject) {
        guard let roles = rule["roles"], elements(roles)?.isEmpty == true else { return }
        let lets = ["addresses", "unusualBase64"]
            .first { rule[$0]?.value.content == .string("taken") }
        guard let key = rule["parts"] == nil ? lets : "parts" else { return }
        report(
            "An empty list refuses the dialect, and “\(key)” says what passes; remove one.",
            at: roles
        )
    }

    private mutating func requireWords(
        _ place: JSONPlace?,
        among known: [String],
        _ what: String
    ) {
        for place in elements(place) ?? [] {
            guard let word = name(place), !known.contains(word) else { continue }
            let near = nearestNames(to: word, among: known, limit: 1).first
            report(
                "“\(word)” is no \(what)\(near.map { "; did you mean “\($0)”?" } ?? " that is known.")",
                at: place
            )
        }
    }
}
