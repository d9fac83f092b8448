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
            requireUse(of: limit, at: place, among: table)
            requireCondition(of: limit, at: place, toHoldUnder: table)
        }
        requireWords(of: object["dialects"])
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
        for (name, place) in zip([table.name] + table.aliases, places) {
            if name.lowercased() == "all" {
                report("“\(name)” means every model on the command line; choose another.", at: place)
            } else if name.contains("*") {
                report("“\(name)” is a pattern on the command line; leave the * out.", at: place)
            }
        }
    }

    /// Reports a model to use instead that is the table's own, or none.
    private mutating func requireOtherModel(
        _ place: JSONPlace?,
        than table: RuleTable,
        _ find: (String) -> BaseTable
    ) {
        guard let place, let name = name(place) else { return }
        guard !([table.name] + table.aliases).contains(name) else {
            report("“\(name)” is this model itself; name another.", at: place)
            return
        }
        guard case .unknown(let nearest) = find(name) else { return }
        let cure = nearest.first.map { "did you mean “\($0)”?" } ?? "name one that has a table."
        report("No table is named “\(name)”; \(cure)", at: place)
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
        let longest = table.limits
            .first { $0.code == .edgeTooLong && $0.condition == nil }?.bound.number
        guard let longest, let number = limit.bound.number else { return }
        switch limit.code {
        case .edgeTooLongForCount where number >= longest:
            report(
                "\(number.grouped) px is no stricter than the \(longest.grouped) px of IMG201, which "
                    + "always hold; make it smaller, or remove it.",
                at: place
            )
        case .edgeTooShort where number > longest:
            report(
                "No image has an edge of at least \(number.grouped) px and, as IMG201 asks, of at "
                    + "most \(longest.grouped); correct one of them.",
                at: place
            )
        default: break
        }
    }

    /// Reports a condition that no image of the model meets.
    private mutating func requireCondition(
        of limit: Limit,
        at place: JSONPlace,
        toHoldUnder table: RuleTable
    ) {
        guard let condition = limit.condition, limit.table == nil else { return }
        let accepted = table.acceptedFormats
        if let formats = condition.formats, limit.code == .unacceptedFormat {
            report(
                "IMG101 says itself which formats pass; leave "
                    + "\(String.list(formats.map(\.rawValue))) out of “when”.",
                at: place
            )
        } else if let formats = condition.formats, !formats.contains(where: accepted.contains) {
            report(
                "It never holds, since IMG101 lets none of these formats pass: "
                    + "\(String.list(formats.map(\.rawValue))).",
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
        }
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
