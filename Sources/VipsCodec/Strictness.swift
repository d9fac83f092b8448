internal import CVips
internal import PreflightCore

/// What makes a load fail.
enum Strictness {
    /// Anything that the decoder warns of.
    case warning
    /// What the decoder calls an error.
    case error
}

extension Strictness {
    /// The corresponding libvips option, `fail_on`.
    var failOn: VipsFailOn {
        switch self {
        case .warning: VIPS_FAIL_ON_WARNING
        case .error: VIPS_FAIL_ON_ERROR
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
            let value = try ErrorDetail.exact { () throws(CodecError) in try attempt(.warning) }
            return (value, nil)
        } catch {
            complaint = error
        }
        let value = try ErrorDetail.exact { () throws(CodecError) in try attempt(.error) }
        return (value, complaint.detail)
    }
}
