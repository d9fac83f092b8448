import Testing

@testable import PreflightCore

/// What is done to an image, for each thing that can be the matter with it.
struct PlannerTests {
    // MARK: What needs nothing

    @Test(arguments: [
        PlannerCase("an ordinary photograph", .jpeg(800, 600)),
        PlannerCase("exactly the target", .jpeg(1_568, 733)),
        PlannerCase("too small", .png(100, 100)),
        PlannerCase("transparent", .png(300, 300, hasAlpha: true)),
        PlannerCase("an sRGB profile", .jpeg(800, 600, iccProfile: ICCProfile(isStandard: true))),
        PlannerCase(
            "larger than an inferred target",
            .jpeg(4_000, 3_000),
            under: PlanTables.inferred
        ),
        PlannerCase("an animated GIF where the first frame is seen", .gif(800, 600, frameCount: 5)),
        PlannerCase(
            "an animated GIF that is taken whole",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.whole
        ),
        PlannerCase("a misnamed file", .jpeg(800, 600, named: "png")),
        PlannerCase(
            "warnings where nothing may be lost",
            .jpeg(4_000, 3_000, bitsPerSample: 12),
            PlanOptions(lossAtMost: .none)
        ),
    ])
    func `left alone`(_ row: PlannerCase) throws {
        #expect(row.steps.isEmpty)
        try row.verify()
    }

    // MARK: Edits of the file

    @Test(arguments: [
        PlannerCase("a position", .jpeg(800, 600, hasGPS: true), gives: .stripMetadata),
        PlannerCase("bytes after the end", .png(800, 600, trailingByteCount: 3), gives: .trim),
        PlannerCase("no end marker", .png(800, 600, hasEndMarker: false), gives: .trim),
        PlannerCase(
            "a position, and bytes after the end",
            .jpeg(800, 600, hasGPS: true, trailingByteCount: 3),
            gives: .stripMetadata,
            .trim
        ),
        PlannerCase(
            "edits where nothing may be lost",
            .jpeg(800, 600, hasGPS: true, trailingByteCount: 3),
            PlanOptions(lossAtMost: .none),
            gives: .stripMetadata,
            .trim
        ),
        PlannerCase(
            "a position in an animation whose frames stay",
            .gif(800, 600, frameCount: 5, hasGPS: true),
            gives: .stripMetadata
        ),
    ])
    func `edited`(_ row: PlannerCase) throws { try row.verify() }

    // MARK: Pictures written anew

    @Test(arguments: [
        PlannerCase(
            "a sideways JPEG",
            .jpeg(800, 600, orientation: 6),
            gives: .upright(.sideways),
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "a sideways PNG where nothing may be lost",
            .png(800, 600, orientation: 6),
            PlanOptions(lossAtMost: .none),
            gives: .upright(.sideways),
            .encode(.png)
        ),
        PlannerCase(
            "a sideways JPEG where nothing may be lost",
            .jpeg(800, 600, orientation: 6),
            PlanOptions(lossAtMost: .none)
        ),
        PlannerCase(
            "inks",
            .jpeg(800, 600, colorModel: .cmyk),
            gives: .convertToSRGB,
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "16 bits",
            .png(800, 600, bitsPerSample: 16),
            gives: .convertToSRGB,
            .encode(.png)
        ),
        PlannerCase(
            "a wide gamut",
            .jpeg(800, 600, iccProfile: ICCProfile(isStandard: false)),
            gives: .convertToSRGB,
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "a wide gamut goes with its profile where a turn drops it",
            .png(800, 600, orientation: 6, iccProfile: ICCProfile(isStandard: false)),
            PlanOptions(resize: ResizePolicy.none),
            gives: .upright(.sideways),
            .convertToSRGB,
            .encode(.png)
        ),
        PlannerCase(
            "a position goes with any rewriting",
            .jpeg(800, 600, orientation: 6, hasGPS: true),
            gives: .upright(.sideways),
            .stripMetadata,
            .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "damage",
            .jpeg(800, 600, damage: "premature end"),
            gives: .encode(.jpeg(quality: 85))
        ),
        PlannerCase(
            "another quality",
            .jpeg(800, 600, orientation: 6),
            PlanOptions(quality: 40),
            gives: .upright(.sideways),
            .encode(.jpeg(quality: 40))
        ),
        PlannerCase(
            "everything at once",
            .jpeg(4_000, 3_000, orientation: 6, colorModel: .cmyk, hasGPS: true),
            gives: .upright(.sideways),
            .convertToSRGB,
            .downscale(PixelSize(width: 928, height: 1_238)),
            .stripMetadata,
            .encode(.jpeg(quality: 85))
        ),
    ])
    func `written anew`(_ row: PlannerCase) throws { try row.verify() }

    // MARK: Bytes

    @Test(arguments: [
        PlannerCase("exactly the limit", .jpeg(800, 600, byteCount: 3_932_160)),
        PlannerCase("one byte under", .jpeg(800, 600, byteCount: 3_932_159)),
        PlannerCase(
            "one byte over",
            .jpeg(800, 600, byteCount: 3_932_161),
            gives: .stripMetadata,
            .fitBytes(3_932_160)
        ),
        PlannerCase(
            "too many bytes and sideways",
            .jpeg(800, 600, orientation: 6, byteCount: 3_932_161),
            gives: .upright(.sideways),
            .encode(.jpeg(quality: 85)),
            .fitBytes(3_932_160)
        ),
    ])
    func `bytes`(_ row: PlannerCase) throws { try row.verify() }
}
