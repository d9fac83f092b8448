import PreflightCore

@testable import VipsCodec

/// What a full decode and the shrunk decode that stands for it say of one JPEG.
struct JPEGVerdicts {
    /// How far a decode got without an error.
    struct Verdict: Equatable {
        /// Whether the file decodes.
        var isAccepted: Bool
        /// Whether it does so without a warning.
        var isInOrder: Bool
    }

    let full: Verdict
    let shrunk: Verdict

    init(of bytes: [UInt8]) throws {
        try VipsLibrary.start()
        let load = VipsLoad(format: .jpeg, frames: .first)
        func verdict(shrink: Int?) -> Verdict {
            func passes(_ strictness: Strictness) -> Bool {
                let decoded = try? ErrorDetail.exact { () throws(CodecError) in
                    try load.decodeEveryPixel(of: bytes, failingOn: strictness, shrink: shrink)
                }
                return decoded != nil
            }
            return Verdict(
                isAccepted: passes(.refusingErrors),
                isInOrder: passes(.refusingWarnings)
            )
        }
        full = verdict(shrink: 1)
        shrunk = verdict(shrink: nil)
    }
}
