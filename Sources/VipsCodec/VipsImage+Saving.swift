internal import CVips
internal import PreflightCore

/// Writing a picture to memory, without metadata.
extension VipsImage {
    /// The picture as a file.
    ///
    /// The corresponding libvips operations are `jpegsave_buffer`, `pngsave_buffer`,
    /// `gifsave_buffer` and `webpsave_buffer`.
    ///
    /// A PNG is written with and without filters, and the smaller one is kept.
    ///
    /// - Throws: ``CodecError`` of stage `encode`; what is wrong with the pixels of a lazy image
    ///   shows here too.
    func encoded(as encoding: Encoding) throws(CodecError) -> [UInt8] {
        if encoding.format == .webp { return try Self.bare(try saved(as: encoding)) }
        guard encoding == .png else { return try saved(as: encoding) }
        let filtered = try saved(as: encoding, pngFilter: VIPS_FOREIGN_PNG_FILTER_ALL)
        let plain = try saved(as: encoding, pngFilter: VIPS_FOREIGN_PNG_FILTER_NONE)
        return plain.count < filtered.count ? plain : filtered
    }

    /// The picture as a file that says which of its pixels were made up; nil for none.
    ///
    /// - Throws: ``CodecError`` of stage `encode`, also where a file of the kind cannot say it.
    func encoded(
        as encoding: Encoding,
        noting madeUp: String?
    ) throws(CodecError) -> [UInt8] {
        let file = try encoded(as: encoding)
        guard let madeUp else { return file }
        guard let noted = DamageNote.adding(madeUp, to: file, as: encoding.format) else {
            let name = encoding.format.displayName
            throw CodecError(stage: .encode, detail: "a \(name) cannot say what was made up")
        }
        return noted
    }

    /// A WebP file without metadata.
    ///
    /// libvips 8.14 writes EXIF data into every one, even where it is told to strip and the picture
    /// came without, and all that was read, the position included.
    private static func bare(_ webp: [UInt8]) throws(CodecError) -> [UInt8] {
        guard let bare = Plan([.stripMetadata]).edited(webp, as: .webp) else {
            throw CodecError(stage: .encode, detail: "the metadata cannot be stripped")
        }
        return bare
    }

    private func saved(
        as encoding: Encoding,
        pngFilter: VipsForeignPngFilter = VIPS_FOREIGN_PNG_FILTER_ALL
    ) throws(CodecError) -> [UInt8] {
        var bytes: UnsafeMutableRawPointer?
        var byteCount = 0
        let status = unsafe save(encoding, pngFilter, &bytes, &byteCount)
        defer { unsafe g_free(bytes) }
        guard status == 0, let bytes = unsafe bytes else {
            throw CodecError(stage: .encode, detail: ErrorDetail.take())
        }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: byteCount))
    }

    private func save(
        _ encoding: Encoding,
        _ pngFilter: VipsForeignPngFilter,
        _ bytes: UnsafeMutablePointer<UnsafeMutableRawPointer?>,
        _ byteCount: UnsafeMutablePointer<Int>
    ) -> Int32 {
        switch encoding {
        case .jpeg(let quality):
            unsafe cvips_jpegsave(pointer, bytes, byteCount, Int32(quality), chromaSubsampling)
        case .fullColorJPEG(let quality):
            unsafe cvips_jpegsave(
                pointer,
                bytes,
                byteCount,
                Int32(quality),
                VIPS_FOREIGN_SUBSAMPLE_OFF
            )
        case .png:
            unsafe cvips_pngsave(pointer, bytes, byteCount, Self.pngCompression, pngFilter)
        case .gif: unsafe cvips_gifsave(pointer, bytes, byteCount)
        case .webp(let quality): unsafe cvips_webpsave(pointer, bytes, byteCount, Int32(quality), 0)
        case .webpLossless:
            unsafe cvips_webpsave(pointer, bytes, byteCount, Self.webpLosslessEffort, 1)
        }
    }

    /// How a JPEG's colours are stored: as they came from another JPEG, since halving them blurs
    /// coloured text, and there is nothing to gain from storing more than came; else as libvips does
    /// by itself, in full from quality 90 on.
    private var chromaSubsampling: VipsForeignSubsample {
        switch chroma {
        case .full: VIPS_FOREIGN_SUBSAMPLE_OFF
        case .halved: VIPS_FOREIGN_SUBSAMPLE_ON
        case nil: VIPS_FOREIGN_SUBSAMPLE_AUTO
        }
    }

    /// How the JPEG that the picture came from stored its colours; nil where that is not known.
    var chroma: DecodedPicture.Chroma? {
        switch text(of: Self.chromaField) {
        case "4:4:4": .full
        case "4:2:0": .halved
        default: nil
        }
    }

    /// Says of a new image how its colours were stored, as the loader of a JPEG does.
    ///
    /// The corresponding libvips function is `vips_image_set_string()`.
    func keep(_ chroma: DecodedPicture.Chroma) {
        let text = chroma == .full ? "4:4:4" : "4:2:0"
        unsafe vips_image_set_string(pointer, Self.chromaField, text)
    }

    private static let chromaField = "jpeg-chroma-subsample"

    /// A field of the metadata that the loader left; nil where there is none of that name.
    ///
    /// The corresponding libvips function is `vips_image_get_string()`.
    private func text(of field: String) -> String? {
        guard unsafe vips_image_get_typeof(pointer, field) != 0 else { return nil }
        var text: UnsafePointer<CChar>?
        guard unsafe vips_image_get_string(pointer, field, &text) == 0, let text = unsafe text
        else { return nil }
        return unsafe String(cString: text)
    }

    /// zlib's level, 1 to 9: 6 is where more time no longer buys much.
    private static let pngCompression: Int32 = 6

    /// What libwebp's quality, 0 to 100, means where nothing is lost: how much time saves bytes.
    ///
    /// 75 is the default of libvips.
    private static let webpLosslessEffort: Int32 = 75
}
