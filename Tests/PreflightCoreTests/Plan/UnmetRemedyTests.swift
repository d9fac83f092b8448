import Testing

@testable import PreflightCore

/// Every warning that a plan leaves is told with its reason.
struct UnmetRemedyTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let image: PlannedImage
        let table: RuleTable
        let options: PlanOptions
        let unmet: [UnmetRemedy]

        init(
            _ description: String,
            _ image: PlannedImage,
            under table: RuleTable = PlanTables.claude,
            _ options: PlanOptions = PlanOptions(),
            leaves unmet: UnmetRemedy...
        ) {
            testDescription = description
            self.image = image
            self.table = table
            self.options = options
            self.unmet = unmet
        }
    }

    private static let nothingLost = PlanOptions(lossAtMost: .none)
    private static let framesKept = UnmetRemedy(
        code: .onlyFirstFrameSeen,
        remedy: .firstFrame,
        obstacle: .keepingFrames
    )
    private static let colorCostsDetail = UnmetRemedy(
        code: .unusualColor,
        remedy: .convertToSRGB,
        obstacle: .losing(.detail)
    )

    private static func unscaled(_ obstacle: Obstacle) -> UnmetRemedy {
        UnmetRemedy(code: .largerThanLookedAt, remedy: .downscale, obstacle: obstacle)
    }

    private static func sideways(_ obstacle: Obstacle) -> UnmetRemedy {
        UnmetRemedy(code: .notUpright, remedy: .upright, obstacle: obstacle)
    }

    @Test(arguments: [
        Row("nothing where all is cured", .jpeg(4_000, 3_000, orientation: 6, hasGPS: true)),
        Row("nothing where there is no cure", .png(100, 100)),
        Row("nothing of a name", .jpeg(800, 600, named: "png")),
        Row("nothing of a note", .jpeg(4_000, 3_000), under: PlanTables.inferred),
        Row(
            "a sideways animation",
            .webp(800, 600, frameCount: 2, orientation: 6),
            leaves: framesKept,
            sideways(.turningFrames)
        ),
        Row(
            "an animation in 16 bits",
            .png(800, 600, frameCount: 2, bitsPerSample: 16),
            leaves: framesKept,
            UnmetRemedy(
                code: .unusualColor,
                remedy: .convertToSRGB,
                obstacle: .writingFrames(.png)
            )
        ),
        Row(
            "an animation that is larger than looked at",
            .gif(4_000, 3_000, frameCount: 2),
            leaves: framesKept,
            unscaled(.sparingFrames)
        ),
        Row(
            "a sideways JPEG where nothing may be lost",
            .jpeg(800, 600, orientation: 6),
            nothingLost,
            leaves: sideways(.losing(.detail))
        ),
        Row(
            "inks where nothing may be lost",
            .jpeg(800, 600, colorModel: .cmyk),
            nothingLost,
            leaves: colorCostsDetail
        ),
        Row(
            "16 bits where nothing may be lost",
            .png(800, 600, bitsPerSample: 16),
            nothingLost,
            leaves: colorCostsDetail
        ),
        Row(
            "a size that may not change",
            .jpeg(4_000, 3_000),
            PlanOptions(resize: ResizePolicy.none),
            leaves: unscaled(.resizing(.none))
        ),
        Row(
            "a size within the limits",
            .jpeg(4_000, 3_000),
            PlanOptions(resize: .limits),
            leaves: unscaled(.resizing(.limits))
        ),
    ])
    func `what a plan leaves`(_ row: Row) throws {
        let image = row.image.inspected(under: row.table)
        let plan = try row.table.plan(for: image, amongImages: 1, options: row.options)
        let unmet = row.table.unmetRemedies(
            after: plan,
            for: image,
            amongImages: 1,
            options: row.options
        )
        #expect(unmet == row.unmet)
    }

    @Test(arguments: [
        (PlannedImage.jpeg(4_000, 3_000), unscaled(.growing)),
        (
            .jpeg(800, 600, hasGPS: true),
            UnmetRemedy(code: .carriesGPS, remedy: .stripMetadata, obstacle: .editing)
        ),
    ])
    func `what was planned and not done`(image: PlannedImage, unmet: UnmetRemedy) {
        let table = PlanTables.claude
        let image = image.inspected(under: table)
        #expect(table.unmetRemedies(after: Plan(), for: image, amongImages: 1) == [unmet])
    }

    @Test(arguments: [
        sideways(.turningFrames):
            "IMG205 stays, because imgcheck cannot turn the frames of an animation: "
            + "send its frames as images of their own.",
        sideways(.losing(.detail)):
            "IMG205 stays, because its cure costs detail, more than may be lost: "
            + "allow detail to be lost.",
        unscaled(.growing):
            "IMG203 stays, because scaled down, the picture takes more bytes: "
            + "scale it down all the same to what the model looks at.",
    ])
    func `a sentence says what stays, why, and what to do`(unmet: UnmetRemedy, sentence: String) {
        #expect(unmet.message.description == sentence)
    }
}
