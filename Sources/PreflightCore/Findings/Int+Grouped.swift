extension Int {
    /// The number with its thousands apart: `10,000,000`.
    package var grouped: String {
        let digits = String(magnitude)
        let leading = digits.count % 3
        let groups = stride(from: leading, to: digits.count, by: 3)
            .map { start in
                digits.dropFirst(start).prefix(3)
            }
        let parts = (leading == 0 ? [] : [digits.prefix(leading)]) + groups
        return (self < 0 ? "-" : "") + parts.joined(separator: ",")
    }
}
