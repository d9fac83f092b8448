/// The parts of an ICC profile that is spread over several APP2 segments of a JPEG file, as it must
/// be above 64 KB.
///
/// Source: ICC.1:2022, annex B.4.
struct ICCProfileParts {
    /// The parts found, by their number less one.
    private var parts: [Range<Int>?] = []
    /// Whether parts contradict each other, so that no profile can be made of them.
    private var isInconsistent = false

    /// Takes in the payload of one APP2 segment, where it is a part of a profile.
    mutating func take(_ payload: Range<Int>, in bytes: Span<UInt8>) {
        let signatureByteCount = JPEGMarker.iccProfileSignature.count
        guard payload.count >= signatureByteCount + 2,
            bytes.matches(JPEGMarker.iccProfileSignature, at: payload.lowerBound)
        else { return }
        let number = Int(bytes[payload.lowerBound + signatureByteCount])
        let partCount = Int(bytes[payload.lowerBound + signatureByteCount + 1])
        if parts.isEmpty { parts = [Range<Int>?](repeating: nil, count: partCount) }

        guard partCount == parts.count, parts.indices.contains(number - 1), parts[number - 1] == nil
        else {
            isInconsistent = true
            return
        }
        parts[number - 1] = payload.dropFirst(signatureByteCount + 2)
    }

    /// What the parts say together: nil where there are none, an unreadable profile where some are
    /// missing or contradict each other.
    func profile(in bytes: Span<UInt8>) -> ICCProfile? {
        guard !parts.isEmpty || isInconsistent else { return nil }
        let found = parts.compactMap(\.self)
        guard !isInconsistent, found.count == parts.count else {
            return ICCProfile(isStandard: false)
        }
        var profile: [UInt8] = []
        profile.reserveCapacity(found.reduce(0) { $0 + $1.count })
        for range in found {
            for offset in range { profile.append(bytes[offset]) }
        }
        return ICCProfileReader.read(profile)
    }
}
