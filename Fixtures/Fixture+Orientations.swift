// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// What every picture of this family shows.
    public static let orientationUpright = Fixture(
        "orientation-upright.png",
        recipe: "The mark, no EXIF."
    )

    /// Upright: orientation 0.
    public static let jpegOrientation0 = Fixture(
        "jpeg-orientation-0.jpg",
        recipe: "The mark."
    )

    /// Upright: orientation 1.
    public static let jpegOrientation1 = Fixture(
        "jpeg-orientation-1.jpg",
        recipe: "The mark."
    )

    /// IMG205: orientation 2.
    public static let jpegOrientation2 = Fixture(
        "jpeg-orientation-2.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 3.
    public static let jpegOrientation3 = Fixture(
        "jpeg-orientation-3.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 4.
    public static let jpegOrientation4 = Fixture(
        "jpeg-orientation-4.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 5.
    public static let jpegOrientation5 = Fixture(
        "jpeg-orientation-5.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 6.
    public static let jpegOrientation6 = Fixture(
        "jpeg-orientation-6.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 7.
    public static let jpegOrientation7 = Fixture(
        "jpeg-orientation-7.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// IMG205: orientation 8.
    public static let jpegOrientation8 = Fixture(
        "jpeg-orientation-8.jpg",
        recipe: "The mark, stored so that the tag turns it upright."
    )

    /// Upright: orientation 9.
    public static let jpegOrientation9 = Fixture(
        "jpeg-orientation-9.jpg",
        recipe: "The mark."
    )

    /// IMG205: EXIF in the other byte order.
    public static let jpegOrientation6BigEndian = Fixture(
        "jpeg-orientation-6-big-endian.jpg",
        recipe: "The mark, turned, big-endian EXIF."
    )

    /// IMG205: an eXIf chunk.
    public static let pngOrientation6 = Fixture(
        "png-orientation-6.png",
        recipe: "The mark, turned, eXIf before IDAT."
    )

    /// IMG205: an eXIf chunk that libvips does not see.
    public static let pngOrientation6Late = Fixture(
        "png-orientation-6-late.png",
        recipe: "The mark, turned, eXIf after IDAT."
    )

    /// IMG205: an EXIF chunk.
    public static let webpOrientation6 = Fixture(
        "webp-orientation-6.webp",
        recipe: "The mark, turned, Pillow, lossless."
    )

    /// One picture stored in every EXIF orientation (IMG205).
    public static let orientations: [Fixture] = [
        orientationUpright,
        jpegOrientation0,
        jpegOrientation1,
        jpegOrientation2,
        jpegOrientation3,
        jpegOrientation4,
        jpegOrientation5,
        jpegOrientation6,
        jpegOrientation7,
        jpegOrientation8,
        jpegOrientation9,
        jpegOrientation6BigEndian,
        pngOrientation6,
        pngOrientation6Late,
        webpOrientation6,
    ]
}
