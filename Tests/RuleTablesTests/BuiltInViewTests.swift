import PreflightCore
import RuleTables
import Testing

/// What the built-in tables say that a model looks at, told in two places.
struct BuiltInViewTests {
    private static let sizes = [
        (640, 480), (1_000, 1_151), (2_000, 1_500), (3_000, 3_000), (2_400, 3_200), (8_000, 200),
        (480, 6_000), (2_047, 769),
    ]
    .map { PixelSize(width: $0.0, height: $0.1) }

    @Test(arguments: RuleTables.files.map(\.name), [nil, "low", "high"])
    func `the view is no larger than what a finding says is looked at`(
        file: String,
        detail: String?
    ) throws {
        let table = try BuiltIn.table(String(file.dropLast(".json".count)))
            .narrowed(to: Circumstances(detail: detail ?? Circumstances.defaultDetail))
        guard let target = table.resizeTarget else { return }
        for size in Self.sizes {
            guard let view = table.view(of: size, detail: detail) else { continue }
            #expect(target.isMet(by: view.size), "\(size) → \(view.size)")
        }
    }
}
