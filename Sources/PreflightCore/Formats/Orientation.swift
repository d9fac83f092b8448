/// How a stored picture is turned before it is shown: the value of the EXIF tag 0x0112.
///
/// Source: CIPA DC-008 (Exif 3.0), section 4.6.5, "Orientation".
public struct Orientation: RawRepresentable, Sendable, Hashable {
    /// The tag's value, 1 to 8.
    public let rawValue: Int

    /// Creates an orientation from the tag's value, or nil where it is not 1 to 8.
    public init?(rawValue: Int) {
        guard (1...8).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private init(valid: Int) { rawValue = valid }

    /// The first row is the top and the first column the left: nothing to turn.
    public static let upright = Orientation(valid: 1)

    /// Whether rows become columns: the display size is the stored size with its sides exchanged.
    public var exchangesSides: Bool { rawValue >= 5 }
}
