#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the file system knows of a file: enough to tell files apart and to see that one changed.
public struct FileStatus: Sendable, Hashable {
    /// What stands at a path.
    public enum Kind: Sendable, Hashable {
        /// A regular file, whose length is known.
        case regular
        /// A folder.
        case directory
        /// A symbolic link that was not followed.
        case link
        /// A pipe, a device, a socket.
        case other
    }

    /// What stands at a path where it is neither file, folder nor link.
    public enum Special: Sendable, Hashable {
        /// A pipe, with a name or without.
        case pipe
        /// A socket.
        case socket
        /// A device, by bytes or by blocks.
        case device
    }

    /// What it is.
    public var kind: Kind

    /// What it is where ``kind`` is ``Kind/other``; nil elsewhere.
    public var special: Special?

    /// Its length in bytes; meaningful for regular files.
    public var byteCount: Int

    /// The device and the number on it, which together tell files apart under any name.
    public var identity: [UInt64]

    /// The time of the last change to the content, in nanoseconds since 1970.
    public var modifiedNanoseconds: Int

    init(_ raw: stat) {
        switch raw.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        special = kind == .other ? Special(raw.st_mode) : nil
        byteCount = Int(raw.st_size)
        identity = [UInt64(raw.st_dev), UInt64(raw.st_ino)]
        #if canImport(Glibc)
        let modified = raw.st_mtim
        #else
        let modified = raw.st_mtimespec
        #endif
        modifiedNanoseconds = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
    }
}

extension FileStatus.Special {
    fileprivate init(_ mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }
}

extension FileStatus {
    /// Looks at a path.
    ///
    /// The corresponding C functions are `stat()` and `lstat()`.
    ///
    /// - Parameters:
    ///   - path: The path to look at.
    ///   - followingLinks: Whether a symbolic link stands for what it points at.
    /// - Throws: ``FileError`` as the C function reports it.
    public init(of path: FilePath, followingLinks: Bool = true) throws(FileError) {
        var raw = stat()
        let status = unsafe followingLinks ? stat(path.cString, &raw) : lstat(path.cString, &raw)
        guard status == 0 else { throw .last }
        self.init(raw)
    }
}
