/// What judged: this program and its decoder.
public struct ToolReport: Sendable, Equatable {
    /// The program's name.
    public var name = "imgcheck"

    /// The program's version, as `major.minor.patch`.
    public var version = Version.current

    /// The version of the codec that decoded, for libvips as `major.minor.micro`.
    public var codecVersion: String
}

/// The version of this package.
package enum Version {
    /// As `major.minor.patch`, by Semantic Versioning 2.0.0.
    package static let current = "0.1.0"
}
