// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG209: blank.
    public static let blankWhite = Fixture(
        "blank-white.png",
        recipe: "White only."
    )

    /// IMG209: blank.
    public static let blankBlack = Fixture(
        "blank-black.png",
        recipe: "Black only."
    )

    /// IMG209: almost no contrast.
    public static let faintText = Fixture(
        "faint-text.png",
        recipe: "TEXT in grey 252 on white."
    )

    /// Sharp, with contrast.
    public static let sharpText = Fixture(
        "sharp-text.png",
        recipe: "TEXT in black on white."
    )

    /// IMG204 once it is scaled: to be cut into tiles.
    public static let pageTall = Fixture(
        "page-tall.png",
        recipe: "480 x 6000 px, lines of block letters 24 px apart beside a rule down the page."
    )

    /// IMG209: text too small once it is scaled.
    public static let text7Px = Fixture(
        "text-7-px.png",
        recipe: "3000 x 2000 px, lines of block letters 7 px high."
    )

    /// Text that is large enough once it is scaled.
    public static let text14Px = Fixture(
        "text-14-px.png",
        recipe: "3000 x 2000 px, lines of block letters 14 px high."
    )

    /// IMG209: out of focus.
    public static let blurredPhoto = Fixture(
        "blurred-photo.jpg",
        recipe: "The landscape, Gaussian blur of 16 px, quality 75."
    )

    /// Pictures that even a person cannot read (IMG209).
    public static let legibility: [Fixture] = [
        blankWhite,
        blankBlack,
        faintText,
        sharpText,
        pageTall,
        text7Px,
        text14Px,
        blurredPhoto,
    ]
}
