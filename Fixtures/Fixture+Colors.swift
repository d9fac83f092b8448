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
        jpegICCGray,
        pngICCGray,
    ]
}
