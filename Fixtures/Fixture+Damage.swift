// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG105: half a picture.
    public static let cutJpegHalf = Fixture(
        "cut-jpeg-half.jpg",
        recipe: "The landscape at quality 50, its first half."
    )

    /// IMG106: only the end marker is gone.
    public static let cutJpegBeforeEOI = Fixture(
        "cut-jpeg-before-eoi.jpg",
        recipe: "The mark without its last two bytes."
    )

    /// IMG105: no size.
    public static let cutJpegHeader = Fixture(
        "cut-jpeg-header.jpg",
        recipe: "The first 20 bytes of a JPEG."
    )

    /// IMG105: ends in IDAT.
    public static let cutPngIDAT = Fixture(
        "cut-png-idat.png",
        recipe: "The mark, first half of the file."
    )

    /// IMG105: no size.
    public static let cutPngIHDR = Fixture(
        "cut-png-ihdr.png",
        recipe: "The first 20 bytes of a PNG."
    )

    /// IMG105: IDAT's CRC is wrong.
    public static let badCRCIDAT = Fixture(
        "bad-crc-idat.png",
        recipe: "The mark, one byte of IDAT's CRC flipped."
    )

    /// IMG105: ends in the frame.
    public static let cutGifHalf = Fixture(
        "cut-gif-half.gif",
        recipe: "The mark, first half of the file."
    )

    /// IMG105: ends in the screen.
    public static let cutGifHeader = Fixture(
        "cut-gif-header.gif",
        recipe: "The first 9 bytes of a GIF."
    )

    /// IMG105: ends in VP8.
    public static let cutWebpHalf = Fixture(
        "cut-webp-half.webp",
        recipe: "The mark, first half of the file."
    )

    /// IMG105: ends before the size.
    public static let cutWebpHeader = Fixture(
        "cut-webp-header.webp",
        recipe: "The first 20 bytes of a WebP."
    )

    /// IMG106: no IEND.
    public static let noEndPng = Fixture(
        "no-end-png.png",
        recipe: "The mark without IEND."
    )

    /// IMG106: no trailer.
    public static let noEndGif = Fixture(
        "no-end-gif.gif",
        recipe: "The mark without the trailer byte."
    )

    /// IMG106: bytes after EOI.
    public static let trailingJpeg = Fixture(
        "trailing-jpeg.jpg",
        recipe: "The mark and 16 zeros."
    )

    /// IMG106: a gain map or motion photo begins so.
    public static let trailingJpegSecond = Fixture(
        "trailing-jpeg-second.jpg",
        recipe: "The mark and a smaller JPEG behind it."
    )

    /// IMG106: bytes after IEND.
    public static let trailingPng = Fixture(
        "trailing-png.png",
        recipe: "The mark and 16 zeros."
    )

    /// IMG106: bytes after the trailer.
    public static let trailingGif = Fixture(
        "trailing-gif.gif",
        recipe: "The mark and 16 zeros."
    )

    /// IMG106: bytes after the RIFF chunk.
    public static let trailingWebp = Fixture(
        "trailing-webp.webp",
        recipe: "The mark and 16 zeros."
    )

    /// IMG106: libjpeg warns and reads on.
    public static let warningJpegSegments = Fixture(
        "warning-jpeg-segments.jpg",
        recipe: "The mark with nine bytes between two segments."
    )

    /// IMG106: libjpeg warns within the pixels.
    public static let warningJpegScan = Fixture(
        "warning-jpeg-scan.jpg",
        recipe: "The mark with restart markers, three bytes before one of them."
    )

    /// IMG106: rows without pixels.
    public static let warningJpegTaller = Fixture(
        "warning-jpeg-taller.jpg",
        recipe: "The mark whose header says 400 rows."
    )

    /// IMG106: another picture where the end marker should be.
    public static let noEndJpegSecond = Fixture(
        "no-end-jpeg-second.jpg",
        recipe: "The mark without its last two bytes, and a smaller JPEG behind it."
    )

    /// IMG106: zeros where the end marker should be.
    public static let noEndJpegProgressive = Fixture(
        "no-end-jpeg-progressive.jpg",
        recipe: "The mark in ten scans without its last two bytes, and 4,096 zeros."
    )

    /// IMG106: some telephones write it so.
    public static let scanHeaderJpeg = Fixture(
        "scan-header-jpeg.jpg",
        recipe: "The mark with 0, 0, 0 for coefficients and bits in the scan header."
    )

    /// IMG106: RGB by Adobe, YCbCr by JFIF.
    public static let adobeJpegRGB = Fixture(
        "adobe-jpeg-rgb.jpg",
        recipe: "The mark with an Adobe segment of transform 0."
    )

    /// Whole: Adobe and JFIF agree.
    public static let adobeJpegYcbcr = Fixture(
        "adobe-jpeg-ycbcr.jpg",
        recipe: "The mark with an Adobe segment of transform 1."
    )

    /// IMG106: a RIFF size that cuts the picture.
    public static let riffSizeWebp = Fixture(
        "riff-size-webp.webp",
        recipe: "The mark with a RIFF size of 100."
    )

    /// IMG106: a chunk of odd size without padding.
    public static let riffPaddingWebp = Fixture(
        "riff-padding-webp.webp",
        recipe: "The mark with EXIF of odd length, its last byte missing."
    )

    /// IMG106: a frame without data.
    public static let noDataGif = Fixture(
        "no-data-gif.gif",
        recipe: "The mark, and a frame that ends with its descriptor."
    )

    /// Whole: restart markers.
    public static let restartsJpeg = Fixture(
        "restarts-jpeg.jpg",
        recipe: "The mark, a restart marker every eight blocks."
    )

    /// Whole: T.81 B.1.1.2 allows fill bytes.
    public static let fillBytesJpeg = Fixture(
        "fill-bytes-jpeg.jpg",
        recipe: "The mark with five 0xFF before a marker."
    )

    /// Cut, corrupt or unclean files (IMG105, IMG106).
    public static let damage: [Fixture] = [
        cutJpegHalf,
        cutJpegBeforeEOI,
        cutJpegHeader,
        cutPngIDAT,
        cutPngIHDR,
        badCRCIDAT,
        cutGifHalf,
        cutGifHeader,
        cutWebpHalf,
        cutWebpHeader,
        noEndPng,
        noEndGif,
        trailingJpeg,
        trailingJpegSecond,
        trailingPng,
        trailingGif,
        trailingWebp,
        warningJpegSegments,
        warningJpegScan,
        warningJpegTaller,
        noEndJpegSecond,
        noEndJpegProgressive,
        scanHeaderJpeg,
        adobeJpegRGB,
        adobeJpegYcbcr,
        riffSizeWebp,
        riffPaddingWebp,
        noDataGif,
        restartsJpeg,
        fillBytesJpeg,
    ]
}
