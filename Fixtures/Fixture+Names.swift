// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG102: the most common lie.
    public static let namedWrongJpeg = Fixture(
        "named-wrong-jpeg.png",
        recipe: "A JPEG of the mark."
    )

    /// IMG102: a PNG called JPEG.
    public static let namedWrongPng = Fixture(
        "named-wrong-png.jpg",
        recipe: "A PNG of the mark."
    )

    /// IMG102: saved from the web.
    public static let namedWrongWebp = Fixture(
        "named-wrong-webp.jpg",
        recipe: "A WebP of the mark."
    )

    /// IMG102: the extension of a refused format.
    public static let namedWrongGif = Fixture(
        "named-wrong-gif.bmp",
        recipe: "A GIF of the mark."
    )

    /// Letter case says nothing.
    public static let namedUpper = Fixture(
        "named-upper.PNG",
        recipe: "A PNG of the mark."
    )

    /// A second name of JPEG.
    public static let namedJpeg = Fixture(
        "named-jpeg.jpeg",
        recipe: "A JPEG of the mark."
    )

    /// A third name of JPEG.
    public static let namedJpe = Fixture(
        "named-jpe.jpe",
        recipe: "A JPEG of the mark."
    )

    /// A fourth name of JPEG.
    public static let namedJfif = Fixture(
        "named-jfif.jfif",
        recipe: "A JPEG of the mark."
    )

    /// A second name of PNG.
    public static let namedApng = Fixture(
        "named-apng.apng",
        recipe: "A PNG of the mark."
    )

    /// An extension that promises nothing.
    public static let namedOther = Fixture(
        "named-other.dat",
        recipe: "A PNG of the mark."
    )

    /// No extension.
    public static let namedNothing = Fixture(
        "named-nothing",
        recipe: "A PNG of the mark."
    )

    /// File names that fit their bytes, and names that do not (IMG102).
    public static let names: [Fixture] = [
        namedWrongJpeg,
        namedWrongPng,
        namedWrongWebp,
        namedWrongGif,
        namedUpper,
        namedJpeg,
        namedJpe,
        namedJfif,
        namedApng,
        namedOther,
        namedNothing,
    ]
}
