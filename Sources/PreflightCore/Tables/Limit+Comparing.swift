// What limits are compared by.
extension Limit {
    /// What passes by at least one source.
    var loosest: Bound { conflict?.bound ?? bound }

    /// The formats that pass; nil of any other limit.
    var formats: [ImageFormat]? {
        if case .oneOf(let formats) = bound { formats } else { nil }
    }

    var isOfFormats: Bool { formats != nil }

    /// The verb after the bound in words.
    var verb: String { measure.unit == .pixelsAlong && bound.number != nil ? "is" : "are" }

    var isLowerBound: Bool { if case .atLeast = bound { true } else { false } }

    /// The least length of the shorter edge that passes; nil of any other limit.
    var shortEdgeAtLeast: Int? {
        guard measure == .shortEdgePixels, case .atLeast(let edge) = loosest else { return nil }
        return edge
    }

    /// The bound as a part of a sentence: `9,000 px`.
    var boundInWords: String {
        switch bound {
        case .atMost(let number), .atLeast(let number):
            measure.unit?.phrase(of: number) ?? number.grouped
        case .within(let target): String.list(target.boundDescriptions)
        case .oneOf(let formats): String.list(formats.map(\.rawValue))
        }
    }

    /// Whether it refuses every image whose shorter edge is at least so long, in pixels.
    func refusesAll(ofShortEdge edge: Int) -> Bool {
        let smallest = PixelSize(width: edge, height: edge)
        if let target = condition?.largerThan, target.isMet(by: smallest) { return false }
        switch (code, loosest) {
        case (.edgeTooLong, .atMost(let most)), (.edgeTooLongForCount, .atMost(let most)):
            return most < edge
        case (.tooManyPixels, .within(let target)): return !target.isMet(by: smallest)
        default: return false
        }
    }
}
