/// An opaque colour in 8-bit sRGB.
public struct Color: Sendable, Hashable {
    /// Red, 0 to 255.
    public var red: UInt8
    /// Green, 0 to 255.
    public var green: UInt8
    /// Blue, 0 to 255.
    public var blue: UInt8

    /// Creates a colour.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// White, the paper that dark text is readable on.
    public static let white = Color(red: 255, green: 255, blue: 255)

    /// Black.
    public static let black = Color(red: 0, green: 0, blue: 0)

    /// Whether it has no hue.
    public var isGrey: Bool { red == green && green == blue }
}

extension Color {
    /// Creates a colour from `white`, `black`, or three or six hexadecimal digits with or without
    /// `#`; nil for anything else.
    ///
    /// Of three digits each counts twice, as in CSS Color 4, section 5.2: `#f80` is `#ff8800`.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "white": self = .white
        case "black": self = .black
        case let digits:
            let given = digits.hasPrefix("#") ? digits.dropFirst() : digits[...]
            let isShort = given.utf8.count == 3
            let hexadecimal = isShort ? String(given.flatMap { [$0, $0] }) : String(given)
            guard hexadecimal.utf8.count == 6, !hexadecimal.hasPrefix("+"),
                let value = UInt32(hexadecimal, radix: 16)
            else { return nil }
            self.init(
                red: UInt8(truncatingIfNeeded: value >> 16),
                green: UInt8(truncatingIfNeeded: value >> 8),
                blue: UInt8(truncatingIfNeeded: value)
            )
        }
    }
}

extension Color {
    /// The colour as `#` and six hexadecimal digits.
    public var hexadecimal: String {
        let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
