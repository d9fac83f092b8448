// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG207: a place on earth.
    public static let jpegGPS = Fixture(
        "jpeg-gps.jpg",
        recipe: "The mark, latitude and longitude in EXIF."
    )

    /// No place: half a position.
    public static let jpegGPSLatitudeOnly = Fixture(
        "jpeg-gps-latitude-only.jpg",
        recipe: "The mark, latitude alone in EXIF."
    )

    /// IMG207: an eXIf chunk.
    public static let pngGPS = Fixture(
        "png-gps.png",
        recipe: "The mark, position in eXIf."
    )

    /// IMG207: an EXIF chunk.
    public static let webpGPS = Fixture(
        "webp-gps.webp",
        recipe: "The mark, position in EXIF."
    )

    /// GPS positions (IMG207).
    public static let positions: [Fixture] = [
        jpegGPS,
        jpegGPSLatitudeOnly,
        pngGPS,
        webpGPS,
    ]
}
