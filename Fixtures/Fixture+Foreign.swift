// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG101: nothing at all.
    public static let empty = Fixture(
        "empty.png",
        recipe: "No bytes."
    )

    /// IMG101: text behind a picture's name.
    public static let text = Fixture(
        "text.png",
        recipe: "One line of text."
    )

    /// IMG101: bytes that are nothing.
    public static let noise = Fixture(
        "noise.bin",
        recipe: "200 bytes, i² · 7 mod 251."
    )

    /// IMG101: BMP.
    public static let otherBMP = Fixture(
        "other-bmp.bmp",
        recipe: "The mark at 32 × 26 px, Pillow."
    )

    /// IMG101: TIFF.
    public static let otherTiff = Fixture(
        "other-tiff.tif",
        recipe: "The mark at 32 × 26 px, Pillow."
    )

    /// IMG101: ICO, though a PNG is inside.
    public static let otherICO = Fixture(
        "other-ico.ico",
        recipe: "One entry that holds the mark as PNG."
    )

    /// IMG101: SVG.
    public static let otherSVG = Fixture(
        "other-svg.svg",
        recipe: "A circle."
    )

    /// IMG101: SVG behind an XML declaration.
    public static let otherSVGProlog = Fixture(
        "other-svg-prolog.svg",
        recipe: "A circle."
    )

    /// IMG101: PDF.
    public static let otherPDF = Fixture(
        "other-pdf.pdf",
        recipe: "A document without pages."
    )

    /// IMG101: HEIC.
    public static let otherHEIC = Fixture(
        "other-heic.heic",
        recipe: "An ftyp box of brand heic, an empty mdat."
    )

    /// IMG101: HEIC by a compatible brand.
    public static let otherHEICMif1 = Fixture(
        "other-heic-mif1.heic",
        recipe: "An ftyp box of brand mif1, compatible with heic."
    )

    /// IMG101: AVIF.
    public static let otherAVIF = Fixture(
        "other-avif.avif",
        recipe: "An ftyp box of brand avif, an empty mdat."
    )

    /// IMG101: JPEG XL.
    public static let otherJXL = Fixture(
        "other-jxl.jxl",
        recipe: "A codestream's first two bytes, zeros."
    )

    /// IMG101: JPEG XL in a container.
    public static let otherJXLBox = Fixture(
        "other-jxl-box.jxl",
        recipe: "The signature box and ftyp."
    )

    /// IMG101: JPEG 2000.
    public static let otherJP2 = Fixture(
        "other-jp2.jp2",
        recipe: "The signature box and ftyp."
    )

    /// IMG101: a bare JPEG 2000 codestream.
    public static let otherJ2k = Fixture(
        "other-j2k.jp2",
        recipe: "The markers SOC and SIZ, zeros."
    )

    /// What is not JPEG, PNG, GIF or WebP (IMG101).
    public static let foreign: [Fixture] = [
        empty,
        text,
        noise,
        otherBMP,
        otherTiff,
        otherICO,
        otherSVG,
        otherSVGProlog,
        otherPDF,
        otherHEIC,
        otherHEICMif1,
        otherAVIF,
        otherJXL,
        otherJXLBox,
        otherJP2,
        otherJ2k,
    ]
}
