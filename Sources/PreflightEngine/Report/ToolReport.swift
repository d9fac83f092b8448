/// What judged: this program and its decoder.
public struct ToolReport: Sendable, Equatable {
    /// The program's name.
    public var name = "imgcheck"

    /// The program's version, as `major.minor.patch`.
    public var version = Version.current

    /// The version of the codec that decoded, for libvips as `major.minor.micro`.
    public var codecVersion: String
}
