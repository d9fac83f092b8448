package import PreflightCore

extension Report {
    /// Judges images that were judged each for itself as the request that they are.
    init(
        of images: [ImageReport],
        under table: RuleTable,
        options: Preflight.Options,
        tool: ToolReport
    ) {
        var request = RequestReport(
            on: images,
            under: table,
            areRequestsOfTheirOwn: options.judgesEach
        )
        let dialect = options.route.flatMap(Dialect.init(named:))
        request.findings += [dialect.flatMap(table.placeFinding)].compactMap(\.self)
        var images = images
        if request.limits.contains(where: { $0.code == .tooManyImages && $0.bound == .atMost(0) }) {
            for index in images.indices { images[index].isMisplaced = true }
        }
        self.init(
            tool: tool,
            model: ModelReport(table),
            mode: options.mode,
            verdict: images.map(\.verdict).reduce(Verdict(of: request.findings), max),
            request: request,
            images: images,
            imageLimits: table.limits(applyingTo: options.judgesEach ? 1 : images.count)
                .filter { !$0.measure.isOfRequest }
        )
    }
}

extension ModelReport {
    /// What a report says of the table that it rests on.
    init(_ table: RuleTable) {
        self.init(
            name: table.name,
            table: table.origin,
            verifiedOn: table.verifiedOn,
            retirement: table.retirement,
            addresses: table.sources.mapValues(\.address),
            tableName: table.tableName
        )
    }
}

extension ImageReport {
    /// Judges one image under a table.
    ///
    /// - Parameters:
    ///   - source: The image as the caller named it.
    ///   - outcome: What is known of it, or why its bytes could not be had.
    ///   - table: The rules.
    ///   - imageCount: How many images the request has.
    ///   - isRequestOfItsOwn: Whether the limits of a request are held against this image alone.
    ///   - detail: The request's `detail` for the image, which decides its tokens; nil for none.
    init(
        of source: String,
        _ outcome: Inspector.Outcome,
        under table: RuleTable,
        amongImages imageCount: Int,
        isRequestOfItsOwn: Bool,
        detail: String? = nil
    ) {
        switch outcome {
        case .failure(let error):
            self.init(
                source: source,
                verdict: .unchecked,
                findings: [],
                error: error.message
            )
        case .success(let image) where image.missingDecoder != nil:
            self.init(
                source: source,
                verdict: .unchecked,
                findings: [],
                error: image.missingDecoder.map { Message($0) }
            )
        case .success(let image):
            var findings = table.findings(for: image, amongImages: imageCount)
            if isRequestOfItsOwn {
                findings += table.findings(forRequestOf: image) {
                    var totals = RequestTotals(of: [$0], for: table)
                    totals.tokenCount = table.tokenCount(for: $0, detail: detail)
                    return totals
                }
            }
            let verdict = Verdict(of: findings)
            self.init(
                source: source,
                verdict: verdict,
                facts: image.facts,
                tokenCount: verdict == .rejected
                    ? nil : table.tokenCount(for: image.facts, detail: detail),
                view: verdict == .rejected ? nil : table.view(of: image.facts, detail: detail),
                preview: image.preview,
                findings: findings
            )
        }
    }
}

extension RequestReport {
    fileprivate init(
        on images: [ImageReport],
        under table: RuleTable,
        areRequestsOfTheirOwn: Bool
    ) {
        let facts = images.lazy.compactMap(\.facts)
        let tokenCounts = images.compactMap(\.tokenCount)
        var totals = RequestTotals(of: facts, for: table)
        totals.imageCount = images.count
        totals.tokenCount = tokenCounts.isEmpty ? nil : tokenCounts.reduce(0, +)
        if areRequestsOfTheirOwn {
            totals.payloadByteCount = facts.reduce(0) { sum, facts in
                sum + RequestTotals(of: [facts], for: table).payloadByteCount
            }
        }
        self.init(
            totals: totals,
            tokenCount: totals.tokenCount,
            limits: areRequestsOfTheirOwn
                ? [] : table.limits(applyingTo: images.count).filter(\.measure.isOfRequest),
            findings: areRequestsOfTheirOwn ? [] : table.findings(for: totals)
        )
    }
}

extension RequestTotals {
    /// The totals of a request with these images and an empty prompt.
    package init(of images: some Collection<ImageFacts>, for table: RuleTable) {
        self.init(
            imageCount: images.count,
            fileByteCount: images.reduce(0) { $0 + $1.byteCount },
            payloadByteCount: ChatCompletionLayout.byteCount(model: table.name, images: images)
        )
        base64ByteCount = images.reduce(0) { $0 + $1.base64ByteCount }
        let tokenCounts = images.compactMap { table.tokenCount(for: $0) }
        tokenCount = tokenCounts.isEmpty ? nil : tokenCounts.reduce(0, +)
    }
}
