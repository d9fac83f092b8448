// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG206: four inks.
    public static let jpegCMYK = Fixture(
        "jpeg-cmyk.jpg",
        recipe: "The mark in CMYK, Pillow, Adobe marker."
    )

    /// IMG206: 16 bits.
    public static let pngRGB16 = Fixture(
        "png-rgb16.png",
        recipe: "The mark, colour type 2, 16 bits."
    )

    /// IMG206: 16 bits.
    public static let pngGray16 = Fixture(
        "png-gray16.png",
        recipe: "The mark in grey, 16 bits."
    )

    /// IMG206, IMG208: 16 bits with alpha.
    public static let pngRGBA16 = Fixture(
        "png-rgba16.png",
        recipe: "TEXT in black on clear, colour type 6, 16 bits."
    )

    /// IMG206: wide gamut.
    public static let jpegICCAdobeRGB = Fixture(
        "jpeg-icc-adobe-rgb.jpg",
        recipe: "The mark with Adobe RGB's primaries."
    )

    /// IMG206: what telephones write.
    public static let jpegICCDisplayP3 = Fixture(
        "jpeg-icc-display-p3.jpg",
        recipe: "The mark with Display P3's primaries."
    )

    /// IMG206: a profile in two segments.
    public static let jpegICCSplit = Fixture(
        "jpeg-icc-split.jpg",
        recipe: "The mark with Display P3's primaries, two APP2."
    )

    /// IMG206: wide gamut.
    public static let pngICCAdobeRGB = Fixture(
        "png-icc-adobe-rgb.png",
        recipe: "The mark with Adobe RGB's primaries."
    )

    /// IMG206: wide gamut.
    public static let pngICCDisplayP3 = Fixture(
        "png-icc-display-p3.png",
        recipe: "The mark with Display P3's primaries."
    )

    /// IMG206: wide gamut.
    public static let webpICCDisplayP3 = Fixture(
        "webp-icc-display-p3.webp",
        recipe: "The mark with Display P3's primaries."
    )

    /// A profile that changes nothing.
    public static let jpegICCSrgb = Fixture(
        "jpeg-icc-srgb.jpg",
        recipe: "The mark with sRGB's primaries."
    )

    /// A profile that changes nothing.
    public static let pngICCSrgb = Fixture(
        "png-icc-srgb.png",
        recipe: "The mark with sRGB's primaries."
    )

    /// A profile that changes nothing.
    public static let webpICCSrgb = Fixture(
        "webp-icc-srgb.webp",
        recipe: "The mark with sRGB's primaries."
    )

    /// IMG206: Display P3 by code points.
    public static let pngCICPDisplayP3 = Fixture(
        "png-cicp-display-p3.png",
        recipe: "The mark, cICP 12, 13, 0, 1."
    )

    /// IMG206: HDR.
    public static let pngCICPPQ = Fixture(
        "png-cicp-pq.png",
        recipe: "The mark, cICP 9, 16, 0, 1."
    )

    /// IMG206: HDR.
    public static let pngCICPHLG = Fixture(
        "png-cicp-hlg.png",
        recipe: "The mark, cICP 9, 18, 0, 1."
    )

    /// IMG206: narrow range.
    public static let pngCICPNarrow = Fixture(
        "png-cicp-narrow.png",
        recipe: "The mark, cICP 1, 13, 0, 0."
    )

    /// IMG206: no conversion is known.
    public static let pngCICPUnknown = Fixture(
        "png-cicp-unknown.png",
        recipe: "The mark, cICP 9, 1, 0, 1."
    )

    /// Code points that change nothing.
    public static let pngCICPSrgb = Fixture(
        "png-cicp-srgb.png",
        recipe: "The mark, cICP 1, 13, 0, 1."
    )

    /// IMG206: samples that are light.
    public static let pngGamma1 = Fixture(
        "png-gamma-1.png",
        recipe: "The mark, gAMA 100,000."
    )

    /// A gamma that changes nothing.
    public static let pngGamma22 = Fixture(
        "png-gamma-22.png",
        recipe: "The mark, gAMA 45,455, cHRM of sRGB."
    )

    /// IMG206: other primaries.
    public static let pngChromaticitiesP3 = Fixture(
        "png-chromaticities-p3.png",
        recipe: "The mark, cHRM of Display P3."
    )

    /// Chromaticities that sRGB overrides.
    public static let pngChromaticitiesVoid = Fixture(
        "png-chromaticities-void.png",
        recipe: "The mark, sRGB, cHRM of Display P3."
    )

    /// IMG206: 12 bits in the low ones of 16.
    public static let pngBits12 = Fixture(
        "png-bits-12.png",
        recipe: "The mark in grey, sBIT 12, samples up to 4,095."
    )

    /// IMG106: a gain map.
    public static let jpegGainMap = Fixture(
        "jpeg-gain-map.jpg",
        recipe: "The mark with XMP that announces a gain map, a grey JPEG behind it."
    )

    /// A profile of greys.
    public static let jpegICCGray = Fixture(
        "jpeg-icc-gray.jpg",
        recipe: "The mark in grey with a grey profile."
    )

    /// A profile of greys.
    public static let pngICCGray = Fixture(
        "png-icc-gray.png",
        recipe: "The mark in grey with a grey profile."
    )

    /// Inks, sample depths and ICC profiles (IMG206).
    public static let colors: [Fixture] = [
        jpegCMYK,
        pngRGB16,
        pngGray16,
        pngRGBA16,
        jpegICCAdobeRGB,
        jpegICCDisplayP3,
        jpegICCSplit,
        pngICCAdobeRGB,
        pngICCDisplayP3,
        webpICCDisplayP3,
        jpegICCSrgb,
        pngICCSrgb,
        webpICCSrgb,
        pngCICPDisplayP3,
        pngCICPPQ,
        pngCICPHLG,
        pngCICPNarrow,
        pngCICPUnknown,
        pngCICPSrgb,
        pngGamma1,
        pngGamma22,
        pngChromaticitiesP3,
        pngChromaticitiesVoid,
        pngBits12,
        jpegGainMap,
        jpegICCGray,
        pngICCGray,
    ]
}
