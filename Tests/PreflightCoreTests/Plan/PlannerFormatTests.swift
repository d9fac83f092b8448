import Testing

@testable import PreflightCore

/// What is done where a format has to change, or an animation has to be a still.
struct PlannerFormatTests {
    // MARK: Formats that a table lacks

    @Test(arguments: [
        PlannerCase(
            "WebP where there is JPEG",
            .webp(800, 600),
            under: PlanTables.taking(.jpeg, .png),
            gives: .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "lossless WebP where there is PNG",
            .webp(800, 600, isLossless: true),
            under: PlanTables.taking(.jpeg, .png),
            gives: .encode(.png)
        ),
        PlannerCase(
            "transparent WebP where there is PNG",
            .webp(800, 600, hasAlpha: true),
            under: PlanTables.taking(.jpeg, .png),
            gives: .encode(.png)
        ),
        PlannerCase(
            "transparent PNG where there is only JPEG",
            .png(800, 600, hasAlpha: true),
            under: PlanTables.taking(.jpeg),
            gives: .flatten(.white),
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "on black",
            .png(800, 600, hasAlpha: true),
            under: PlanTables.taking(.jpeg),
            PlanOptions(background: .black),
            gives: .flatten(.black),
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "PNG where there is WebP",
            .png(800, 600),
            under: PlanTables.taking(.jpeg, .webp),
            gives: .encode(.webpLossless)
        ),
        PlannerCase(
            "JPEG where there is WebP",
            .jpeg(800, 600),
            under: PlanTables.taking(.webp, .png),
            gives: .encode(.webp(quality: 85))
        ),
        PlannerCase(
            "JPEG where there is only PNG",
            .jpeg(800, 600),
            under: PlanTables.taking(.png),
            gives: .encode(.png)
        ),
        PlannerCase(
            "a still GIF where there is PNG",
            .gif(800, 600),
            under: PlanTables.taking(.png),
            gives: .encode(.png)
        ),
        PlannerCase(
            "PNG where there is only GIF",
            .png(800, 600),
            under: PlanTables.taking(.gif),
            gives: .encode(.gif)
        ),
        PlannerCase(
            "an animated GIF where animations are refused",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.taking(.png, [PlanTables.stillOnly]),
            gives: .firstFrame(of: 5),
            .encode(.png)
        ),
        PlannerCase(
            "a new format, and too long",
            .webp(9_000, 90),
            under: PlanTables.taking(.jpeg, [PlanTables.edges]),
            gives: .downscale(PixelSize(width: 8_000, height: 80)),
            .encode(.jpeg(quality: 85))
        ),
    ])
    func `converted`(_ row: PlannerCase) throws { try row.verify() }

    // MARK: Animations

    @Test(arguments: [
        PlannerCase(
            "GIF",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.stills,
            gives: .firstFrame(of: 5)
        ),
        PlannerCase(
            "APNG",
            .png(800, 600, frameCount: 3),
            under: PlanTables.stills,
            gives: .firstFrame(of: 3)
        ),
        PlannerCase(
            "WebP",
            .webp(800, 600, frameCount: 2),
            under: PlanTables.stills,
            gives: .firstFrame(of: 2)
        ),
        PlannerCase(
            "with a position",
            .webp(800, 600, frameCount: 2, hasGPS: true),
            under: PlanTables.stills,
            gives: .firstFrame(of: 2),
            .stripMetadata
        ),
        PlannerCase(
            "a GIF too large, whose frames are written",
            .gif(9_000, 90, frameCount: 2),
            under: PlanTables.claude,
            PlanOptions(resize: .limits),
            gives: .downscale(PixelSize(width: 8_000, height: 80)),
            .encode(.gif)
        ),
        PlannerCase(
            "a GIF larger than the target, whose frames are not",
            .gif(4_000, 3_000, frameCount: 2),
            under: PlanTables.claude
        ),
        PlannerCase(
            "a GIF too large where animations are refused",
            .gif(9_000, 90, frameCount: 2),
            under: PlanTables.stills,
            gives: .firstFrame(of: 2),
            .downscale(PixelSize(width: 8_000, height: 80)),
            .encode(.gif)
        ),
    ])
    func `animated`(_ row: PlannerCase) throws { try row.verify() }
}
