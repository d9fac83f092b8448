// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG103, IMG104: the fewest frames that move.
    public static let gif2Frames = Fixture(
        "gif-2-frames.gif",
        recipe: "The mark and the mark turned, in a loop."
    )

    /// IMG103, IMG104: no loop extension.
    public static let gif3Frames = Fixture(
        "gif-3-frames.gif",
        recipe: "The mark, turned, mirrored."
    )

    /// IMG103, IMG104: ANMF twice.
    public static let webp2Frames = Fixture(
        "webp-2-frames.webp",
        recipe: "The mark and the mark turned, Pillow, quality 80."
    )

    /// Still, though it is written as an animation.
    public static let webp1Frame = Fixture(
        "webp-1-frame.webp",
        recipe: "The mark in a single ANMF chunk."
    )

    /// IMG103, IMG104: fcTL twice.
    public static let apng2Frames = Fixture(
        "apng-2-frames.png",
        recipe: "The mark and the mark turned, acTL says 2."
    )

    /// IMG103, IMG104: IDAT is no frame.
    public static let apngHiddenFirst = Fixture(
        "apng-hidden-first.png",
        recipe: "The mark without fcTL, then two frames in fdAT."
    )

    /// Still: acTL lies.
    public static let apngClaims5 = Fixture(
        "apng-claims-5.png",
        recipe: "The mark as the only frame, acTL says 5."
    )

    /// Still: an acTL after IDAT is void.
    public static let apngLateACTL = Fixture(
        "apng-late-actl.png",
        recipe: "The mark, then acTL and two frames in fdAT."
    )

    /// Pictures that move, and pictures that only say so (IMG103, IMG104).
    public static let animations: [Fixture] = [
        gif2Frames,
        gif3Frames,
        webp2Frames,
        webp1Frame,
        apng2Frames,
        apngHiddenFirst,
        apngClaims5,
        apngLateACTL,
    ]
}
