#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension FileError {
    /// The name is taken.
    ///
    /// The corresponding C error is `EEXIST`.
    public static let exists = FileError(code: EEXIST)

    /// Nothing bears the name.
    ///
    /// The corresponding C error is `ENOENT`.
    public static let missing = FileError(code: ENOENT)

    /// What should be a folder is none.
    ///
    /// The corresponding C error is `ENOTDIR`.
    public static let notDirectory = FileError(code: ENOTDIR)

    /// The errors of a place without room: `ENOSPC` and `EDQUOT`.
    public static let ofMissingRoom: Set<FileError> = [
        FileError(code: ENOSPC), FileError(code: EDQUOT),
    ]

    /// The errors of a place that may not be written to: `EACCES`, `EPERM` and `EROFS`.
    public static let ofMissingPermission: Set<FileError> = [
        FileError(code: EACCES), FileError(code: EPERM), FileError(code: EROFS),
    ]

    /// The errors of `link()` where the file system has no hard links.
    static let ofMissingHardLinks: Set<FileError> = [
        FileError(code: EPERM), FileError(code: EOPNOTSUPP), FileError(code: ENOSYS),
    ]
}
