#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The names in a folder.
public enum DirectoryListing {
    /// The names in a folder, byte for byte, in the order of their bytes, without `.` and `..`.
    ///
    /// The corresponding C functions are `fdopendir()` and `readdir()`.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - limit: The most names that are read, of a folder that may hold any number.
    /// - Returns: The names.
    /// - Throws: ``FileError`` where the folder cannot be read to its end.
    public static func names(
        in directory: FilePath,
        atMost limit: Int = .max
    ) throws(FileError) -> [FilePath] {
        try OpenFolder(directory).names(atMost: limit)
    }

    /// The names that a stream yields, in the order of their bytes; closes the stream.
    static func names(
        in stream: OpaquePointer,
        atMost limit: Int
    ) throws(FileError) -> [FilePath] {
        defer { unsafe closedir(stream) }
        var names: [FilePath] = []
        while names.count < limit {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe nameBytes(of: entry)
            guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
            names.append(FilePath(bytes: name))
        }
        guard errno == 0 || names.count == limit else { throw .last }
        return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
            unsafe Array(raw.prefix { $0 != 0 })
        }
    }
}
