internal import FileSystem
internal import ImagePreflight

extension String {
    /// The text as a word of a shell, with nothing in it that a terminal obeys.
    var shellQuoted: String {
        guard neutralised == self else { return Array(utf8).quotedByCodes }
        let isPlain = utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || "0123456789-_./:@%+=,".utf8.contains(byte)
        }
        guard !isPlain || isEmpty else { return self }
        return "'" + replacing("'", with: #"'\''"#) + "'"
    }
}

extension FilePath {
    /// The path as a word of a shell, byte for byte.
    var shellQuoted: String {
        String(validating: bytes, as: UTF8.self)?.shellQuoted ?? bytes.quotedByCodes
    }
}

extension [UInt8] {
    /// The bytes with a code for each that is no plain character: `$'a\x0ab'`.
    ///
    /// Bash, zsh and the newest POSIX shells know it (POSIX.1-2024, 2.2.4).
    fileprivate var quotedByCodes: String {
        let codes = map { byte -> String in
            let isPlain = (0x20...0x7E).contains(byte) && !#"'\"#.utf8.contains(byte)
            let code = String(byte, radix: 16)
            return isPlain
                ? String(UnicodeScalar(byte)) : #"\x"# + (byte < 16 ? "0" : "") + code
        }
        return "$'" + codes.joined() + "'"
    }
}
