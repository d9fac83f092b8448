internal import Foundation

/// One of the project's own image files, by name and with the recipe of its making.
///
/// The files, the catalogue and the tables of README.md are written by `make-fixtures.py`.
public struct Fixture: Sendable, Hashable {
    /// The file's name in the folder `images`.
    public let name: String

    /// How the file was made, in one sentence.
    public let recipe: String

    init(_ name: String, recipe: String) {
        self.name = name
        self.recipe = recipe
    }
}

extension Fixture {
    /// The folder that holds every fixture and nothing else, as an absolute path.
    public static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .appending(path: "images")
        .path(percentEncoded: false)

    /// The file's absolute path.
    public var path: String { "\(Self.folder)/\(name)" }

    /// The file's content.
    ///
    /// - Throws: Foundation's error where the file cannot be read.
    public func bytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: path)))
    }
}

extension Fixture: CustomStringConvertible {
    /// The file's name, which is what a parameterised test shows for its argument.
    public var description: String { name }
}
