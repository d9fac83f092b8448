// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// 149,985,000 px, one row under the guard.
    public static let guard15000x9999 = Fixture(
        "guard-15000x9999.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// 150,000,000 px, exactly the guard.
    public static let guard15000x10000 = Fixture(
        "guard-15000x10000.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// IMG107: 150,015,000 px, one row over the guard.
    public static let guard15000x10001 = Fixture(
        "guard-15000x10001.png",
        recipe: "Bars 4 px wide, 1 bit."
    )

    /// 996,000,000 px over all frames, one frame under the guard.
    public static let guard249Frames = Fixture(
        "guard-249-frames.gif",
        recipe: "A canvas of 2000 × 2000 px and 249 frames of one pixel."
    )

    /// 1,000,000,000 px over all frames, exactly the guard.
    public static let guard250Frames = Fixture(
        "guard-250-frames.gif",
        recipe: "A canvas of 2000 × 2000 px and 250 frames of one pixel."
    )

    /// IMG107 where animations are taken whole: 1,004,000,000 px.
    public static let guard251Frames = Fixture(
        "guard-251-frames.gif",
        recipe: "A canvas of 2000 × 2000 px and 251 frames of one pixel."
    )

    /// IMG107: 4,294,836,225 px in a few bytes.
    public static let guard65535Frame = Fixture(
        "guard-65535-frame.gif",
        recipe: "A canvas of 10 × 10 px, one frame of 65535 × 65535 px with 1,000 pixels."
    )

    /// Both sides of the decode guard (IMG107).
    public static let guards: [Fixture] = [
        guard15000x9999,
        guard15000x10000,
        guard15000x10001,
        guard249Frames,
        guard250Frames,
        guard251Frames,
        guard65535Frame,
    ]
}
