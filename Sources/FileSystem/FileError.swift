#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Why the file system did not do what it was asked, in its own words.
public struct FileError: Error, Sendable, Hashable {
    /// The C library's error number.
    public var code: Int32

    /// Creates an error from the C library's number.
    public init(code: Int32) {
        self.code = code
    }
}

extension FileError {
    /// The path is a folder where a file is needed.
    ///
    /// The corresponding C error is `EISDIR`.
    public static let isDirectory = FileError(code: EISDIR)

    /// The file is larger than was allowed.
    ///
    /// The corresponding C error is `EFBIG`.
    public static let tooLarge = FileError(code: EFBIG)

    /// The file changed while it was read.
    ///
    /// The corresponding C error is `ESTALE`.
    public static let changed = FileError(code: ESTALE)

    /// Nobody reads what is written.
    ///
    /// The corresponding C error is `EPIPE`.
    public static let closedPipe = FileError(code: EPIPE)

    /// The last error of the calling thread.
    ///
    /// The corresponding C variable is `errno`.
    static var last: FileError { FileError(code: errno) }
}

extension FileError: CustomStringConvertible {
    /// The error as the C library words it: `No such file or directory`.
    public var description: String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}

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
