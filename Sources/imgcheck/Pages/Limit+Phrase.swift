internal import PreflightCore

extension Limit {
    /// What passes, as a phrase: `longer edge at most 8,000 px`.
    var phrase: String {
        let documents = includesDocuments ? ", documents included" : ""
        return boundPhrase + documents + (condition.map { " \($0.phrase)" } ?? "")
    }

    /// What passes, without the condition.
    var boundPhrase: String {
        switch bound {
        case .oneOf(let formats):
            return "\(measure.phrase) \(formats.map(\.displayName).joined(separator: ", "))"
        case .atMost(1) where measure == .aspectRatio: return "squares only"
        case .within where code == .tooManyPixels: return "refuses more than \(boundAlone)"
        case .atMost, .atLeast, .within: return "\(measure.phrase) \(boundAlone)"
        }
    }

    /// The bound without what is measured: `at most 8,000 px`.
    var boundAlone: String {
        switch bound {
        case .oneOf(let formats): String.list(formats.map(\.displayName), joinedBy: "or")
        case .atMost(let most): "at most \(phrase(of: most))"
        case .atLeast(let least): "at least \(phrase(of: least))"
        case .within(let target) where code == .tooManyPixels:
            String.list(target.boundDescriptions, joinedBy: "or")
        case .within(let target): target.boundDescriptions.joined(separator: ", ")
        }
    }

    /// The number with its unit, which what is counted has named already.
    private func phrase(of number: Int) -> String {
        let isCounted = [.imageCount, .lastTurnImageCount, .frameCount].contains(measure)
        return isCounted ? number.grouped : measure.unit?.phrase(of: number) ?? number.grouped
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
