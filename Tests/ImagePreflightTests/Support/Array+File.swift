import Foundation

extension [UInt8] {
    /// The content of a file.
    init(contentsOfFile path: String) throws {
        self = try Self(Data(contentsOf: URL(filePath: path)))
    }
}
