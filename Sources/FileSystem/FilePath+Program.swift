#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension FilePath {
    /// The file of the program that this process runs, without links; nil where that is not known.
    public static var ofThisProgram: FilePath? {
        if let path = try? FilePath("/proc/self/exe").resolved() { return path }
        return CommandLine.arguments.first.flatMap { try? FilePath($0).resolved() }
    }

    /// The path that a variable of the environment holds; nil where it is not set, or empty.
    ///
    /// The corresponding C function is `getenv()`.
    public init?(inVariable name: String) {
        guard let value = unsafe getenv(name) else { return nil }
        unsafe self.init(bytes: UnsafeRawBufferPointer(start: value, count: strlen(value)))
        if bytes.isEmpty { return nil }
    }

    /// Whether this process may run the file.
    ///
    /// The corresponding C functions are `stat()` and `access()`.
    public var isProgram: Bool {
        guard (try? FileStatus(of: self))?.kind == .regular else { return false }
        return unsafe access(cString, X_OK) == 0
    }
}
