extension Unicode.Scalar {
    /// Whether the character can change how the text around it is shown instead of being shown.
    ///
    /// The C0 and C1 controls and DEL (ECMA-48), the line and paragraph separators, and the
    /// bidirectional controls of UAX #9, section 2.
    var isControlling: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The character's number as four hexadecimal digits; every controlling character has four.
    var fourHexDigits: String { String(value, radix: 16).padded(to: 4, before: "0") }
}

extension String {
    /// The text with every controlling character written as `\u{…}`, so that it is shown and not
    /// obeyed.
    package var neutralised: String {
        guard unicodeScalars.contains(where: \.isControlling) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            text += scalar.isControlling ? "\\u{\(scalar.fourHexDigits)}" : String(scalar)
        }
    }
}
