#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension OpenFolder {
    /// Creates a folder in this one.
    ///
    /// The corresponding C function is `mkdirat()`; the mode is 0777 without the bits of the umask.
    ///
    /// - Throws: ``FileError``; ``FileError/exists`` where the name is taken.
    public func createFolder(named name: FilePath) throws(FileError) {
        guard unsafe mkdirat(descriptor, name.cString, 0o777) == 0 else { throw .last }
    }

    /// Creates a file in this folder and opens it for writing.
    ///
    /// The corresponding C function is `openat()` with `O_EXCL` and `O_NOFOLLOW`; the mode is 0666
    /// without the bits of the umask.
    ///
    /// - Throws: ``FileError``; ``FileError/exists`` where the name is taken, be it by a link.
    public func createFile(named name: FilePath) throws(FileError) -> OutputFile {
        try openFile(named: name, flags: O_CREAT | O_EXCL)
    }

    /// Opens a file of this folder for writing and leaves its content.
    ///
    /// The corresponding C function is `openat()` with `O_NOFOLLOW`. It does not wait for the
    /// reader of a pipe.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public func openFile(named name: FilePath) throws(FileError) -> OutputFile {
        try openFile(named: name, flags: O_NONBLOCK)
    }

    private func openFile(named name: FilePath, flags: Int32) throws(FileError) -> OutputFile {
        let all = O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags
        let opened = unsafe openat(descriptor, name.cString, all, 0o666)
        guard opened >= 0 else { throw .last }
        return OutputFile(descriptor: opened, closesAtEnd: true)
    }

    /// Gives a file another name, at once, in place of whatever bears that name.
    ///
    /// The corresponding C function is `renameat()`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public func rename(_ name: FilePath, replacing newName: FilePath) throws(FileError) {
        let status = unsafe renameat(descriptor, name.cString, descriptor, newName.cString)
        guard status == 0 else { throw .last }
    }

    /// Gives a file another name, at once, unless something bears that name.
    ///
    /// The corresponding C functions are `linkat()` and `unlinkat()`. Where the file system has no
    /// hard links (FAT, some network folders) it is a look and `renameat()`, and what appears
    /// between the two is replaced.
    ///
    /// - Throws: ``FileError``; ``FileError/exists`` where the name is taken, be it by a link.
    public func rename(_ name: FilePath, keeping newName: FilePath) throws(FileError) {
        if unsafe linkat(descriptor, name.cString, descriptor, newName.cString, 0) == 0 {
            return try remove(name)
        }
        let error = FileError.last
        guard FileError.ofMissingHardLinks.contains(error) else { throw error }
        guard (try? status(of: newName, followingLinks: false)) == nil else { throw .exists }
        try rename(name, replacing: newName)
    }

    /// Removes a file's name from this folder.
    ///
    /// The corresponding C function is `unlinkat()`.
    ///
    /// - Throws: ``FileError``; ``FileError/missing`` where nothing bears the name.
    public func remove(_ name: FilePath) throws(FileError) {
        guard unsafe unlinkat(descriptor, name.cString, 0) == 0 else { throw .last }
    }

    /// Waits until the folder's names are on the disk, where the file system can say so.
    ///
    /// The corresponding C function is `fsync()`, which fails with `EINVAL` where folders cannot be
    /// synchronised.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public func synchronise() throws(FileError) {
        guard fsync(descriptor) != 0, errno != EINVAL else { return }
        throw .last
    }
}
