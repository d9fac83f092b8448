internal import CVips
internal import PreflightCore

/// A libvips source over bytes that it owns.
///
/// The bytes are copied once: an image is lazy and may read long after the caller's array is gone.
@safe
struct VipsByteSource: ~Copyable {
    /// The C object, never nil while this value lives.
    let pointer: UnsafeMutablePointer<VipsSource>

    /// Copies `bytes`.
    init(copying bytes: [UInt8]) throws(CodecError) {
        let source = unsafe bytes.withUnsafeBytes { raw in
            unsafe cvips_source_copying(raw.baseAddress, raw.count)
        }
        guard let source = unsafe source else {
            throw CodecError(stage: .open, detail: ErrorDetail.take())
        }
        unsafe pointer = unsafe source
    }

    deinit {
        unsafe cvips_unref_source(pointer)
    }
}
