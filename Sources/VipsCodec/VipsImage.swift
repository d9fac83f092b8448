internal import CVips
internal import PreflightCore

/// One libvips image, whose reference it owns and gives back.
///
/// An image is a recipe: its pixels are computed when something asks for them, and that is where
/// errors appear. What it reads from, it holds.
@safe
struct VipsImage: ~Copyable {
    /// The C object, never nil while this value lives.
    let pointer: UnsafeMutablePointer<CVips.VipsImage>

    /// Takes over the reference that a libvips operation returned.
    init(owning pointer: UnsafeMutablePointer<CVips.VipsImage>) {
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe cvips_unref_image(pointer)
    }
}

extension VipsImage {
    /// Runs one libvips operation that returns an image.
    ///
    /// - Parameters:
    ///   - stage: What the operation is part of, for the error.
    ///   - operation: Calls libvips with the place for the result and returns its status, 0 for
    ///     success.
    /// - Returns: The image, which owns its reference.
    /// - Throws: ``CodecError`` of `stage` where the operation fails, with what libvips says of it.
    static func result(
        of stage: CodecError.Stage,
        _ operation: (UnsafeMutablePointer<UnsafeMutablePointer<CVips.VipsImage>?>) -> Int32
    ) throws(CodecError) -> VipsImage {
        var out: UnsafeMutablePointer<CVips.VipsImage>?
        let status = unsafe operation(&out)
        guard status == 0, let image = unsafe out else {
            throw CodecError(stage: stage, detail: ErrorDetail.take())
        }
        return unsafe VipsImage(owning: image)
    }

    /// Pixels in a row.
    var width: Int { unsafe Int(vips_image_get_width(pointer)) }

    /// Rows; of an animation that is loaded whole, the rows of all frames together.
    var height: Int { unsafe Int(vips_image_get_height(pointer)) }

    /// Rows of one frame.
    ///
    /// The corresponding libvips function is `vips_image_get_page_height()`.
    var frameHeight: Int { unsafe Int(vips_image_get_page_height(pointer)) }

    /// Frames that the file holds, also when fewer were loaded.
    ///
    /// The corresponding libvips function is `vips_image_get_n_pages()`.
    var frameCount: Int { unsafe Int(vips_image_get_n_pages(pointer)) }
}

extension VipsImage {
    /// Computes every pixel, top to bottom, and keeps none.
    ///
    /// The strips are computed in the calling thread, so that an error is seen here and the log of
    /// the calling thread gets the warnings. The corresponding libvips function is
    /// `vips_region_prepare()`.
    ///
    /// - Throws: ``CodecError`` of stage `decode` at the first strip that cannot be computed.
    func computeEveryPixel() throws(CodecError) {
        guard let region = unsafe vips_region_new(pointer) else {
            throw CodecError(stage: .decode, detail: ErrorDetail.take())
        }
        defer { unsafe cvips_unref_region(region) }
        for top in stride(from: 0, to: height, by: Self.stripRowCount) {
            let rowCount = min(Self.stripRowCount, height - top)
            guard unsafe cvips_prepare_strip(region, Int32(top), Int32(rowCount)) == 0 else {
                throw CodecError(stage: .decode, detail: ErrorDetail.take())
            }
        }
    }

    /// The image with every pixel computed and held in memory, so that it can be read in any order.
    ///
    /// The strips are computed in the calling thread, as in ``computeEveryPixel()``.
    ///
    /// - Throws: ``CodecError`` of stage `decode` at the first strip that cannot be computed.
    func rendered() throws(CodecError) -> VipsImage {
        try unsafe VipsImage.result(of: .decode) {
            unsafe cvips_render(pointer, $0, Int32(Self.stripRowCount))
        }
    }

    /// Rows of a strip: enough to make calls few, few enough to keep a wide image's strip small.
    private static let stripRowCount = 64
}
