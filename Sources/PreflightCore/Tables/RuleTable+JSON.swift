extension RuleTable {
    /// The versions of the tables' format that are read.
    static let schemaVersions = 1...2

    /// Reads a table and holds it against everything that a table has to be.
    ///
    /// The format is described in `rules/schema/rule-table.schema.json`. What the schema cannot say
    /// is checked too: sources are there and are cited, no limit is said twice, the formats are
    /// named.
    ///
    /// - Parameters:
    ///   - bytes: The JSON document (RFC 8259) in UTF-8.
    ///   - file: The file's name, for the error.
    ///   - today: The day after which nothing can have been read yet, as `YYYY-MM-DD`; nil where
    ///     that is not looked at.
    ///   - base: The table of a name that this one may extend.
    /// - Throws: ``RuleTableError`` with every mistake in the file.
    public init(
        json bytes: [UInt8],
        file: String,
        today: String? = nil,
        extending base: (String) -> BaseTable = { _ in .unknown(nearest: []) }
    ) throws(RuleTableError) {
        var decoder = RuleTableDecoder(bytes, file: file, today: today)
        guard let table = decoder.table(extending: base), !decoder.hasMistakes else {
            throw decoder.error
        }
        self = table
    }
}

extension RuleTable {
    /// The name that a table has, as far as can be told without reading the rest; nil where it
    /// cannot.
    package static func name(in bytes: [UInt8]) -> String? { text(of: "name", in: bytes) }

    /// The name of the table that a table extends, as far as can be told; nil where it extends none.
    package static func baseName(in bytes: [UInt8]) -> String? { text(of: "extends", in: bytes) }

    /// The name of a table, then its aliases, as far as they can be told.
    package static func names(in bytes: [UInt8]) -> [String] {
        guard let value = try? JSONParser.value(of: bytes),
            case .array(let aliases)? = value.members.first(where: { $0.name == "aliases" })?.value
                .content
        else { return [name(in: bytes)].compactMap(\.self) }
        return [name(in: bytes)].compactMap(\.self)
            + aliases.compactMap { if case .string(let alias) = $0.content { alias } else { nil } }
    }

    private static func text(of key: String, in bytes: [UInt8]) -> String? {
        guard let value = try? JSONParser.value(of: bytes),
            case .string(let text)? = value.members.first(where: { $0.name == key })?.value.content
        else { return nil }
        return text
    }
}

/// What is found under the name that a table extends.
public enum BaseTable: Sendable {
    /// The table.
    case found(RuleTable)
    /// Nothing; the names that are nearest.
    case unknown(nearest: [String])
    /// A table with mistakes of its own.
    case broken
    /// The table itself, by way of the names in between.
    case cycle([String])
}

extension RuleTableDecoder {
    /// The table that the document spells; nil only after a report.
    fileprivate mutating func table(extending find: (String) -> BaseTable) -> RuleTable? {
        guard let document = document() else { return nil }
        let isOverlay = document.value.members.contains { $0.name == "extends" }
        guard let object = object(document, keys: isOverlay ? .overlay : .table) else {
            return nil
        }
        requireVersion(in: object)
        _ = text(object["$schema"])
        guard let table = table(of: object, isOverlay: isOverlay, find) else { return nil }
        if today != nil, !hasMistakes { requireSense(of: table, in: object, find) }
        return table
    }

    private mutating func table(
        of object: JSONObject,
        isOverlay: Bool,
        _ find: (String) -> BaseTable
    ) -> RuleTable? {
        let evidence = choice(object["inheritedEvidence"], among: Evidence.allCases)
        guard isOverlay else { return table(object, over: nil) }
        guard let base = base(object["extends"], find) else { return nil }
        return table(object, over: base.known(atMostAs: evidence))
    }

    private mutating func requireVersion(in object: JSONObject) {
        schemaVersion = wholeNumber(object["schemaVersion"], in: RuleTable.schemaVersions)
        requireVersion2(of: RuleTableKeys.sinceVersion2, in: object)
    }

    private mutating func base(
        _ place: JSONPlace?,
        _ find: (String) -> BaseTable
    ) -> RuleTable? {
        guard let place, let name = name(place) else { return nil }
        switch find(name) {
        case .found(let table):
            return table
        case .broken:
            report("The table “\(name)” has mistakes of its own; correct them first.", at: place)
        case .cycle(let names):
            let way = (names + [name]).joined(separator: " → ")
            report("The tables extend each other (\(way)); let one of them stand alone.", at: place)
        case .unknown(let nearest):
            let cure =
                nearest.first.map { "did you mean “\($0)”?" } ?? "give that table too, or its name."
            report("No table is named “\(name)”; \(cure)", at: place)
        }
        return nil
    }

    /// The table of an object, with what it does not say taken from a base.
    private mutating func table(_ object: JSONObject, over original: RuleTable?) -> RuleTable? {
        let name = name(object["name"])
        let title = text(object["title"])
        let provider = object["provider"] == nil ? original?.provider : text(object["provider"])
        let verifiedOn = pastDay(object["verifiedOn"])
        let ownSources =
            object["sources"] == nil ? [:] : sources(object["sources"], beside: original)
        let base = original?.keepingPages(beside: ownSources ?? [:])
        if object["sources"] == nil { sourceKeys = base.map { Set($0.sources.keys) } }
        let limits = limits(object["limits"], dropping: object["drop"], over: base)
        let tokens = object["tokens"] == nil ? base?.tokens : readings(object["tokens"])
        let dialects = object["dialects"] == nil ? base?.dialects : dialects(object["dialects"])
        let advice = object["advice"] == nil ? base?.advice : advice(object["advice"])
        let aliases = aliases(object["aliases"])
        let retirement = retirement(in: object)
        let instead = self.name(object["instead"])
        requireCitations(in: object)
        guard let name, let title, let provider, let verifiedOn, let ownSources, let limits,
            let tokens
        else { return nil }
        var table = RuleTable(
            name: name,
            title: title,
            provider: provider,
            verifiedOn: verifiedOn,
            sources: (base?.sources ?? [:]).merging(ownSources) { _, own in own },
            limits: limits,
            tokens: tokens,
            advice: advice ?? Advice()
        )
        table.dialects = dialects ?? []
        table.aliases = aliases
        table.base = base?.name
        if let base { table.inheritance = Inheritance(of: object, from: base, besides: ownSources) }
        table.retirement = retirement
        table.instead = instead
        table.dropUncitedSources()
        return table
    }

    private mutating func aliases(_ place: JSONPlace?) -> [String] {
        var aliases: [String] = []
        for place in elements(place) ?? [] {
            guard let alias = self.name(place) else { continue }
            if aliases.contains(alias) { report("“\(alias)” stands here twice.", at: place) }
            aliases.append(alias)
        }
        return aliases
    }

    private mutating func retirement(in object: JSONObject) -> Retirement? {
        let (ending, ended) = (object["retiresOn"], object["retiredOn"])
        if ending != nil, let ended {
            report("“retiresOn” says the day already; keep one of them.", at: ended)
        }
        if ending == nil, ended == nil, let successor = object["successor"] {
            report("“successor” has no meaning without “retiresOn”; add the day.", at: successor)
        }
        let successor = name(object["successor"])
        guard let day = ended == nil ? day(ending) : pastDay(ended, of: "it ended") else {
            return nil
        }
        var retirement = Retirement(day: day, successor: successor)
        retirement.isOver = ended != nil
        return retirement
    }
}

extension Inheritance {
    /// What a table takes from a base because its document does not say it.
    fileprivate init(
        of object: JSONObject,
        from base: RuleTable,
        besides ownSources: [String: RuleSource]
    ) {
        let earlier = base.inheritance
        if object["tokens"] == nil { tokens = earlier.tokens ?? base.name }
        if object["dialects"] == nil { dialects = earlier.dialects ?? base.name }
        if object["advice"] == nil { advice = earlier.advice ?? base.name }
        for key in base.sources.keys where ownSources[key] == nil {
            sources[key] = earlier.sources[key] ?? base.name
        }
    }
}

extension RuleTable {
    /// The table as another may rest on it: nothing is known better than `evidence`.
    fileprivate func known(atMostAs evidence: Evidence?) -> RuleTable {
        guard let evidence else { return self }
        var table = self
        table.limits = limits.map { limit in
            var limit = limit
            limit.evidence = limit.evidence.weaker(than: evidence)
            limit.conflict = limit.conflict.map { conflict in
                var conflict = conflict
                conflict.evidence = conflict.evidence.weaker(than: evidence)
                return conflict
            }
            return limit
        }
        table.tokens = tokens.map { reading in
            var reading = reading
            reading.evidence = reading.evidence.weaker(than: evidence)
            reading.details = reading.details.map { detail in
                var detail = detail
                detail.evidence = detail.evidence.weaker(than: evidence)
                return detail
            }
            return reading
        }
        table.dialects = dialects.map { rule in
            var rule = rule
            rule.evidence = rule.evidence.weaker(than: evidence)
            return rule
        }
        return table
    }

    /// Forgets sources of a base that nothing cites any more.
    fileprivate mutating func dropUncitedSources() {
        guard base != nil else { return }
        let cited = Set(
            limits.map(\.source) + limits.compactMap(\.conflict?.source) + tokens.map(\.source)
                + tokens.flatMap(\.details).map(\.source) + dialects.map(\.source)
        )
        sources = sources.filter { cited.contains($0.key) }
    }
}
