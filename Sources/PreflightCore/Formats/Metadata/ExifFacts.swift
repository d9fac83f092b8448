/// What the EXIF data of an image says that a verdict needs.
struct ExifFacts: Sendable, Hashable {
    /// How the stored picture is turned before it is shown; upright where EXIF says nothing valid.
    var orientation: Orientation = .upright

    /// Whether both a latitude and a longitude are given.
    var hasGPS = false
}
