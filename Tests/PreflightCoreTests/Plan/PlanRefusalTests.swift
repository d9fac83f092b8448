import Testing

@testable import PreflightCore

/// What cannot be cured, or not within what may be lost.
struct PlanRefusalTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let image: PlannedImage
        let table: RuleTable
        let options: PlanOptions
        let reason: String

        init(
            _ description: String,
            _ image: PlannedImage,
            under table: RuleTable = PlanTables.claude,
            losing loss: Loss = .meaning,
            says reason: String
        ) {
            testDescription = description
            self.image = image
            self.table = table
            options = PlanOptions(lossAtMost: loss)
            self.reason = reason
        }
    }

    @Test(arguments: [
        Row("cannot be decoded", .jpeg(800, 600, isBroken: true), says: "cannot be decoded"),
        Row("a format that is only named", .foreign(.heic), says: "HEIC"),
        Row(
            "frames, with --loss detail",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.stills,
            losing: .detail,
            says: "allow meaning to be lost"
        ),
        Row(
            "frames, with --loss none",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.stills,
            losing: .none,
            says: "allow meaning to be lost"
        ),
        Row(
            "pixels, with --loss none",
            .jpeg(8_001, 200),
            losing: .none,
            says: "allow detail to be lost"
        ),
        Row(
            "pixels of a PNG, with --loss none",
            .png(8_001, 200),
            losing: .none,
            says: "allow detail to be lost"
        ),
        Row(
            "an APNG whose frames would have to be written",
            .png(8_001, 200, frameCount: 3),
            says: "animated PNG"
        ),
        Row(
            "a GIF whose frames no format of the table holds",
            .gif(800, 600, frameCount: 5),
            under: PlanTables.taking(.png),
            says: "animated GIF"
        ),
    ])
    func `refused with a reason`(_ row: Row) {
        let refusal = #expect(throws: PlanRefusal.self) {
            try row.table.plan(
                for: row.image.inspected(under: row.table),
                amongImages: 1,
                options: row.options
            )
        }
        #expect(refusal?.description.contains(row.reason) == true, "\(refusal?.description ?? "")")
    }

    @Test(arguments: Loss.allCases, [false, true])
    func `no plan loses more than it may`(loss: Loss, isAnimated: Bool) {
        let images = [
            PlannedImage.jpeg(9_000, 3_000, orientation: 6, hasGPS: true),
            .png(9_000, 3_000, hasAlpha: true, bitsPerSample: 16),
            .gif(4_000, 3_000, frameCount: isAnimated ? 2 : 1, trailingByteCount: 2),
            .webp(800, 600, frameCount: isAnimated ? 2 : 1, orientation: 3),
        ]
        for table in [PlanTables.claude, PlanTables.stills, PlanTables.taking(.jpeg)] {
            let plans = images.compactMap { image in
                try? table.plan(
                    for: image.inspected(under: table),
                    amongImages: 1,
                    options: PlanOptions(lossAtMost: loss)
                )
            }
            #expect(plans.allSatisfy { $0.loss <= loss })
        }
    }
}
