/// What a limit of one code may look like: the matrix that every rule table is held against.
struct LimitShape: Sendable {
    /// What it may measure.
    var measures: [Measure]

    /// The kind of bound that goes with it.
    var bound: BoundKind

    /// Whether it may carry a condition.
    var condition: ConditionUse

    /// The kinds of bounds, spelled as their keys in JSON.
    enum BoundKind: String, Sendable, CaseIterable {
        case oneOf
        case atMost
        case atLeast
        case within
    }

    /// Whether a limit carries a condition.
    enum ConditionUse: Sendable {
        case never
        case optional
        case always
    }
}

extension LimitShape {
    /// The shapes by code; a code that is missing rests on the file alone and is no limit.
    ///
    /// Limits that ``RuleTable`` reads as properties of the model (formats, animation, resize
    /// target) apply to every request and so never carry a condition.
    static let byCode: [FindingCode: LimitShape] = [
        .unacceptedFormat: LimitShape(measures: [.format], bound: .oneOf, condition: .never),
        .animationRefused: LimitShape(measures: [.frameCount], bound: .atMost, condition: .never),
        .onlyFirstFrameSeen: LimitShape(
            measures: [.frameCount],
            bound: .atMost,
            condition: .never
        ),
        .edgeTooLong: LimitShape(measures: [.longEdgePixels], bound: .atMost, condition: .never),
        .edgeTooLongForCount: LimitShape(
            measures: [.longEdgePixels],
            bound: .atMost,
            condition: .always
        ),
        .largerThanLookedAt: LimitShape(
            measures: [.displaySize],
            bound: .within,
            condition: .never
        ),
        .tooSmall: LimitShape(measures: [.shortEdgePixels], bound: .atLeast, condition: .optional),
        .imageBytesOverLimit: LimitShape(
            measures: [.base64ByteCount],
            bound: .atMost,
            condition: .optional
        ),
        .tooManyImages: LimitShape(measures: [.imageCount], bound: .atMost, condition: .never),
        .requestBytesOverLimit: LimitShape(
            measures: [.fileByteCount, .bodyByteCount],
            bound: .atMost,
            condition: .optional
        ),
        .bodyBytesInConflict: LimitShape(
            measures: [.bodyByteCount],
            bound: .atMost,
            condition: .optional
        ),
    ]

    /// The codes that a table may use, in the order of ``FindingCode``.
    static let codes = FindingCode.allCases.filter { byCode[$0] != nil }
}

extension Measure {
    /// The numbers that a bound on this measure may be.
    var boundRange: ClosedRange<Int> {
        switch self {
        // One frame is a still; a table cannot allow some frames and refuse more.
        case .frameCount: 1...1
        case .longEdgePixels, .shortEdgePixels, .displaySize: RuleTableNumbers.edgePixels
        case .imageCount: RuleTableNumbers.imageCount
        case .format, .base64ByteCount, .fileByteCount, .bodyByteCount: RuleTableNumbers.byteCount
        }
    }
}
