package import FileSystem

/// The name that an output was given, below the folder of the outputs.
package struct OutputName: Sendable, Equatable {
    /// The name that is used.
    package let path: FilePath

    /// The name that would have been used if no other image had a better right to it.
    package let wantedPath: FilePath

    /// Whether the name was changed because of another image; people are told.
    package var isChanged: Bool { path != wantedPath }
}
