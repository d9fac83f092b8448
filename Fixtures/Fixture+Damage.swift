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

    /// IMG106: browsers, Go and Java do not read it.
    public static let arithmeticJpeg = Fixture(
        "arithmetic-jpeg.jpg",
        recipe: "The mark, arithmetically coded."
    )

    /// IMG106: in scans.
    public static let arithmeticProgressiveJpeg = Fixture(
        "arithmetic-progressive-jpeg.jpg",
        recipe: "The mark, arithmetically coded in scans."
    )

    /// IMG105: libjpeg makes up the rest and says nothing.
    public static let arithmeticCutJpeg = Fixture(
        "arithmetic-cut-jpeg.jpg",
        recipe: "The first half of arithmetic-jpeg.jpg and an end marker."
    )

    /// IMG105: zeros where data should be.
    public static let arithmeticZerosJpeg = Fixture(
        "arithmetic-zeros-jpeg.jpg",
        recipe: "The first half of arithmetic-jpeg.jpg, then zeros."
    )

    /// IMG105: rows without data.
    public static let arithmeticTallerJpeg = Fixture(
        "arithmetic-taller-jpeg.jpg",
        recipe: "arithmetic-jpeg.jpg whose header says 416 rows."
    )

    /// IMG106: coarse, which nothing cures.
    public static let twoScansJpeg = Fixture(
        "two-scans-jpeg.jpg",
        recipe: "The first two of the mark's ten scans."
    )

    /// IMG106: a download that was torn.
    public static let twoScansNoEndJpeg = Fixture(
        "two-scans-no-end-jpeg.jpg",
        recipe: "two-scans-jpeg.jpg without its end marker."
    )

    /// IMG106: bytes that no row needs.
    public static let strayEndJpeg = Fixture(
        "stray-end-jpeg.jpg",
        recipe: "The mark, 320 bytes before the end marker."
    )

    /// IMG105: rows that the header leaves out.
    public static let shorterJpeg = Fixture(
        "shorter-jpeg.jpg",
        recipe: "The landscape at quality 50 whose header says 240 rows."
    )

    /// IMG106: more data than rows, as coders fill up.
    public static let filledJpeg = Fixture(
        "filled-jpeg.jpg",
        recipe: "The landscape at quality 50 whose header says 464 rows."
    )

    /// IMG106: a byte between segments.
    public static let strayByteJpeg = Fixture(
        "stray-byte-jpeg.jpg",
        recipe: "The mark with a zero before its first DHT."
    )

    /// IMG106: Pillow reads a version that is not there.
    public static let shortAdobeJpeg = Fixture(
        "short-adobe-jpeg.jpg",
        recipe: "The mark, an Adobe segment of its name."
    )

    /// IMG105: libwebp makes up the rest and says nothing.
    public static let zerosWebp = Fixture(
        "zeros-webp.webp",
        recipe: "The landscape, the first 30% of its bytes, then zeros."
    )

    /// IMG105: the same without loss.
    public static let zerosLosslessWebp = Fixture(
        "zeros-lossless-webp.webp",
        recipe: "60% of flat-lossless-webp.webp, then zeros."
    )

    /// Whole: zeros that are the coder's own.
    public static let flatWebp = Fixture(
        "flat-webp.webp",
        recipe: "The landscape above white, method 0."
    )

    /// Whole: the same without loss.
    public static let flatLosslessWebp = Fixture(
        "flat-lossless-webp.webp",
        recipe: "The landscape above white, without loss, method 0."
    )

    /// IMG106: Pillow looks for the frame.
    public static let noFrameApng = Fixture(
        "no-frame-apng.png",
        recipe: "The mark, acTL says 1 and no fcTL comes."
    )

    /// IMG106: Go refuses it.
    public static let endDataPng = Fixture(
        "end-data-png.png",
        recipe: "The mark with three bytes in IEND."
    )

    /// IMG105: says which rows.
    public static let zerosPng = Fixture(
        "zeros-png.png",
        recipe: "The landscape, half of its bytes, then zeros."
    )

    /// IMG106: giflib asks for colours.
    public static let noColorsGif = Fixture(
        "no-colors-gif.gif",
        recipe: "The mark without its table of colours."
    )

    /// IMG106: giflib looks the background up.
    public static let backgroundGif = Fixture(
        "background-gif.gif",
        recipe: "The mark, colour 9 of 8 for background."
    )

    /// IMG106: bytes instead of the trailer.
    public static let strayEndGif = Fixture(
        "stray-end-gif.gif",
        recipe: "The mark without trailer, and 5,000 bytes 0xAA."
    )

    /// IMG105: its codes read as other pixels.
    public static let codeSizeGif = Fixture(
        "code-size-gif.gif",
        recipe: "A black frame of 64 x 52 with code size 1."
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
        arithmeticJpeg,
        arithmeticProgressiveJpeg,
        arithmeticCutJpeg,
        arithmeticZerosJpeg,
        arithmeticTallerJpeg,
        twoScansJpeg,
        twoScansNoEndJpeg,
        strayEndJpeg,
        shorterJpeg,
        filledJpeg,
        strayByteJpeg,
        shortAdobeJpeg,
        zerosWebp,
        zerosLosslessWebp,
        flatWebp,
        flatLosslessWebp,
        noFrameApng,
        endDataPng,
        zerosPng,
        noColorsGif,
        backgroundGif,
        strayEndGif,
        codeSizeGif,
        riffSizeWebp,
        riffPaddingWebp,
        noDataGif,
        restartsJpeg,
        fillBytesJpeg,
    ]
}
