// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// An ordinary photograph.
    public static let jpegPhoto = Fixture(
        "jpeg-photo.jpg",
        recipe: "The landscape, Pillow, quality 75, 4:2:0."
    )

    /// A progressive JPEG.
    public static let jpegProgressive = Fixture(
        "jpeg-progressive.jpg",
        recipe: "The landscape, Pillow, quality 60, 4:2:0, progressive."
    )

    /// One component.
    public static let jpegGray = Fixture(
        "jpeg-gray.jpg",
        recipe: "The mark in grey, Pillow, quality 90."
    )

    /// A small JPEG in colour.
    public static let jpegMark = Fixture(
        "jpeg-mark.jpg",
        recipe: "The mark, Pillow, quality 90, 4:4:4."
    )

    /// Eight bits, colour.
    public static let pngRGB8 = Fixture(
        "png-rgb8.png",
        recipe: "The mark, colour type 2, 8 bits."
    )

    /// Eight bits, grey.
    public static let pngGray8 = Fixture(
        "png-gray8.png",
        recipe: "The mark in grey, colour type 0, 8 bits."
    )

    /// One bit.
    public static let pngGray1 = Fixture(
        "png-gray1.png",
        recipe: "Bars 4 px wide, colour type 0, 1 bit."
    )

    /// A palette.
    public static let pngPalette = Fixture(
        "png-palette.png",
        recipe: "The mark, colour type 3, 8 bits."
    )

    /// Adam7.
    public static let pngInterlaced = Fixture(
        "png-interlaced.png",
        recipe: "Bars 8 px wide, 1 bit, seven passes."
    )

    /// One frame.
    public static let gifStill = Fixture(
        "gif-still.gif",
        recipe: "The mark, one frame."
    )

    /// Still, though a loop is asked for.
    public static let gifStillLoop = Fixture(
        "gif-still-loop.gif",
        recipe: "The mark, one frame, NETSCAPE2.0 loop extension."
    )

    /// VP8.
    public static let webpLossy = Fixture(
        "webp-lossy.webp",
        recipe: "The mark, Pillow, quality 80."
    )

    /// VP8L.
    public static let webpLossless = Fixture(
        "webp-lossless.webp",
        recipe: "The mark, Pillow, lossless."
    )

    /// IMG208: unreadable on a black background.
    public static let pngRGBAText = Fixture(
        "png-rgba-text.png",
        recipe: "TEXT in black on clear, colour type 6."
    )

    /// An alpha channel that hides nothing.
    public static let pngRGBAOpaque = Fixture(
        "png-rgba-opaque.png",
        recipe: "TEXT in black on white, every alpha 255."
    )

    /// IMG208: grey with alpha.
    public static let pngGrayAlpha = Fixture(
        "png-gray-alpha.png",
        recipe: "TEXT in black on clear, colour type 4."
    )

    /// IMG208: a clear palette entry.
    public static let pngPaletteClear = Fixture(
        "png-palette-clear.png",
        recipe: "The mark, colour type 3, tRNS makes entry 0 clear."
    )

    /// IMG208: one clear colour.
    public static let pngRGBClear = Fixture(
        "png-rgb-clear.png",
        recipe: "The mark, colour type 2, tRNS makes its sand colour clear."
    )

    /// IMG208: a clear colour.
    public static let gifClear = Fixture(
        "gif-clear.gif",
        recipe: "White bars on clear, 16 px wide."
    )

    /// IMG208: VP8 with ALPH.
    public static let webpLossyAlpha = Fixture(
        "webp-lossy-alpha.webp",
        recipe: "TEXT in black on clear, Pillow, quality 80."
    )

    /// IMG208: VP8L with alpha.
    public static let webpLosslessAlpha = Fixture(
        "webp-lossless-alpha.webp",
        recipe: "TEXT in black on clear, Pillow, lossless."
    )

    /// The four formats in their kinds, with and without transparency (IMG208).
    public static let formats: [Fixture] = [
        jpegPhoto,
        jpegProgressive,
        jpegGray,
        jpegMark,
        pngRGB8,
        pngGray8,
        pngGray1,
        pngPalette,
        pngInterlaced,
        gifStill,
        gifStillLoop,
        webpLossy,
        webpLossless,
        pngRGBAText,
        pngRGBAOpaque,
        pngGrayAlpha,
        pngPaletteClear,
        pngRGBClear,
        gifClear,
        webpLossyAlpha,
        webpLosslessAlpha,
    ]
}
