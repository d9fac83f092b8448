/// The box that a file of the ISO base media family begins with (ISO/IEC 14496-12, section 4.3).
struct FileTypeBox {
    /// The major brand first, then the compatible brands.
    let brands: [Int]

    /// The lengths in bytes that are believed.
    ///
    /// From a box without compatible brands to one with more than any writer lists; text in place
    /// of the length means far more.
    private static let believedByteCounts = 16...272

    /// Reads the box at the start of `bytes`, or nil where another stands there.
    init?(at bytes: Span<UInt8>) {
        guard bytes.matches("ftyp", at: 4),
            let byteCount = try? bytes.bigEndian32(at: 0),
            Self.believedByteCounts.contains(byteCount),
            let majorBrand = try? bytes.bigEndian32(at: 8)
        else { return nil }
        // The minor version stands between the major brand and the compatible ones.
        let compatibleOffset = 16
        var brands = [majorBrand]
        for offset in stride(from: compatibleOffset, through: byteCount - 4, by: 4) {
            guard let brand = try? bytes.bigEndian32(at: offset) else { break }
            brands.append(brand)
        }
        self.brands = brands
    }
}

extension FileTypeBox {
    /// Brands of AV1 images and sequences: `avif`, `avis` (AV1 Image File Format, section 6).
    private static let av1Brands: Set<Int> = [0x6176_6966, 0x6176_6973]

    /// Brands of HEVC images and sequences (ISO/IEC 23008-12, annex B): `heic`, `heix`, `heim`,
    /// `heis`, `hevc`, `hevx`, `hevm`, `hevs`.
    private static let hevcBrands: Set<Int> = [
        0x6865_6963, 0x6865_6978, 0x6865_696D, 0x6865_6973,
        0x6865_7663, 0x6865_7678, 0x6865_766D, 0x6865_7673,
    ]

    /// Brands of HEIF that leave the coding open: `mif1`, `mif2`, `msf1`.
    private static let openBrands: Set<Int> = [0x6D69_6631, 0x6D69_6632, 0x6D73_6631]

    /// The image format that the first brand with a coding of its own stands for.
    ///
    /// Only open brands mean HEIF with a coding of which nothing is known; it goes as HEIC.
    var imageFormat: ImageFormat? {
        for brand in brands {
            if Self.av1Brands.contains(brand) { return .avif }
            if Self.hevcBrands.contains(brand) { return .heic }
        }
        return brands.contains { Self.openBrands.contains($0) } ? .heic : nil
    }
}
