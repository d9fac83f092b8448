#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension FilePath {
    /// The path from the root to what stands at this one, without links, `.` and `..`.
    ///
    /// The corresponding C function is `realpath()`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public func resolved() throws(FileError) -> FilePath {
        guard let text = unsafe realpath(cString, nil) else { throw .last }
        defer { unsafe free(text) }
        var path = FilePath(bytes: [])
        var offset = 0
        while unsafe text[offset] != 0 {
            path.bytes.append(unsafe UInt8(bitPattern: text[offset]))
            offset += 1
        }
        return path
    }
}
