extension String {
    /// A path as a URI reference (RFC 3986): absolute ones with `file://`, others relative.
    ///
    /// A byte of a file name that belongs to no character, which the path has as `\xNN`, is that
    /// byte again. A colon is always encoded, or a first segment with one would be a scheme
    /// (section 4.2).
    var fileURI: String {
        let encoded = restoredBytes.map { byte in
            Self.unreserved.contains(byte)
                ? String(Unicode.Scalar(byte))
                : "%" + String(byte, radix: 16, uppercase: true).padded(to: 2, before: "0")
        }
        return (utf8.first == UInt8(ascii: "/") ? "file://" : "") + encoded.joined()
    }

    /// Section 2.3, and the slash between segments.
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8
    )

    /// The bytes of the path; those from 0x80 on that are written as `\xNN` are themselves.
    private var restoredBytes: [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let first = rest.first {
            let digits = String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self)
            if rest.starts(with: #"\x"#.utf8), let byte = UInt8(digits, radix: 16), byte >= 0x80 {
                bytes.append(byte)
                rest = rest.dropFirst(4)
            } else {
                bytes.append(first)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }
}
