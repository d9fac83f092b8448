import Testing

@testable import PreflightCore

/// Whole-number arithmetic at its edges.
struct ExactArithmeticTests {
    @Test(arguments: [
        (0, 0), (1, 1), (3, 1), (4, 2), (8, 2), (9, 3), (2499, 49), (2500, 50), (2501, 50),
        (4_611_686_014_132_420_608, 2_147_483_646), (4_611_686_014_132_420_609, 2_147_483_647),
        (.max, 3_037_000_499),
    ])
    func `a square root is rounded down`(_ number: Int, _ root: Int) {
        #expect(number.squareRootRoundedDown == root)
    }

    @Test(arguments: [(0, 0), (1, 1), (27, 1), (28, 1), (29, 2), (.max, 329_406_144_173_384_851)])
    func `a quotient is rounded up`(_ number: Int, _ quotient: Int) {
        #expect(number.dividedRoundingUp(by: 28) == quotient)
    }

    @Test(arguments: [
        (10, 3, 4, 7, 8), (12, 3, 4, 9, 9), (0, 5, 7, 0, 0), (.max, 2, 2, .max, .max),
        (.max, .max, 1, .max, .max), (.max, 1, .max, 1, 1),
    ])
    func `a product of fractions`(
        _ number: Int,
        _ numerator: Int,
        _ denominator: Int,
        _ down: Int,
        _ up: Int
    ) {
        #expect(number.scaledRoundingDown(by: numerator, over: denominator) == down)
        #expect(number.scaledRoundingUp(by: numerator, over: denominator) == up)
    }
}
