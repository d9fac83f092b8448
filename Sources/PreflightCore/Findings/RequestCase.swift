/// A request held against a table: what every rule about requests looks at.
struct RequestCase: Sendable {
    /// The rules of the model.
    let table: RuleTable

    /// The totals of the request.
    let totals: RequestTotals

    /// The totals with each file as small as it gets without loss.
    let trimmed: RequestTotals

    /// What keeps the images from losing more bytes than that; nil where nothing does.
    ///
    /// It is asked only where there are too many.
    let obstacleToShrinking: @Sendable () -> Obstacle?

    /// The limits that apply to a request of so many images.
    let limits: [Limit]

    init(
        _ totals: RequestTotals,
        trimmed: RequestTotals,
        obstacleToShrinking: @escaping @Sendable () -> Obstacle? = { nil },
        under table: RuleTable
    ) {
        let table = table.narrowed(to: .assumed(under: table))
        self.table = table
        self.totals = totals
        self.trimmed = trimmed
        self.obstacleToShrinking = obstacleToShrinking
        limits = table.limits(applyingTo: totals.imageCount)
    }
}

extension RequestCase {
    /// The findings of the limits of one code on the bytes of the request.
    ///
    /// - Parameters:
    ///   - code: The code.
    ///   - doubt: What is to be said of the bound, as the end of a clause.
    /// - Returns: One for each bound that is broken.
    func byteFindings(_ code: FindingCode, doubt: String = "") -> [Finding] {
        limits.of(code)
            .compactMap { limit in
                guard let measured = totals.value(of: limit.measure) else { return nil }
                let limit = limit.deciding(on: measured)
                guard let bound = limit.bound(brokenBy: measured) else { return nil }
                let least = trimmed.value(of: limit.measure) ?? measured
                let obstacle = limit.bound(brokenBy: least) == nil ? nil : obstacleToShrinking()
                let subject =
                    switch limit.measure {
                    case .fileByteCount: "The image files have \(measured.grouped) bytes together"
                    case .imagesBase64ByteCount:
                        "The images have \(measured.grouped) bytes of base64 together"
                    default: "The request body has \(measured.grouped) bytes"
                    }
                let fact = "\(subject), and \(table.name) takes at most \(bound.grouped)\(doubt)"
                var finding = Finding(
                    breaking: limit,
                    at: bound,
                    measured: measured,
                    Message(fact, help: cure, unless: obstacle)
                )
                .curable(unless: obstacle)
                // Where there is no image, none can be made smaller, and the text stays as it is.
                if totals.imageCount == 0 { finding.remedy = nil }
                return finding
            }
    }

    private var cure: Cure {
        let shrink = totals.imageCount == 0 ? Cure.shortenText : .act("shrink the images")
        return .either([shrink, .apply(.split)])
    }
}

/// The numbers by which a provider judges a request as a whole.
public struct RequestTotals: Sendable, Hashable {
    /// Images, refused and repeated ones included.
    public var imageCount: Int

    /// Bytes of all image files together.
    public var fileByteCount: Int

    /// Bytes of the JSON body that carries them with an empty prompt.
    public var payloadByteCount: Int

    /// Base64 characters of all images together; nil where nobody counted.
    public var base64ByteCount: Int?

    /// Tokens of all images together; nil where they are not known.
    public var tokenCount: Int?

    /// Documents that go with the images.
    public var documentCount = 0

    /// Images in the user's last turn of a conversation; nil where there is only one turn.
    public var lastTurnImageCount: Int?

    /// Creates totals.
    public init(imageCount: Int, fileByteCount: Int, payloadByteCount: Int) {
        self.imageCount = imageCount
        self.fileByteCount = fileByteCount
        self.payloadByteCount = payloadByteCount
    }

    /// The number that a measure of requests stands for; nil for a measure of images.
    public func value(of measure: Measure) -> Int? {
        switch measure {
        case .imageCount: imageCount
        case .lastTurnImageCount: lastTurnImageCount ?? imageCount
        case .fileByteCount: fileByteCount
        case .bodyByteCount: payloadByteCount
        case .imagesBase64ByteCount: base64ByteCount
        case .imagesTokenCount: tokenCount
        default: nil
        }
    }
}
