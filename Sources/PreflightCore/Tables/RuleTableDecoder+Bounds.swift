extension RuleTableDecoder {
    /// The one bound of a limit; none, several, and one that does not fit the code are mistakes.
    mutating func bound(
        of limit: JSONObject,
        _ shape: LimitShape?,
        _ measure: Measure?
    ) -> Bound? {
        let kinds = LimitShape.BoundKind.allCases.filter { limit[$0.rawValue] != nil }
        let expected = (shape.map { [$0.bound] } ?? LimitShape.BoundKind.allCases)
            .map { "“\($0.rawValue)”" }.joined(separator: ", ")
        guard let kind = kinds.first, let place = limit[kind.rawValue] else {
            report("The bound is missing; add \(expected).", at: limit.place)
            return nil
        }
        if kinds.count > 1 {
            report(
                "A limit has one bound, and this has \(kinds.count); keep one of them.",
                at: limit.place
            )
        }
        if let shape, kind != shape.bound {
            report("The bound must be \(expected), not “\(kind.rawValue)”.", at: place)
            return nil
        }
        return bound(kind, at: place, measure)
    }

    private mutating func bound(
        _ kind: LimitShape.BoundKind,
        at place: JSONPlace,
        _ measure: Measure?
    ) -> Bound? {
        let range = (measure ?? .bodyByteCount).boundRange
        switch kind {
        case .oneOf: return formats(place).map { .oneOf($0) }
        case .atMost: return wholeNumber(place, in: range).map { .atMost($0) }
        case .atLeast: return wholeNumber(place, in: range).map { .atLeast($0) }
        case .within: return target(place).map { .within($0) }
        }
    }

    mutating func formats(_ place: JSONPlace) -> [ImageFormat]? {
        guard let places = elements(place) else { return nil }
        guard !places.isEmpty else {
            report("No format is named; add one.", at: place)
            return nil
        }
        let known = ImageFormat.allCases.filter { $0 != .unknown }
        var formats: [ImageFormat] = []
        for place in places {
            guard let format = choice(place, among: known) else { continue }
            if formats.contains(format) {
                report("“\(format.rawValue)” stands here twice; remove one of them.", at: place)
            }
            formats.append(format)
        }
        return formats
    }

    mutating func target(_ place: JSONPlace) -> ResizeTarget? {
        guard let object = object(place, keys: .target) else { return nil }
        guard RuleTableKeys.target.all.contains(where: { object[$0] != nil }) else {
            report("No bound of a size is given; add one.", at: place)
            return nil
        }
        return ResizeTarget(
            longEdgePixels: wholeNumber(
                object["longEdgePixels"],
                in: RuleTableNumbers.edgePixels
            ),
            shortEdgePixels: wholeNumber(
                object["shortEdgePixels"],
                in: RuleTableNumbers.edgePixels
            ),
            pixelCount: wholeNumber(object["pixelCount"], in: RuleTableNumbers.pixelCount),
            patches: patches(object["patches"])
        )
    }

    private mutating func patches(_ place: JSONPlace?) -> PatchBudget? {
        guard let object = object(place, keys: .patches) else { return nil }
        let edgePixels = wholeNumber(object["edgePixels"], in: RuleTableNumbers.edgePixels)
        let count = wholeNumber(object["count"], in: RuleTableNumbers.patchCount)
        let resize = object["resize"].flatMap { choice($0, among: PatchBudget.Resize.allCases) }
        guard let edgePixels, let count else { return nil }
        return PatchBudget(edgePixels: edgePixels, count: count, resize: resize ?? .wholePatches)
    }
}

extension Measure {
    /// The numbers that a bound on this measure may be.
    fileprivate var boundRange: ClosedRange<Int> {
        switch self {
        // One frame is a still; a table cannot allow some frames and refuse more.
        case .frameCount: 1...1
        case .longEdgePixels, .shortEdgePixels, .displaySize, .textHeightPixels:
            RuleTableNumbers.edgePixels
        case .contrastLevels: 1...PictureQuality.contrastLevelsAtMost
        case .sharpnessPercent: 1...100
        case .imageCount, .lastTurnImageCount: RuleTableNumbers.imageCount
        case .aspectRatio: RuleTableNumbers.edgePixels
        case .format, .base64ByteCount, .fileByteCount, .bodyByteCount, .imageFileByteCount,
            .dataURLByteCount, .imagesBase64ByteCount:
            RuleTableNumbers.byteCount
        case .imagesTokenCount: RuleTableNumbers.byteCount
        }
    }
}
