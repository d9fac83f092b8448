/// A file that is part of the package.
public struct EmbeddedFile: Sendable {
    /// The file's name, without a folder.
    public let name: String

    /// The names under which its model is asked for; the first is the table's own.
    public let modelNames: [String]

    private let text: StaticString

    /// Creates the file from its content.
    public init(name: String, modelNames: [String], text: StaticString) {
        self.name = name
        self.modelNames = modelNames
        self.text = text
    }

    /// The content.
    public var bytes: [UInt8] { Array(text.description.utf8) }
}
