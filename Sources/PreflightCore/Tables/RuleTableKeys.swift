/// The keys of one kind of object in a rule table.
struct RuleTableKeys: Sendable {
    /// Keys that have to be there.
    var required: [String]

    /// Keys that may be there.
    var optional: [String] = []

    /// All keys that may be there.
    var all: [String] { required + optional }
}

extension RuleTableKeys {
    /// The document of a table that stands alone.
    static let table = RuleTableKeys(
        required: [
            "schemaVersion", "name", "title", "provider", "verifiedOn", "sources", "limits",
            "tokens",
        ],
        optional: [
            "$schema", "advice", "dialects", "aliases", "retiresOn", "retiredOn", "successor",
            "extends", "drop", "inheritedEvidence", "instead",
        ]
    )

    /// The document of a table that says only what differs from the one that it extends.
    static let overlay = RuleTableKeys(
        required: ["schemaVersion", "name", "extends", "title", "verifiedOn"],
        optional: table.all.filter {
            !["schemaVersion", "name", "extends", "title", "verifiedOn"].contains($0)
        }
    )

    /// The document of the limits that every table has.
    static let common = RuleTableKeys(required: ["schemaVersion", "sources", "limits"])

    /// The keys that came with version 2.
    static let sinceVersion2 = [
        "aliases", "retiresOn", "retiredOn", "successor", "extends", "drop", "inheritedEvidence",
        "instead",
    ]

    /// A member of `sources`.
    static let source = RuleTableKeys(required: ["title", "address", "checkedOn"])

    /// An element of `limits`; exactly one of the bounds is required beside these.
    static let limit = RuleTableKeys(
        required: ["code", "measure", "evidence", "source"],
        optional: LimitShape.BoundKind.allCases.map(\.rawValue)
            + ["when", "includesDocuments", "conflict", "note"]
    )

    /// A limit's `conflict`; the limit's kind of bound is required beside these.
    static let conflict = RuleTableKeys(
        required: ["evidence", "source"],
        optional: ["atMost", "atLeast", "within", "note"]
    )

    /// A limit's `when`; at least one of the keys is required.
    static let condition = RuleTableKeys(
        required: [],
        optional: [
            "imageCountMoreThan", "scaledBelowPercent", "formats", "largerThan", "sentAs",
            "details",
            "routes",
        ]
    )

    /// A limit's `within`; at least one of the keys is required.
    static let target = RuleTableKeys(
        required: [],
        optional: ["longEdgePixels", "shortEdgePixels", "pixelCount", "patches"]
    )

    /// A target's `patches`.
    static let patches = RuleTableKeys(required: ["edgePixels", "count"], optional: ["resize"])

    /// An element of `dialects`.
    static let dialect = RuleTableKeys(
        required: ["dialect", "evidence", "source"],
        optional: ["roles", "parts", "addresses", "unusualBase64", "imageDetail", "note"]
    )

    /// An element of a reading's `prices`.
    static let price = RuleTableKeys(required: ["width", "height", "tokenCount"])

    /// The document's `advice`.
    static let advice = RuleTableKeys(required: [], optional: ["pictures", "weaknesses"])

    /// An element of `tokens` that counts by `method`.
    static func reading(by method: TokenMethodName) -> RuleTableKeys {
        var keys = detail(by: method)
        keys.optional.append("detail")
        return keys
    }

    /// A member of a reading's `detail` that counts by `method`.
    static func detail(by method: TokenMethodName) -> RuleTableKeys {
        let numbers = numbers(of: method)
        return RuleTableKeys(
            required: ["method"] + numbers.required + ["evidence", "source"],
            optional: numbers.optional + ["note"]
        )
    }

    private static func numbers(of method: TokenMethodName) -> RuleTableKeys {
        switch method {
        case .fixed:
            RuleTableKeys(required: ["tokenCount"])
        case .grid:
            RuleTableKeys(required: ["cellEdgePixels", "longEdgePixels", "tokenCountAtMost"])
        case .tile:
            RuleTableKeys(required: [
                "baseTokenCount", "tokenCountPerTile", "tileEdgePixels", "longEdgePixels",
                "shortEdgePixels",
            ])
        case .patch:
            RuleTableKeys(
                required: ["patchEdgePixels", "patchCountAtMost", "multiplierPercent"],
                optional: ["longEdgePixels"]
            )
        case .canvas:
            RuleTableKeys(required: [
                "tileEdgePixels", "tileCountAtMost", "tokenCountPerTile", "framingTokenCount",
            ])
        case .area:
            RuleTableKeys(required: ["pixelsPerToken"], optional: ["tokenCountAtMost"])
        case .cells:
            RuleTableKeys(required: ["cellEdgePixels", "pixelCountAtLeast", "pixelCountAtMost"])
        case .crop:
            RuleTableKeys(required: ["smallEdgePixels", "tokenCountPerCrop"])
        case .nearest:
            RuleTableKeys(required: ["prices"])
        case .unpublished:
            RuleTableKeys(required: [])
        }
    }
}
