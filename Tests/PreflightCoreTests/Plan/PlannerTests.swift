import Testing

@testable import PreflightCore

/// What is done to an image, for each thing that can be the matter with it.
struct PlannerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var table = PlanTables.claude
        var image: PlannedImage
        var imageCount = 1
        var options = PlanOptions()
        let steps: [Step]

        init(
            _ description: String,
            _ image: PlannedImage,
            under table: RuleTable = PlanTables.claude,
            amongImages imageCount: Int = 1,
            _ options: PlanOptions = PlanOptions(),
            gives steps: Step...
        ) {
            testDescription = description
            self.image = image
            self.table = table
            self.imageCount = imageCount
            self.options = options
            self.steps = steps
        }
    }

    private static func verify(_ row: Row) throws {
        let plan = try row.table.plan(
            for: row.image.inspected(under: row.table), amongImages: row.imageCount,
            options: row.options)
        #expect(plan.steps == row.steps)
    }

    // MARK: What needs nothing

    @Test(arguments: [
        Row("an ordinary photograph", .jpeg(800, 600)),
        Row("exactly the target", .jpeg(1_568, 733)),
        Row("too small", .png(100, 100)),
        Row("transparent", .png(300, 300, hasAlpha: true)),
        Row("an sRGB profile", .jpeg(800, 600, iccProfile: ICCProfile(isStandard: true))),
        Row(
            "larger than an inferred target", .jpeg(4_000, 3_000), under: PlanTables.inferred),
        Row("an animated GIF where the first frame is seen", .gif(800, 600, frameCount: 5)),
        Row(
            "an animated GIF that is taken whole", .gif(800, 600, frameCount: 5),
            under: PlanTables.whole),
        Row("a misnamed file", .jpeg(800, 600, named: "png")),
        Row(
            "warnings where nothing may be lost",
            .jpeg(4_000, 3_000, bitsPerSample: 12), PlanOptions(lossAtMost: .none)),
    ])
    func `left alone`(_ row: Row) throws {
        #expect(row.steps.isEmpty)
        try Self.verify(row)
    }

    // MARK: Edits of the file

    @Test(arguments: [
        Row("a position", .jpeg(800, 600, hasGPS: true), gives: .stripMetadata),
        Row("bytes after the end", .png(800, 600, trailingByteCount: 3), gives: .trim),
        Row("no end marker", .png(800, 600, hasEndMarker: false), gives: .trim),
        Row(
            "a position, and bytes after the end",
            .jpeg(800, 600, hasGPS: true, trailingByteCount: 3),
            gives: .stripMetadata, .trim),
        Row(
            "edits where nothing may be lost",
            .jpeg(800, 600, hasGPS: true, trailingByteCount: 3), PlanOptions(lossAtMost: .none),
            gives: .stripMetadata, .trim),
        Row(
            "a position in an animation whose frames stay",
            .gif(800, 600, frameCount: 5, hasGPS: true), gives: .stripMetadata),
    ])
    func `edited`(_ row: Row) throws { try Self.verify(row) }

    // MARK: Pictures written anew

    @Test(arguments: [
        Row(
            "a sideways JPEG", .jpeg(800, 600, orientation: 6),
            gives: .upright(.sideways), .encode(.jpeg(quality: 85))),
        Row(
            "a sideways PNG where nothing may be lost",
            .png(800, 600, orientation: 6), PlanOptions(lossAtMost: .none),
            gives: .upright(.sideways), .encode(.png)),
        Row(
            "a sideways JPEG where nothing may be lost",
            .jpeg(800, 600, orientation: 6), PlanOptions(lossAtMost: .none)),
        Row(
            "inks", .jpeg(800, 600, colorModel: .cmyk),
            gives: .convertToSRGB, .encode(.jpeg(quality: 85))),
        Row(
            "16 bits", .png(800, 600, bitsPerSample: 16),
            gives: .convertToSRGB, .encode(.png)),
        Row(
            "a wide gamut", .jpeg(800, 600, iccProfile: ICCProfile(isStandard: false)),
            gives: .convertToSRGB, .encode(.jpeg(quality: 85))),
        Row(
            "a wide gamut goes with its profile where a turn drops it",
            .png(800, 600, orientation: 6, iccProfile: ICCProfile(isStandard: false)),
            PlanOptions(resize: ResizePolicy.none),
            gives: .upright(.sideways), .convertToSRGB, .encode(.png)),
        Row(
            "a position goes with any rewriting",
            .jpeg(800, 600, orientation: 6, hasGPS: true),
            gives: .upright(.sideways), .encode(.jpeg(quality: 85))),
        Row(
            "damage", .jpeg(800, 600, damage: "premature end"),
            gives: .encode(.jpeg(quality: 85))),
        Row(
            "another quality", .jpeg(800, 600, orientation: 6), PlanOptions(quality: 40),
            gives: .upright(.sideways), .encode(.jpeg(quality: 40))),
        Row(
            "everything at once",
            .jpeg(4_000, 3_000, orientation: 6, colorModel: .cmyk, hasGPS: true),
            gives: .upright(.sideways), .convertToSRGB,
            .downscale(PixelSize(width: 928, height: 1_238)), .encode(.jpeg(quality: 85))),
    ])
    func `written anew`(_ row: Row) throws { try Self.verify(row) }

    // MARK: Formats that a table lacks

    @Test(arguments: [
        Row(
            "WebP where there is JPEG", .webp(800, 600), under: PlanTables.taking(.jpeg, .png),
            gives: .encode(.jpeg(quality: 85))),
        Row(
            "lossless WebP where there is PNG", .webp(800, 600, isLossless: true),
            under: PlanTables.taking(.jpeg, .png), gives: .encode(.png)),
        Row(
            "transparent WebP where there is PNG", .webp(800, 600, hasAlpha: true),
            under: PlanTables.taking(.jpeg, .png), gives: .encode(.png)),
        Row(
            "transparent PNG where there is only JPEG", .png(800, 600, hasAlpha: true),
            under: PlanTables.taking(.jpeg), gives: .flatten(.white), .encode(.jpeg(quality: 85))),
        Row(
            "on black", .png(800, 600, hasAlpha: true), under: PlanTables.taking(.jpeg),
            PlanOptions(background: .black),
            gives: .flatten(.black), .encode(.jpeg(quality: 85))),
        Row(
            "PNG where there is WebP", .png(800, 600), under: PlanTables.taking(.jpeg, .webp),
            gives: .encode(.webpLossless)),
        Row(
            "JPEG where there is WebP", .jpeg(800, 600), under: PlanTables.taking(.webp, .png),
            gives: .encode(.webp(quality: 85))),
        Row(
            "JPEG where there is only PNG", .jpeg(800, 600), under: PlanTables.taking(.png),
            gives: .encode(.png)),
        Row(
            "a still GIF where there is PNG", .gif(800, 600), under: PlanTables.taking(.png),
            gives: .encode(.png)),
        Row(
            "PNG where there is only GIF", .png(800, 600), under: PlanTables.taking(.gif),
            gives: .encode(.gif)),
        Row(
            "an animated GIF where animations are refused",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.taking(.png, [PlanTables.stillOnly]),
            gives: .firstFrame(of: 5), .encode(.png)),
        Row(
            "a new format, and too long",
            .webp(9_000, 90), under: PlanTables.taking(.jpeg, [PlanTables.edges]),
            gives: .downscale(PixelSize(width: 8_000, height: 80)), .encode(.jpeg(quality: 85))),
    ])
    func `converted`(_ row: Row) throws { try Self.verify(row) }

    // MARK: Animations

    @Test(arguments: [
        Row(
            "GIF", .gif(800, 600, frameCount: 5), under: PlanTables.stills,
            gives: .firstFrame(of: 5)),
        Row(
            "APNG", .png(800, 600, frameCount: 3), under: PlanTables.stills,
            gives: .firstFrame(of: 3)),
        Row(
            "WebP", .webp(800, 600, frameCount: 2), under: PlanTables.stills,
            gives: .firstFrame(of: 2)),
        Row(
            "with a position", .webp(800, 600, frameCount: 2, hasGPS: true),
            under: PlanTables.stills, gives: .firstFrame(of: 2), .stripMetadata),
        Row(
            "a GIF too large, whose frames are written",
            .gif(9_000, 90, frameCount: 2), under: PlanTables.claude,
            PlanOptions(resize: .limits),
            gives: .downscale(PixelSize(width: 8_000, height: 80)), .encode(.gif)),
        Row(
            "a GIF larger than the target, whose frames are not",
            .gif(4_000, 3_000, frameCount: 2), under: PlanTables.claude),
        Row(
            "a GIF too large where animations are refused",
            .gif(9_000, 90, frameCount: 2), under: PlanTables.stills,
            gives: .firstFrame(of: 2), .downscale(PixelSize(width: 8_000, height: 80)),
            .encode(.gif)),
    ])
    func `animated`(_ row: Row) throws { try Self.verify(row) }

    // MARK: Bytes

    @Test(arguments: [
        Row("exactly the limit", .jpeg(800, 600, byteCount: 3_932_160)),
        Row("one byte under", .jpeg(800, 600, byteCount: 3_932_159)),
        Row(
            "one byte over", .jpeg(800, 600, byteCount: 3_932_161),
            gives: .stripMetadata, .fitBytes(3_932_160)),
        Row(
            "too many bytes and sideways",
            .jpeg(800, 600, orientation: 6, byteCount: 3_932_161),
            gives: .upright(.sideways), .encode(.jpeg(quality: 85)), .fitBytes(3_932_160)),
    ])
    func `bytes`(_ row: Row) throws { try Self.verify(row) }
}
