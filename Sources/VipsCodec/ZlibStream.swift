internal import CLibDeflate

/// A zlib stream that is in memory whole (RFC 1950).
enum ZlibStream {
    /// The CRC of a part of a file (PNG, annex D).
    ///
    /// The corresponding libdeflate function is `libdeflate_crc32()`.
    static func crc32(of bytes: UnsafeRawBufferPointer) -> UInt32 {
        unsafe libdeflate_crc32(0, bytes.baseAddress, bytes.count)
    }

    /// Uncompresses a stream.
    ///
    /// The corresponding libdeflate function is `libdeflate_zlib_decompress_ex()`.
    ///
    /// - Parameters:
    ///   - stream: The stream.
    ///   - byteCount: How many bytes there are to be in it.
    /// - Returns: The bytes; nil where the stream is damaged, is longer or shorter, or does not end
    ///   where its bytes end.
    static func uncompressed(_ stream: UnsafeRawBufferPointer, to byteCount: Int) -> [UInt8]? {
        // A decoder that trusts a smaller window than there is loses what lies farther back.
        guard let first = unsafe stream.first,
            windowByteCount(of: first) >= min(byteCount, 1 << 15),
            let decompressor = unsafe libdeflate_alloc_decompressor()
        else { return nil }
        defer { unsafe libdeflate_free_decompressor(decompressor) }
        var (readCount, writtenCount) = (0, 0)
        var isRight = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            let result = unsafe libdeflate_zlib_decompress_ex(
                decompressor,
                stream.baseAddress,
                stream.count,
                buffer.baseAddress,
                byteCount,
                &readCount,
                &writtenCount
            )
            isRight = result == LIBDEFLATE_SUCCESS && writtenCount == byteCount
            count = isRight ? byteCount : 0
        }
        return isRight && readCount == stream.count ? bytes : nil
    }

    /// How far back a stream may refer, by its first byte (RFC 1950, 2.2).
    private static func windowByteCount(of first: UInt8) -> Int { 1 << (Int(first >> 4) + 8) }
}
