/// What a model's endpoint takes of one dialect of requests.
public struct DialectRule: Sendable, Hashable {
    /// The dialect's name, as `chat`.
    public var dialect: String

    /// The roles in whose turns images may stand, none where the endpoint takes none of the dialect;
    /// nil where nobody says.
    public var roles: [String]?

    /// The kinds of parts that may be or hold an image, by their `type`, or where they have none by
    /// the member that makes them one; nil where nobody says.
    public var parts: [String]?

    /// Whether images may be web addresses; nil where nobody says.
    public var takesAddresses: Bool?

    /// Whether base64 is known to be read that strict decoders refuse; where it is not, such base64
    /// is an error.
    public var takesUnusualBase64 = false

    /// Whether an image's part can say how closely the model looks; where it cannot, only a member of
    /// the request does.
    public var takesImageDetail = true

    /// How the rule is known.
    public var evidence: Evidence

    /// The key of the source.
    public var source: String

    /// What else there is to say.
    public var note: String?

    /// Creates a rule.
    public init(
        dialect: String,
        roles: [String]? = nil,
        parts: [String]? = nil,
        takesAddresses: Bool? = nil,
        takesUnusualBase64: Bool = false,
        takesImageDetail: Bool = true,
        evidence: Evidence,
        source: String,
        note: String? = nil
    ) {
        self.dialect = dialect
        self.roles = roles
        self.parts = parts
        self.takesAddresses = takesAddresses
        self.takesUnusualBase64 = takesUnusualBase64
        self.takesImageDetail = takesImageDetail
        self.evidence = evidence
        self.source = source
        self.note = note
    }

    /// How much it weighs when a body breaks it: what the provider does not document may pass.
    var severity: Severity { evidence == .documented || evidence == .measured ? .error : .warning }
}

extension RuleTableDecoder {
    /// The rules of dialects at `place`.
    mutating func dialects(_ place: JSONPlace?) -> [DialectRule]? {
        guard let places = elements(place) else { return nil }
        var rules: [DialectRule] = []
        for place in places {
            guard let rule = dialectRule(place) else { continue }
            if rules.contains(where: { $0.dialect == rule.dialect }) {
                report(
                    "“\(rule.dialect)” has two rules; remove one of them.",
                    at: place
                )
            }
            rules.append(rule)
        }
        return rules
    }

    private mutating func dialectRule(_ place: JSONPlace) -> DialectRule? {
        guard let object = object(place, keys: .dialect) else { return nil }
        let dialect = choice(object["dialect"], among: Dialect.sentNames)
        let roles = names(object["roles"])
        let parts = names(object["parts"])
        let addresses = choice(object["addresses"], among: Handling.allCases)
        let base64 = choice(object["unusualBase64"], among: Handling.allCases)
        let detail = choice(object["imageDetail"], among: Handling.allCases)
        let evidence = choice(object["evidence"], among: Evidence.allCases)
        let source = citedSource(object["source"])
        let note = text(object["note"])
        guard let dialect, let evidence, let source else { return nil }
        return DialectRule(
            dialect: dialect.rawValue,
            roles: roles,
            parts: parts,
            takesAddresses: addresses.map { $0 == .taken },
            takesUnusualBase64: base64 == .taken,
            takesImageDetail: detail != .refused,
            evidence: evidence,
            source: source,
            note: note
        )
    }

    /// The words of an array, each once; nil where there is none.
    mutating func names(_ place: JSONPlace?) -> [String]? {
        guard let places = elements(place) else { return nil }
        var names: [String] = []
        for place in places {
            guard let name = name(place) else { continue }
            if names.contains(name) {
                report("“\(name)” stands here twice; remove one of them.", at: place)
            }
            names.append(name)
        }
        return names
    }

    /// What becomes of images that are spelled in some way.
    private enum Handling: String, CaseIterable {
        case taken, refused
    }
}

extension Dialect {
    /// The name of a dialect that is sent as it is.
    struct SentName: RawRepresentable {
        var rawValue: String
    }

    /// The names of the dialects that are sent as they are, in their order.
    static let sentNames = all.filter(\.isSent).map { SentName(rawValue: $0.name) }
}
