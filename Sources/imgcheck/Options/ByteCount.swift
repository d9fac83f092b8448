/// A number of bytes as people write it: `4000000`, `4MB` for 4,000,000, `4MiB` for 4,194,304.
struct ByteCount {
    /// The number.
    let value: Int

    /// Reads one; nil where it is none, or less than 1.
    init?(_ argument: String) {
        let digits = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = argument.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let factor = Self.units[unit], let number = Double(digits), digits.first != "." else {
            return nil
        }
        let count = number * Double(factor)
        // Every whole number below is one that a floating-point number holds exactly.
        guard count >= 1, count < 0x20_0000_0000_0000 else { return nil }
        value = Int(count)
    }

    private static let units = [
        "": 1, "b": 1, "k": 1_000, "kb": 1_000, "kib": 1 << 10, "m": 1_000_000, "mb": 1_000_000,
        "mib": 1 << 20, "g": 1_000_000_000, "gb": 1_000_000_000, "gib": 1 << 30,
    ]
}
