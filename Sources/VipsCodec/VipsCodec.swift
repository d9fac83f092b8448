internal import CVips
public import PreflightCore

/// The codec of this process: libvips, restricted to four formats and one thread an image.
///
/// Creating one costs nothing; libvips starts with the first image.
public struct VipsCodec: ImageCodec {
    /// Creates a codec.
    ///
    /// All codecs of a process share one libvips.
    public init() {}

    /// The version of the libvips that is linked, as `major.minor.micro`.
    ///
    /// The corresponding libvips function is `vips_version()`; it needs no start.
    public var version: String {
        (0...2).map { String(vips_version(Int32($0))) }.joined(separator: ".")
    }

    /// Decodes every pixel, first refusing whatever the decoder warns of, then only what is wrong.
    ///
    /// What passes without a warning is in order. What passes only when warnings are let through is
    /// damaged. The rest cannot be decoded.
    public func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage {
        guard format.isDecodable else { throw CodecError(stage: .open, detail: "") }
        try VipsLibrary.start()
        var unseenDamage: String?
        switch format {
        case .jpeg:
            let proof = LibJPEG.proof(of: bytes)
            if case .sound(let decoded) = proof { return decoded }
            unseenDamage = proof.unseenDamage
        case .png:
            if let decoded = PNGProof.verified(bytes) { return decoded }
        default: break
        }
        let load = VipsLoad(format: format, frames: frames)
        var attempt = try Strictness.escalating { strictness throws(CodecError) in
            try load.decodeEveryPixel(of: bytes, failingOn: strictness)
        }
        attempt.value.damage = attempt.damage ?? unseenDamage
        return attempt.value
    }
}
