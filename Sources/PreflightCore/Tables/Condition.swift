/// When a limit applies: where all of what is given holds.
///
/// A limit without a condition always does.
public struct Condition: Sendable, Hashable {
    /// Only in a request with more images than this.
    public var imageCountMoreThan: Int?

    /// Only for a picture that was scaled down to less than this percentage of its size.
    public var scaledBelowPercent: Int?

    /// Only for images in one of these formats.
    public var formats: [ImageFormat]?

    /// Only for images that are larger than this: one of its bounds is broken.
    public var largerThan: ResizeTarget?

    /// Only for images that are handed over in one of these ways.
    public var sentAs: [Carrier]?

    /// Only for images whose request gives one of these as `detail`.
    public var details: [String]?

    /// Only for requests that go one of these ways.
    public var routes: [String]?

    /// Creates a condition; one without any part always holds.
    public init(
        imageCountMoreThan: Int? = nil,
        scaledBelowPercent: Int? = nil,
        formats: [ImageFormat]? = nil,
        largerThan: ResizeTarget? = nil,
        sentAs: [Carrier]? = nil,
        details: [String]? = nil,
        routes: [String]? = nil
    ) {
        self.imageCountMoreThan = imageCountMoreThan
        self.scaledBelowPercent = scaledBelowPercent
        self.formats = formats
        self.largerThan = largerThan
        self.sentAs = sentAs
        self.details = details
        self.routes = routes
    }

    /// The condition that a request has more images than a number.
    public static func imageCountMoreThan(_ count: Int) -> Condition {
        Condition(imageCountMoreThan: count)
    }

    /// The condition that a picture was scaled down to less than a percentage of its size.
    public static func scaledBelowPercent(_ percent: Int) -> Condition {
        Condition(scaledBelowPercent: percent)
    }
}

/// How an image is handed over.
public enum Carrier: String, Sendable, Hashable, CaseIterable {
    /// In the body, in base64.
    case dataURL
    /// As a web address, from which the provider fetches it.
    case address
    /// As the identifier of a file that was uploaded before.
    case fileID
}

/// What is known of an image and of the request that it goes with, which decides which limits apply.
///
/// What is nil is not known: a limit that depends on it is kept, and not held against anything yet.
public struct Circumstances: Sendable, Hashable {
    /// How many images the request has.
    public var imageCount: Int?

    /// What the picture was scaled by, 1 where it was not.
    public var scale: Double?

    /// The image's format.
    public var format: ImageFormat?

    /// The image's size as it is displayed.
    public var size: PixelSize?

    /// How the image is handed over.
    public var carrier: Carrier?

    /// How closely the model is to look; ``defaultDetail`` for a request that does not say.
    public var detail: String?

    /// The way the request goes: the name of a dialect, or ``aiQueryRoute``.
    public var route: String?

    /// Creates circumstances.
    public init(
        imageCount: Int? = nil,
        scale: Double? = nil,
        format: ImageFormat? = nil,
        size: PixelSize? = nil,
        carrier: Carrier? = nil,
        detail: String? = nil,
        route: String? = nil
    ) {
        self.imageCount = imageCount
        self.scale = scale
        self.format = format
        self.size = size
        self.carrier = carrier
        self.detail = detail
        self.route = route
    }

    /// The `detail` of a request that gives none.
    public static let defaultDetail = "default"

    /// The route of Databricks' SQL function `ai_query`, which takes the bytes of files.
    public static let aiQueryRoute = "ai_query"

    /// The names of all routes.
    public static let routeNames = Dialect.sentNames.map(\.rawValue) + [aiQueryRoute]
}

extension Condition {
    /// A condition in two parts, by what is known.
    struct Split {
        /// What is known to hold.
        var met = Condition()
        /// What is not known yet.
        var open = Condition()
    }

    /// Sorts the parts of the condition by what is known; nil where one of them does not hold.
    func split(by known: Circumstances) -> Split? {
        guard let count = Part(imageCountMoreThan, known.imageCount, { $1 > $0 }),
            let scale = Part(scaledBelowPercent, known.scale, { $1 * 100 < Double($0) }),
            let formats = Part(formats, known.format, { $0.contains($1) }),
            let larger = Part(largerThan, known.size, { !$0.isMet(by: $1) }),
            let carriers = Part(sentAs, known.carrier, { $0.contains($1) }),
            let details = Part(details, known.detail, { $0.contains($1) }),
            let routes = Part(routes, known.route, { $0.contains($1) })
        else { return nil }
        return Split(
            met: Condition(
                imageCountMoreThan: count.met,
                scaledBelowPercent: scale.met,
                formats: formats.met,
                largerThan: larger.met,
                sentAs: carriers.met,
                details: details.met,
                routes: routes.met
            ),
            open: Condition(
                imageCountMoreThan: count.open,
                scaledBelowPercent: scale.open,
                formats: formats.open,
                largerThan: larger.open,
                sentAs: carriers.open,
                details: details.open,
                routes: routes.open
            )
        )
    }

    /// Whether the condition is known to hold.
    func holds(in circumstances: Circumstances) -> Bool {
        split(by: circumstances)?.open == Condition()
    }

    /// Values of `detail` in words, of which one stands for a request that gives none.
    private static func phrase(ofDetails names: [String]) -> String {
        let words = names.filter { $0 != Circumstances.defaultDetail }.map { "“\($0)”" }
        guard words.count < names.count else { return "at detail " + .list(words, joinedBy: "or") }
        return "where " + .list(["no detail"] + words, joinedBy: "or") + " is given"
    }

    /// The condition in words, as the end of a clause: `with more than 20 images`.
    package var phrase: String {
        [
            formats.map { "in " + .list($0.map(\.displayName), joinedBy: "or") },
            largerThan.map { "over " + .list($0.boundDescriptions, joinedBy: "or") },
            sentAs.map { .list($0.map(\.phrase), joinedBy: "or") },
            details.map(Self.phrase),
            routes.map { "by way of " + .list($0, joinedBy: "or") },
            scaledBelowPercent.map { "where scaled to less than \($0) %" },
            imageCountMoreThan.map { "with more than \($0.grouped) images" },
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}

/// One part of a condition, where it belongs; nil for both where the condition has no such part.
private struct Part<Wanted> {
    /// What is known to hold.
    var met: Wanted?
    /// What is not known yet.
    var open: Wanted?

    /// Sorts a part by a fact; nil where it does not hold.
    init?<Fact>(_ wanted: Wanted?, _ fact: Fact?, _ holds: (Wanted, Fact) -> Bool) {
        guard let wanted else { return }
        guard let fact else {
            open = wanted
            return
        }
        guard holds(wanted, fact) else { return nil }
        met = wanted
    }
}

extension Carrier {
    /// The way in words.
    fileprivate var phrase: String {
        switch self {
        case .dataURL: "as base64"
        case .address: "as a web address"
        case .fileID: "as an uploaded file"
        }
    }
}
