/// The version of this package.
package enum Version {
    /// As `major.minor.patch`, by Semantic Versioning 2.0.0.
    package static let current = "0.1.0"
}
