#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A folder that is open, whatever becomes of its path, and closes with its last owner.
///
/// Names are looked up in the open folder itself, so that nobody can put another in its place
/// between a look at a file and the use of it.
public final class OpenFolder: Sendable {
    let descriptor: Int32

    /// Opens a folder; a symbolic link stands for the folder it points at.
    ///
    /// The corresponding C function is `open()` with `O_DIRECTORY`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public convenience init(_ path: FilePath) throws(FileError) {
        let opened = unsafe open(path.cString, Self.flags)
        guard opened >= 0 else { throw .last }
        self.init(descriptor: opened)
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
}

extension OpenFolder {
    /// Creates a folder and those above it that are missing; one that is there will do.
    ///
    /// The corresponding C function is `mkdir()`; the mode is 0777 without the bits of the umask.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public static func create(_ path: FilePath) throws(FileError) {
        do throws(FileError) {
            try createLast(path)
        } catch {
            guard error == .missing, let parent = path.parent else { throw error }
            try create(parent)
            try createLast(path)
        }
    }

    private static func createLast(_ path: FilePath) throws(FileError) {
        guard unsafe mkdir(path.cString, 0o777) != 0, errno != EEXIST else { return }
        throw .last
    }

    /// Opens a folder in this one; a symbolic link is not followed.
    ///
    /// The corresponding C function is `openat()` with `O_DIRECTORY` and `O_NOFOLLOW`.
    ///
    /// - Throws: ``FileError``; ``FileError/notDirectory`` for a file and for a link.
    public func folder(named name: FilePath) throws(FileError) -> OpenFolder {
        let opened = unsafe openat(descriptor, name.cString, Self.flags | O_NOFOLLOW)
        guard opened >= 0 else { throw .last }
        return OpenFolder(descriptor: opened)
    }

    /// What stands under a name in this folder.
    ///
    /// The corresponding C function is `fstatat()`.
    ///
    /// - Parameters:
    ///   - name: The name to look at.
    ///   - followingLinks: Whether a symbolic link stands for what it points at.
    /// - Returns: What the file system knows of it.
    /// - Throws: ``FileError``; ``FileError/missing`` where nothing does.
    public func status(
        of name: FilePath,
        followingLinks: Bool
    ) throws(FileError) -> FileStatus {
        var raw = stat()
        let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
        guard unsafe fstatat(descriptor, name.cString, &raw, flags) == 0 else { throw .last }
        return FileStatus(raw)
    }

    /// The names in this folder, byte for byte, in the order of their bytes, without `.` and `..`.
    ///
    /// The corresponding C functions are `fdopendir()` and `readdir()`.
    ///
    /// - Parameter limit: The most names that are read.
    /// - Returns: The names.
    /// - Throws: ``FileError`` where the folder cannot be read to its end.
    public func names(atMost limit: Int = .max) throws(FileError) -> [FilePath] {
        // A stream takes its descriptor over, and its place in the folder with it.
        let reopened = unsafe openat(descriptor, ".", Self.flags)
        guard reopened >= 0 else { throw .last }
        guard let stream = unsafe fdopendir(reopened) else {
            let error = FileError.last
            close(reopened)
            throw error
        }
        return try unsafe DirectoryListing.names(in: stream, atMost: limit)
    }
}
