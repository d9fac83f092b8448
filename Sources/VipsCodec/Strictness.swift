internal import CVips
internal import PreflightCore

/// How much a load puts up with.
enum Strictness {
    /// It fails at anything that the decoder warns of.
    case refusingWarnings
    /// It fails only at what the decoder calls an error.
    case refusingErrors
    /// It fails only where there is no picture at all; what is missing the decoder makes up.
    case fillingGaps
}

extension Strictness {
    /// The corresponding libvips option, `fail_on`.
    var failOn: VipsFailOn {
        switch self {
        case .refusingWarnings: VIPS_FAIL_ON_WARNING
        case .refusingErrors: VIPS_FAIL_ON_ERROR
        case .fillingGaps: VIPS_FAIL_ON_NONE
        }
    }

    /// Runs `attempt` so that warnings fail it, and if they do once more so that only errors do.
    ///
    /// - Returns: What the attempt gave, and the decoder's warnings where only the second passed.
    /// - Throws: What the second attempt throws.
    static func escalating<Value>(
        _ attempt: (Strictness) throws(CodecError) -> Value
    ) throws(CodecError) -> (value: Value, damage: String?) {
        let complaint: CodecError
        do throws(CodecError) {
            let value = try ErrorDetail.exact { () throws(CodecError) in
                try attempt(.refusingWarnings)
            }
            return (value, nil)
        } catch {
            complaint = error
        }
        let value = try ErrorDetail.exact { () throws(CodecError) in try attempt(.refusingErrors) }
        return (value, complaint.detail)
    }
}
