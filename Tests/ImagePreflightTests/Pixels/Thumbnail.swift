import CVips
import PreflightCore

@testable import VipsCodec

/// libvips' own way of scaling a file down, which is fast and well proven.
enum Thumbnail {
    /// The picture in a file at exactly `size`, the orientation left as it is.
    ///
    /// The corresponding libvips operation is `thumbnail`.
    static func picture(ofFile path: String, at size: PixelSize) throws -> Picture {
        try VipsLibrary.start()
        guard let operation = unsafe vips_operation_new("thumbnail") else {
            throw CodecError(stage: .open, detail: "no thumbnail")
        }
        let arguments = [
            ("filename", path), ("width", "\(size.width)"), ("height", "\(size.height)"),
            ("size", "force"), ("no-rotate", "true"),
        ]
        for (name, value) in arguments {
            unsafe vips_object_set_argument_from_string(
                UnsafeMutableRawPointer(operation).assumingMemoryBound(to: VipsObject.self),
                name,
                value
            )
        }
        return try unsafe Picture(image(of: operation))
    }

    private static func image(
        of operation: UnsafeMutablePointer<VipsOperation>
    ) throws -> CodecImage {
        let object = UnsafeMutableRawPointer(operation)
        defer { unsafe g_object_unref(object) }
        guard unsafe vips_object_build(object.assumingMemoryBound(to: VipsObject.self)) == 0 else {
            throw CodecError(stage: .transform, detail: ErrorDetail.take())
        }
        var value = GValue()
        unsafe g_value_init(&value, vips_image_get_type())
        defer { unsafe g_value_unset(&value) }
        unsafe g_object_get_property(
            object.assumingMemoryBound(to: GObject.self),
            "out",
            &value
        )
        guard let image = unsafe g_value_dup_object(&value) else {
            throw CodecError(stage: .transform, detail: "")
        }
        return unsafe CodecImage(owning: image.assumingMemoryBound(to: CVips.VipsImage.self))
    }
}
