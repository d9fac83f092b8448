import PreflightCore

/// A value near a limit, on a known side of it.
struct LimitProbe: Sendable {
    /// What is judged.
    enum Subject: Sendable {
        /// One image of a request with so many.
        case image(InspectedImage, amongImages: Int)
        /// A request as a whole.
        case request(RequestTotals)
    }

    var subject: Subject

    /// The number that the finding has to name; nil where the limit has to let the subject pass.
    var raises: Raised?

    struct Raised: Sendable {
        var measured: Int?
        var limit: Int?
        var unit: MeasureUnit?
    }
}

extension LimitProbe {
    /// Values on three sides of `limit`, and of its condition where it has one.
    static func probes(around limit: Limit) -> [LimitProbe] {
        if let percent = limit.condition?.scaledBelowPercent {
            return probes(around: limit, below: percent)
        }
        guard let count = limit.condition?.imageCountMoreThan else {
            return probes(around: limit, amongImages: 1)
        }
        let silenced = [1, count - 1, count]
            .flatMap { imageCount in
                probes(around: limit, amongImages: imageCount)
                    .map {
                        LimitProbe(subject: $0.subject, raises: nil)
                    }
            }
        return silenced + [count + 1, count + 2].flatMap { probes(around: limit, amongImages: $0) }
    }

    /// Pictures that were scaled just enough for the limit to apply, and just not enough.
    private static func probes(around limit: Limit, below percent: Int) -> [LimitProbe] {
        probes(around: limit, amongImages: 1)
            .flatMap { probe in
                [0, -1]
                    .map { excess in
                        guard case .image(var image, let count) = probe.subject,
                            let size = try? image.facts.header.get().displaySize
                        else { return probe }
                        // One pixel more than so many times as long is less than that part.
                        let original = size.longEdge * 100 / percent + 1 + excess
                        image.scaledFrom = PixelSize(width: original, height: original)
                        let isScaled = size.longEdge * 100 < percent * original
                        return LimitProbe(
                            subject: .image(image, amongImages: count),
                            raises: isScaled ? probe.raises : nil
                        )
                    }
            }
    }

    private static func probes(around limit: Limit, amongImages imageCount: Int) -> [LimitProbe] {
        switch limit.bound {
        case .oneOf(let accepted):
            ImageFormat.allCases.map { format in
                image(facts(as: format), imageCount, accepted.contains(format) ? nil : Raised())
            }
        case .atMost(let most):
            (most - 1...most + 1)
                .flatMap { value in
                    subjects(measuring: value, limit.measure, imageCount)
                        .map {
                            LimitProbe(
                                subject: $0.subject,
                                raises: $0.measured > most
                                    ? Raised(
                                        measured: $0.measured,
                                        limit: most,
                                        unit: limit.measure.unit
                                    )
                                    : nil
                            )
                        }
                }
        case .atLeast(let least):
            (least - 1...least + 1)
                .flatMap { value in
                    subjects(measuring: value, limit.measure, imageCount)
                        .map {
                            LimitProbe(
                                subject: $0.subject,
                                raises: $0.measured < least
                                    ? Raised(
                                        measured: $0.measured,
                                        limit: least,
                                        unit: limit.measure.unit
                                    )
                                    : nil
                            )
                        }
                }
        case .within(let target):
            SizeProbe.probes(around: target)
                .flatMap { probe in
                    [probe.size, probe.size.transposed]
                        .map {
                            image(facts(size: $0), imageCount, probe.raises)
                        }
                }
        }
    }
}

extension LimitProbe {
    /// Subjects that measure `value`, or the reachable number next to it.
    private static func subjects(
        measuring value: Int,
        _ measure: Measure,
        _ imageCount: Int
    ) -> [(subject: Subject, measured: Int)] {
        func images(_ facts: [ImageFacts], measuring measured: Int) -> [(Subject, Int)] {
            facts.map { (.image(inspected($0), amongImages: imageCount), measured) }
        }
        switch measure {
        case .frameCount:
            return images([facts(frameCount: value)], measuring: value)
        case .longEdgePixels:
            return images(edges(value, other: 300), measuring: value)
        case .shortEdgePixels:
            return images(edges(value, other: value + 100), measuring: value)
        case .base64ByteCount:
            // Base64 comes in fours: the number at `value` or the next on its far side.
            let byteCount = value % 4 == 0 ? value / 4 * 3 : value / 4 * 3 + 1
            let facts = facts(byteCount: byteCount)
            return images([facts], measuring: (byteCount + 2) / 3 * 4)
        case .imageFileByteCount:
            return images([facts(byteCount: value)], measuring: value)
        case .dataURLByteCount:
            let prefix = "data:image/png;base64,".utf8.count
            // The numbers on either side of `value` that base64 can make.
            let characters = (value - prefix) / 4 * 4
            return [characters, characters + 4]
                .flatMap { characters in
                    images([facts(byteCount: characters / 4 * 3)], measuring: prefix + characters)
                }
        case .aspectRatio:
            let size = PixelSize(width: value * 300, height: 300)
            return images(
                [facts(size: size), facts(size: size.transposed)],
                measuring: value
            )
        case .imagesBase64ByteCount:
            var totals = totals()
            totals.base64ByteCount = value
            return [(.request(totals), value)]
        case .imagesTokenCount:
            var totals = totals(imageCount: 2)
            totals.tokenCount = value
            return [(.request(totals), value)]
        case .imageCount, .lastTurnImageCount:
            return [(.request(totals(imageCount: value)), value)]
        case .fileByteCount:
            return [(.request(totals(fileByteCount: value)), value)]
        case .bodyByteCount:
            return [(.request(totals(payloadByteCount: value)), value)]
        case .contrastLevels, .sharpnessPercent, .textHeightPixels:
            return [(.image(seen(value, measure), amongImages: imageCount), value)]
        case .format, .displaySize:
            return []
        }
    }

    /// Upright and turned pictures with one edge of `edge` pixels; no turn changes an edge.
    private static func edges(_ edge: Int, other: Int) -> [ImageFacts] {
        let size = PixelSize(width: edge, height: other)
        return [1, 3, 6, 8]
            .flatMap { orientation in
                [size, size.transposed].map { facts(size: $0, orientation: orientation) }
            }
    }

    private static func facts(
        as format: ImageFormat = .png,
        byteCount: Int = 1_000,
        size: PixelSize = PixelSize(width: 300, height: 300),
        orientation: Int = 1,
        frameCount: Int = 1
    ) -> ImageFacts {
        let header = ImageHeader(
            size: size,
            orientation: Orientation(rawValue: orientation) ?? .upright,
            frameCount: frameCount
        )
        return ImageFacts(
            format: format,
            byteCount: byteCount,
            header: format.isDecodable ? .success(header) : .failure(.notDecodable)
        )
    }

    private static func inspected(_ facts: ImageFacts) -> InspectedImage {
        InspectedImage(label: .none, facts: facts)
    }

    /// A picture that is seen as it is and measures so much.
    private static func seen(_ value: Int, _ measure: Measure) -> InspectedImage {
        let size = PixelSize(width: 300, height: 300)
        var quality = PictureQuality(contrastLevels: PictureQuality.contrastLevelsAtMost)
        switch measure {
        case .contrastLevels: quality.contrastLevels = value
        case .sharpnessPercent: quality.edgeWidthPixels = 100 / Double(value)
        default: quality.textHeightPixels = Double(value)
        }
        var image = inspected(facts(size: size))
        let decoded = DecodedImage(size: size, frameCount: 1, quality: quality)
        for scope in FrameScope.allCases { image.decoding[scope] = .decoded(decoded) }
        return image
    }

    private static func image(
        _ facts: ImageFacts,
        _ imageCount: Int,
        _ raises: Raised?
    ) -> LimitProbe {
        LimitProbe(
            subject: .image(inspected(facts), amongImages: imageCount),
            raises: raises
        )
    }

    private static func totals(
        imageCount: Int = 1,
        fileByteCount: Int = 0,
        payloadByteCount: Int = 0
    ) -> RequestTotals {
        RequestTotals(
            imageCount: imageCount,
            fileByteCount: fileByteCount,
            payloadByteCount: payloadByteCount
        )
    }
}
