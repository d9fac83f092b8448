import PreflightCore

/// What holds of every header, whatever the bytes it was read from.
enum HeaderInvariants {
    /// Reads every truncation of `bytes`, and every copy with one byte changed.
    ///
    /// - Parameters:
    ///   - bytes: A file.
    ///   - read: The header reader.
    /// - Returns: A description of each variant whose header contradicts itself; a reader that
    ///   traps ends the test run.
    static func violations(
        inVariantsOf bytes: [UInt8],
        read: (Span<UInt8>) throws(HeaderError) -> ImageHeader
    ) -> [String] {
        var violations: [String] = []
        func check(_ variant: [UInt8], _ name: String) {
            guard let header = try? read(variant.span) else { return }
            guard !holds(header, byteCount: variant.count) else { return }
            violations.append("\(name): \(header)")
        }
        for byteCount in 0...bytes.count {
            check(Array(bytes.prefix(byteCount)), "first \(byteCount) bytes")
        }
        for offset in bytes.indices {
            for mask: UInt8 in [0x01, 0x80, 0xFF] {
                var variant = bytes
                variant[offset] ^= mask
                check(variant, "byte \(offset) is \(variant[offset])")
            }
        }
        return violations
    }

    /// Whether a header of a file of `byteCount` bytes contradicts neither itself nor the file.
    static func holds(_ header: ImageHeader, byteCount: Int) -> Bool {
        header.size.width > 0 && header.size.height > 0 && header.frameCount >= 0
            && header.frameCount <= byteCount
            && header.largestFrame.width >= header.size.width
            && header.largestFrame.height >= header.size.height
            && (0...byteCount).contains(header.trailingByteCount)
            && (header.hasEndMarker || header.trailingByteCount == 0)
            && (1...16).contains(header.bitsPerSample)
    }
}
