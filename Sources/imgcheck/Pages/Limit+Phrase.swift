internal import PreflightCore

extension Limit {
    /// What passes, as a phrase: `longer edge at most 8,000 px`.
    var phrase: String {
        let documents = includesDocuments ? ", documents included" : ""
        return boundPhrase + documents + (condition.map { " \($0.phrase)" } ?? "")
    }

    /// What passes, without the condition.
    var boundPhrase: String {
        let unit =
            [.imageCount, .lastTurnImageCount, .frameCount].contains(measure)
            ? "" : measure.unit.map { " \($0.rawValue)" } ?? ""
        switch bound {
        case .oneOf(let formats):
            return "\(measure.phrase) \(formats.map(\.displayName).joined(separator: ", "))"
        case .atMost(let most): return "\(measure.phrase) at most \(most.grouped)\(unit)"
        case .atLeast(let least): return "\(measure.phrase) at least \(least.grouped)\(unit)"
        case .within(let target):
            return "\(measure.phrase) \(target.boundDescriptions.joined(separator: ", "))"
        }
    }
}

extension Measure {
    /// What is measured, in words.
    fileprivate var phrase: String {
        switch self {
        case .format: "formats"
        case .frameCount: "frames"
        case .longEdgePixels: "longer edge"
        case .shortEdgePixels: "shorter edge"
        case .displaySize: "looks at"
        case .base64ByteCount: "base64 of one image"
        case .imageFileByteCount: "file of one image"
        case .dataURLByteCount: "data URL of one image"
        case .aspectRatio: "longer edge in shorter ones"
        case .contrastLevels: "contrast"
        case .sharpnessPercent: "sharpness of edges"
        case .textHeightPixels: "lower-case letters"
        case .imageCount: "images in a request"
        case .lastTurnImageCount: "images in the last turn"
        case .imagesBase64ByteCount: "base64 of all images"
        case .imagesTokenCount: "tokens of all images"
        case .fileByteCount: "all image files"
        case .bodyByteCount: "request body"
        }
    }
}
