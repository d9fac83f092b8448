/// Uncompresses zlib streams, as PNG chunks hold them; a stream with any fault yields nothing.
enum Inflate {
    /// Uncompresses a whole zlib stream; bytes after its end are ignored.
    ///
    /// - Parameters:
    ///   - bytes: The stream, header and checksum included.
    ///   - byteCountLimit: The most bytes to return.
    /// - Returns: What was compressed, or nil where the stream is malformed, cut off, or holds more
    ///   than `byteCountLimit` bytes.
    static func zlib(_ bytes: [UInt8], byteCountLimit: Int) -> [UInt8]? {
        let scan = InflateScan(
            of: bytes.span,
            byteCountLimit: byteCountLimit,
            keepingFirst: byteCountLimit
        )
        guard case .checksum(isRight: true, _) = scan.end else { return nil }
        return scan.output.beginning
    }
}

/// Why a stream was given up.
enum InflateError: Error {
    /// It breaks a rule of the format.
    case malformed
    /// It ends before its last block does.
    case cutOff
    /// It holds more bytes than the caller wants.
    case tooLong
}
