/// Reads what a verdict needs from an ICC profile: whether ignoring it does harm, and its name.
///
/// A grey profile does no harm, and neither does an RGB matrix profile with the primaries of sRGB.
/// Everything else is not standard: other primaries, inks, profiles that consist of tables only,
/// and bytes that are no profile at all.
///
/// Source: ICC.1:2022, sections 7.2 (header), 7.3 (tag table) and 9.2 (tags).
enum ICCProfileReader {
    /// Reads a whole profile, as it was joined from its parts or uncompressed.
    static func read(_ profile: [UInt8]) -> ICCProfile {
        let bytes = profile.span
        guard bytes.matches("acsp", at: signatureOffset) else {
            return ICCProfile(isStandard: false)
        }
        return ICCProfile(isStandard: isStandard(bytes), name: name(in: bytes))
    }

    private static func isStandard(_ bytes: Span<UInt8>) -> Bool {
        if bytes.matches("GRAY", at: colorSpaceOffset) { return true }
        guard bytes.matches("RGB ", at: colorSpaceOffset) else { return false }
        return standardPrimaries.allSatisfy { primary in
            guard let found = color(primary.tag, in: bytes) else { return false }
            return zip(found, primary.xyz).allSatisfy { abs($0 - $1) <= primaryTolerance }
        }
    }

    /// The first colour of an XYZType tag (10.31): three s15Fixed16 numbers after eight bytes.
    private static func color(_ tag: String, in bytes: Span<UInt8>) -> [Double]? {
        guard let range = tagRange(tag, in: bytes), range.count >= 20,
            bytes.matches("XYZ ", at: range.lowerBound)
        else { return nil }
        return stride(from: 8, to: 20, by: 4)
            .compactMap { offset in
                guard let bits = try? bytes.bigEndian32(at: range.lowerBound + offset) else {
                    return nil
                }
                return Double(Int32(truncatingIfNeeded: bits)) / 65_536
            }
    }

    /// Where the data of the first tag with this signature stands, wholly within the profile.
    static func tagRange(_ signature: String, in bytes: Span<UInt8>) -> Range<Int>? {
        guard let claimed = try? bytes.bigEndian32(at: tagTableOffset) else { return nil }
        let entries = tagTableOffset + 4
        let wanted = Array(signature.utf8)
        for index in 0..<min(claimed, (bytes.count - entries) / tagEntryByteCount) {
            let entry = entries + index * tagEntryByteCount
            guard bytes.matches(wanted, at: entry) else { continue }
            guard let start = try? bytes.bigEndian32(at: entry + 4),
                let byteCount = try? bytes.bigEndian32(at: entry + 8),
                start + byteCount <= bytes.count
            else { return nil }
            return start..<start + byteCount
        }
        return nil
    }
}

extension ICCProfileReader {
    /// The colour space of the data side, the profile's `A` side (7.2.8).
    private static let colorSpaceOffset = 16
    /// The signature that every profile carries (7.2.11).
    private static let signatureOffset = 36
    /// The number of tags, after the header of 128 bytes (7.3.1).
    private static let tagTableOffset = 128
    /// Signature, offset and size of one tag, four bytes each (7.3.1).
    private static let tagEntryByteCount = 12

    /// The primaries of IEC 61966-2-1 (sRGB), adapted from D65 to D50 with the Bradford matrix
    /// (ICC.1:2022, annex E), as XYZ.
    private static let standardPrimaries: [(tag: String, xyz: [Double])] = [
        ("rXYZ", [0.4361, 0.2225, 0.0139]),
        ("gXYZ", [0.3851, 0.7169, 0.0971]),
        ("bXYZ", [0.1431, 0.0606, 0.7141]),
    ]

    /// How far a coordinate may be off.
    ///
    /// The sRGB profiles in circulation differ by less than 0.0005, through rounding and the white
    /// point they start from. The nearest other spaces, those of BT.601, are off by 0.019 or more.
    private static let primaryTolerance = 0.005
}

/// What the verdict needs to know of an embedded colour profile.
public struct ICCProfile: Sendable, Hashable {
    /// Whether a viewer that ignores the profile shows the picture right: its primaries are those
    /// of sRGB, or it describes greys.
    public var isStandard: Bool

    /// The profile's own name from its `desc` tag, where it can be read.
    public var name: String?

    /// Creates the facts of one profile.
    public init(isStandard: Bool, name: String? = nil) {
        self.isStandard = isStandard
        self.name = name
    }
}
