// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// IMG108: two frames in the file, one for the decoder.
    public static let disagreeGifFrames = Fixture(
        "disagree-gif-frames.gif",
        recipe: "Two frames of bars; the second's LZW code size is 13."
    )

    /// A monitor's screen: the decoder's canvas is the frame.
    public static let gifScreen640x480 = Fixture(
        "gif-screen-640x480.gif",
        recipe: "A screen of 640 × 480 px, one frame of 320 × 240 px at its top left."
    )

    /// The decoder's canvas is the screen.
    public static let gifScreen641x480 = Fixture(
        "gif-screen-641x480.gif",
        recipe: "A screen of 641 × 480 px, one frame of 320 × 240 px at its top left."
    )

    /// The longest screen that is the decoder's canvas.
    public static let gifScreen2048x480 = Fixture(
        "gif-screen-2048x480.gif",
        recipe: "A screen of 2048 × 480 px, one frame of 320 × 240 px at its top left."
    )

    /// Too long a screen: the decoder's canvas is the frame.
    public static let gifScreen2049x480 = Fixture(
        "gif-screen-2049x480.gif",
        recipe: "A screen of 2049 × 480 px, one frame of 320 × 240 px at its top left."
    )

    /// No screen: the decoder's canvas is the frame.
    public static let gifScreen0x0 = Fixture(
        "gif-screen-0x0.gif",
        recipe: "A screen of 0 × 0 px, one frame of 320 × 240 px at its top left."
    )

    /// Where a header reader and the decoder may differ (IMG108).
    public static let disagreements: [Fixture] = [
        disagreeGifFrames,
        gifScreen640x480,
        gifScreen641x480,
        gifScreen2048x480,
        gifScreen2049x480,
        gifScreen0x0,
    ]
}
