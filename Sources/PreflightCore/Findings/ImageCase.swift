/// One image of a request held against a table: what every rule looks at.
struct ImageCase: Sendable {
    /// The rules of the model that may apply to an image of this format and size.
    let table: RuleTable

    /// What is known of the image.
    let image: InspectedImage

    /// How many images the request has.
    let imageCount: Int

    /// The limits that apply to a request of so many images.
    let limits: [Limit]

    /// What can be seen of the picture.
    let picture: PictureState

    init(_ image: InspectedImage, amongImages imageCount: Int, under table: RuleTable) {
        let table = table.inForce(for: image.facts)
        self.table = table
        self.image = image
        self.imageCount = imageCount
        limits = table.limits(applyingTo: imageCount, scale: image.scale)
        picture = PictureState(of: image, in: table.animation.decodedFrames)
    }
}

extension ImageCase {
    /// What the image's bytes say.
    var facts: ImageFacts { image.facts }

    /// What its header says; nil where that cannot be read.
    var header: ImageHeader? { try? facts.header.get() }

    /// What keeps the image from being changed so; nil where nothing does.
    func obstacle(to remedy: Remedy) -> Obstacle? { table.obstacle(to: remedy, on: facts) }

    /// The findings of the limits of one code.
    ///
    /// - Parameters:
    ///   - code: The code.
    ///   - measured: The number that the limits are held against.
    ///   - obstacle: What keeps the image from being cured, where a bound is broken.
    ///   - message: The words for a broken bound.
    /// - Returns: One for each bound that is broken.
    func findings(
        _ code: FindingCode,
        measured: Int,
        unless obstacle: (Limit) -> Obstacle? = { _ in nil },
        message: (Limit, Int, Obstacle?) -> Message
    ) -> [Finding] {
        limits.of(code)
            .compactMap { limit in
                let limit = limit.deciding(on: measured)
                guard let bound = limit.bound(brokenBy: measured) else { return nil }
                let obstacle = obstacle(limit)
                return Finding(
                    breaking: limit,
                    at: bound,
                    measured: measured,
                    message(limit, bound, obstacle)
                )
                .curable(unless: obstacle)
            }
    }

    /// What keeps the file from losing more bytes than its metadata; nil where nothing does.
    ///
    /// What a picture takes that has to be scaled down anyway is not foreseen.
    var obstacleToShrinking: Obstacle? {
        let isScaled = [Rule.edgeTooLong, .edgeTooLongForCount].flatMap { $0.ofImage(self) }
            .contains { $0.remedy == .downscale }
        return isScaled ? nil : obstacle(to: .fitBytes)
    }
}

extension Finding {
    /// The finding that a number breaks a limit.
    init(breaking limit: Limit, at bound: Int, measured: Int, _ message: Message) {
        self.init(
            code: limit.code,
            severity: limit.severity(ofBreakingBy: measured),
            message: Message(
                message.fact + limit.qualification(where: limit.isBrokenTwice(by: measured)),
                help: message.help
            ),
            measured: measured,
            limit: bound,
            unit: limit.measure.unit,
            source: limit.source
        )
        evidence = limit.evidence
    }

    /// The finding, without its remedy where that cannot be applied.
    func curable(unless obstacle: Obstacle?) -> Finding {
        guard obstacle != nil else { return self }
        var finding = self
        finding.remedy = nil
        return finding
    }
}
