// Written by make-fixtures.py; change the recipes there.

extension Fixture {
    /// Every fixture, family by family.
    public static let all: [Fixture] = families.flatMap { $0 }

    private static let families: [[Fixture]] = [
        formats,
        animations,
        foreign,
        names,
        damage,
        guards,
        disagreements,
        sizes,
        orientations,
        colors,
        positions,
        legibility,
    ]
}
