extension RuleTable {
    /// Everything that is to be said of one image of a request, in the order of the codes.
    ///
    /// A total function: whatever the image, the answer is a list of findings.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageCount: How many images the request has; some limits depend on it.
    /// - Returns: The findings; empty where there is nothing to say.
    public func findings(for image: InspectedImage, amongImages imageCount: Int) -> [Finding] {
        if let refusal = refusedFormat(of: image) { return [refusal] }
        return contentFindings(for: image, amongImages: imageCount)
    }

    /// What is to be said of an image but its format, in the order of the codes.
    func contentFindings(for image: InspectedImage, amongImages imageCount: Int) -> [Finding] {
        let pictureFindings = pictureFindings(for: image.facts, amongImages: imageCount)
        let findings =
            mislabelling(of: image)
            + Finding.unusualBase64(image.base64Faults, base64Severity)
            + decodingFindings(for: image)
            + pictureFindings
            + byteFindings(for: image, amongImages: imageCount, besides: pictureFindings)
        return findings.sorted { $0.code.rawValue < $1.code.rawValue }
    }

    /// Everything that is to be said of a request as a whole, in the order of the codes.
    public func findings(for totals: RequestTotals) -> [Finding] {
        findings(for: totals, trimmed: totals, obstacle: nil)
    }

    /// Everything that is to be said of a request of one image, in the order of the codes.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageFindings: What is to be said of it as an image.
    ///   - totals: The totals of the request that holds a file.
    /// - Returns: The findings; those about bytes have no remedy where the image cannot be shrunk.
    package func findings(
        forRequestOf image: InspectedImage,
        besides imageFindings: [Finding],
        totals: (ImageFacts) -> RequestTotals
    ) -> [Finding] {
        findings(
            for: totals(image.facts),
            trimmed: totals(image.trimmedFacts),
            obstacle: obstacleToShrinking(image, besides: imageFindings)
        )
    }

    private func findings(
        for totals: RequestTotals,
        trimmed: RequestTotals,
        obstacle: Obstacle?
    ) -> [Finding] {
        limits(applyingTo: totals.imageCount)
            .filter(\.measure.isOfRequest)
            .compactMap { limit in
                guard let measured = totals.value(of: limit.measure) else { return nil }
                let least = trimmed.value(of: limit.measure) ?? measured
                let isOutOfReach = limit.code.page.remedy == .fitBytes && limit.isBroken(by: least)
                let obstacle = isOutOfReach ? obstacle : nil
                var finding = limit.finding(measured: measured) {
                    Message.request(
                        limit,
                        totals: totals,
                        measured: measured,
                        bound: $0,
                        obstacle: obstacle
                    )
                }?
                .curable(unless: obstacle)
                // Where there is no image, none can be made smaller, and the text stays as it is.
                if totals.imageCount == 0 { finding?.remedy = nil }
                return finding
            }
            .sorted { $0.code.rawValue < $1.code.rawValue }
    }

    /// The limits whose condition holds for a request of `imageCount` images.
    public func limits(applyingTo imageCount: Int) -> [Limit] {
        limits.filter { $0.condition?.holds(forImageCount: imageCount) ?? true }
    }

    /// Whether the same limits apply to requests of either number of images.
    package func hasSameLimits(for one: Int, and other: Int) -> Bool {
        limits(applyingTo: one) == limits(applyingTo: other)
    }
}

extension RuleTable {
    private func refusedFormat(of image: InspectedImage) -> Finding? {
        guard let limit = limit(.unacceptedFormat), case .oneOf(let accepted) = limit.bound,
            !accepted.contains(image.facts.format)
        else { return nil }
        let isUnreadable = decodingFindings(for: image).contains { $0.severity == .error }
        let obstacle = isUnreadable ? .unreadable : obstacle(to: .convert, on: image.facts)
        var finding = Finding(
            code: .unacceptedFormat,
            message: Message.unacceptedFormat(image.facts, accepted: accepted, obstacle: obstacle),
            source: limit.source
        )
        finding.remedy = image.facts.format.isDecodable && obstacle == nil ? .convert : nil
        return finding
    }

    private func mislabelling(of image: InspectedImage) -> [Finding] {
        let format = image.facts.format
        switch image.label {
        case .none:
            return []
        case .fileNameExtension(let ending):
            guard let promised = ImageFormat(fileNameExtension: ending), promised != format else {
                return []
            }
            return [
                Finding(code: .mislabelled, message: Message.wrongExtension(ending, of: format))
            ]
        case .declaredMediaType(let declared):
            guard declared != format.mediaType else { return [] }
            let message = Message.wrongMediaType(declared, of: format)
            return [Finding(code: .mislabelled, severity: .error, message: message)]
        }
    }

    private func pictureFindings(
        for facts: ImageFacts,
        amongImages imageCount: Int
    ) -> [Finding] {
        guard let header = try? facts.header.get() else { return [] }
        return limits(applyingTo: imageCount)
            .compactMap { limit -> Finding? in
                switch limit.measure {
                case .frameCount:
                    limit.finding(measured: header.frameCount) { _ in
                        Message.animated(limit, frameCount: header.frameCount)
                    }
                case .longEdgePixels:
                    edgeFinding(limit, for: header, in: facts, amongImages: imageCount)
                case .shortEdgePixels:
                    limit.finding(measured: header.size.shortEdge) {
                        Message.tooSmall(header.displaySize, bound: $0)
                    }
                case .displaySize:
                    limit.shrinkingFinding(for: header.displaySize)
                default:
                    nil
                }
            } + header.appearanceFindings
    }

    private func edgeFinding(
        _ limit: Limit,
        for header: ImageHeader,
        in facts: ImageFacts,
        amongImages imageCount: Int
    ) -> Finding? {
        let obstacle = obstacle(to: .downscale, on: facts)
        return limit.finding(measured: header.size.longEdge) {
            Message.edge(
                limit,
                size: header.displaySize,
                bound: $0,
                imageCount: imageCount,
                obstacle: obstacle
            )
        }?
        .curable(unless: obstacle)
    }

    private func byteFindings(
        for image: InspectedImage,
        amongImages imageCount: Int,
        besides pictureFindings: [Finding]
    ) -> [Finding] {
        let unshrinkable = obstacleToShrinking(image, besides: pictureFindings)
        return limits(applyingTo: imageCount)
            .filter { $0.measure == .base64ByteCount }
            .compactMap { limit in
                let isOutOfReach = limit.isBroken(by: image.trimmedFacts.base64ByteCount)
                let obstacle = isOutOfReach ? unshrinkable : nil
                return limit.finding(measured: image.facts.base64ByteCount) {
                    Message.imageBytes(image.facts, bound: $0, obstacle: obstacle)
                }?
                .curable(unless: obstacle)
            }
    }

    /// What keeps a file from losing more bytes than its metadata; nil where nothing does.
    ///
    /// What a picture takes that has to be scaled down anyway is not foreseen.
    private func obstacleToShrinking(
        _ image: InspectedImage,
        besides findings: [Finding]
    ) -> Obstacle? {
        let isScaled = findings.contains { $0.severity == .error && $0.remedy == .downscale }
        return isScaled ? nil : obstacle(to: .fitBytes, on: image.facts)
    }
}

extension InspectedImage {
    /// The facts of the file without metadata and what follows its end.
    fileprivate var trimmedFacts: ImageFacts {
        var trimmed = facts
        trimmed.byteCount = trimmedByteCount ?? facts.byteCount
        return trimmed
    }
}

extension Finding {
    /// The finding, without its remedy where that cannot be applied.
    fileprivate func curable(unless obstacle: Obstacle?) -> Finding {
        guard obstacle != nil else { return self }
        var finding = self
        finding.remedy = nil
        return finding
    }
}
