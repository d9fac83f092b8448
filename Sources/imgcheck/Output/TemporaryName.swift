internal import FileSystem
internal import ImagePreflight

/// The names that outputs bear until they are complete: `.imgcheck-0123456789abcdef.tmp`.
///
/// The number is drawn at random, so that runs side by side do not meet. A name says nothing of who
/// bears it: whether its writer lives is told by the lock that the writer holds on the file.
enum TemporaryName {
    /// A name that nobody has used.
    static func random() -> FilePath {
        let number = String(UInt64.random(in: .min ... .max), radix: 16)
        return FilePath(prefix + number.padded(to: digitCount, before: "0") + suffix)
    }

    /// Whether a name is one that ``random()`` could have given.
    static func matches(_ name: FilePath) -> Bool {
        let bytes = name.bytes
        guard bytes.count == prefix.utf8.count + digitCount + suffix.utf8.count,
            bytes.starts(with: prefix.utf8),
            bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        else { return false }
        return bytes.dropFirst(prefix.utf8.count).prefix(digitCount).allSatisfy(digits.contains)
    }

    private static let prefix = ".imgcheck-"
    private static let suffix = ".tmp"
    private static let digitCount = 16
    private static let digits = Set("0123456789abcdef".utf8)
}
