/// Whole-number arithmetic that neither traps nor rounds, whatever a hostile file claims.
///
/// Products of two sides are formed in 128 bits; results that do not fit are the largest `Int`.
extension Int {
    /// The product, or the largest `Int` where it does not fit: sizes come from hostile files.
    package func multipliedSaturating(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }

    /// ⌈self/divisor⌉ of a number that is not negative; `divisor` is at least 1.
    func dividedRoundingUp(by divisor: Int) -> Int {
        self <= 0 ? 0 : (self - 1) / divisor + 1
    }

    /// ⌊self·numerator/denominator⌋; `denominator` is at least 1.
    func scaledRoundingDown(by numerator: Int, over denominator: Int) -> Int {
        Int(clamping: Int128(self) * Int128(numerator) / Int128(denominator))
    }

    /// ⌈self·numerator/denominator⌉; `denominator` is at least 1.
    func scaledRoundingUp(by numerator: Int, over denominator: Int) -> Int {
        let divisor = Int128(denominator)
        return Int(clamping: (Int128(self) * Int128(numerator) + divisor - 1) / divisor)
    }

    /// ⌊√self⌋ of a number that is not negative.
    ///
    /// In integers, one bit of the root at a time: a floating-point root may be one off.
    var squareRootRoundedDown: Int {
        var root = 0
        for bit in (0..<Int.bitWidth / 2).reversed() {
            let candidate = root | 1 << bit
            if candidate <= self / candidate { root = candidate }
        }
        return root
    }
}
