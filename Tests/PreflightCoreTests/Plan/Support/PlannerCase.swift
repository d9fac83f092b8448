import Testing

@testable import PreflightCore

/// One image under one table, and the plan for it.
struct PlannerCase: Sendable, CustomTestStringConvertible {
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

extension PlannerCase {
    /// Plans, and compares.
    func verify() throws {
        let plan = try table.plan(
            for: image.inspected(under: table),
            amongImages: imageCount,
            options: options
        )
        #expect(plan.steps == steps)
    }
}
