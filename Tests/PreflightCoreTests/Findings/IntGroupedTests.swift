import PreflightCore
import Testing

/// Numbers as people read them.
struct IntGroupedTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"),
        (999_999, "999,999"), (1_000_000, "1,000,000"), (10_000_000, "10,000,000"),
        (-1, "-1"), (-999, "-999"), (-1_000, "-1,000"),
        (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func `thousands stand apart`(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}
