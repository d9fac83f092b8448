// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG201 of Claude, 8000 px an edge: below.
    public static let size7999x200 = Fixture(
        "size-7999x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG201 of Claude, 8000 px an edge: at.
    public static let size8000x200 = Fixture(
        "size-8000x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG201 of Claude, 8000 px an edge: above.
    public static let size8001x200 = Fixture(
        "size-8001x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG201 of Claude, 8000 px an edge: with the sides exchanged.
    public static let size200x8001 = Fixture(
        "size-200x8001.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG202 of Claude, 2000 px an edge: below.
    public static let size1999x200 = Fixture(
        "size-1999x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG202 of Claude, 2000 px an edge: at.
    public static let size2000x200 = Fixture(
        "size-2000x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG202 of Claude, 2000 px an edge: above.
    public static let size2001x200 = Fixture(
        "size-2001x200.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG202 of Claude, 2000 px an edge: with the sides exchanged.
    public static let size200x2001 = Fixture(
        "size-200x2001.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1568 px the long edge: below.
    public static let size1567x700 = Fixture(
        "size-1567x700.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1568 px the long edge: at.
    public static let size1568x700 = Fixture(
        "size-1568x700.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1568 px the long edge: above.
    public static let size1569x700 = Fixture(
        "size-1569x700.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1568 px the long edge: with the sides exchanged.
    public static let size700x1569 = Fixture(
        "size-700x1569.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1,150,000 px altogether: below.
    public static let size1150x999 = Fixture(
        "size-1150x999.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1,150,000 px altogether: at.
    public static let size1150x1000 = Fixture(
        "size-1150x1000.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1,150,000 px altogether: above.
    public static let size1151x1000 = Fixture(
        "size-1151x1000.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of Claude, 1,150,000 px altogether: with the sides exchanged.
    public static let size1000x1151 = Fixture(
        "size-1000x1151.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 2048 px the long edge: below.
    public static let size2047x300 = Fixture(
        "size-2047x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 2048 px the long edge: at.
    public static let size2048x300 = Fixture(
        "size-2048x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 2048 px the long edge: above.
    public static let size2049x300 = Fixture(
        "size-2049x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 2048 px the long edge: with the sides exchanged.
    public static let size300x2049 = Fixture(
        "size-300x2049.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 768 px the short edge: below.
    public static let size1000x767 = Fixture(
        "size-1000x767.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 768 px the short edge: at.
    public static let size1000x768 = Fixture(
        "size-1000x768.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 768 px the short edge: above.
    public static let size1000x769 = Fixture(
        "size-1000x769.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5, 768 px the short edge: with the sides exchanged.
    public static let size769x1000 = Fixture(
        "size-769x1000.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5-mini and nano, 1,536 patches: below.
    public static let size1535x1024 = Fixture(
        "size-1535x1024.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5-mini and nano, 1,536 patches: at.
    public static let size1536x1024 = Fixture(
        "size-1536x1024.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5-mini and nano, 1,536 patches: above.
    public static let size1537x1024 = Fixture(
        "size-1537x1024.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG203 of gpt-5-mini and nano, 1,536 patches: with the sides exchanged.
    public static let size1024x1537 = Fixture(
        "size-1024x1537.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG204 of Claude, 200 px an edge: below.
    public static let size199x300 = Fixture(
        "size-199x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG204 of Claude, 200 px an edge: at.
    public static let size200x300 = Fixture(
        "size-200x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG204 of Claude, 200 px an edge: above.
    public static let size201x300 = Fixture(
        "size-201x300.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG204 of Claude, 200 px an edge: with the sides exchanged.
    public static let size300x199 = Fixture(
        "size-300x199.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// Both sides of every limit on pixels (IMG201, IMG202, IMG203, IMG204).
    public static let sizes: [Fixture] = [
        size7999x200,
        size8000x200,
        size8001x200,
        size200x8001,
        size1999x200,
        size2000x200,
        size2001x200,
        size200x2001,
        size1567x700,
        size1568x700,
        size1569x700,
        size700x1569,
        size1150x999,
        size1150x1000,
        size1151x1000,
        size1000x1151,
        size2047x300,
        size2048x300,
        size2049x300,
        size300x2049,
        size1000x767,
        size1000x768,
        size1000x769,
        size769x1000,
        size1535x1024,
        size1536x1024,
        size1537x1024,
        size1024x1537,
        size199x300,
        size200x300,
        size201x300,
        size300x199,
    ]
}
