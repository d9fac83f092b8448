import PreflightCore

/// What reads bytes from strangers, one case for each reader.
enum FuzzTarget: String, CaseIterable {
    case jpeg, png, gif, webp, heif
    /// What tells formats apart, and content that is no image.
    case recognition
    /// Tables of limits.
    case table
    /// Request bodies.
    case body
    /// Lines of a stream.
    case line
    /// The worker's side of the protocol.
    case request
    /// The program's side of the protocol.
    case answer
    /// The decoder, and what is written of a picture.
    case decode
}

extension FuzzTarget {
    /// Reads the bytes.
    ///
    /// - Returns: What should hold of every input and does not of this one; nil where all does.
    func brokenPromise(by bytes: [UInt8]) -> String? {
        switch self {
        case .jpeg, .png, .gif, .webp, .heif, .recognition: FilePromises.broken(by: bytes)
        case .table: TablePromises.broken(by: bytes)
        case .body: BodyPromises.hold(of: bytes) ? nil : "a body that contradicts itself"
        case .line:
            // Any line is read or refused; nothing else is promised of it.
            (try? StreamLine(bytes))?.id == "" ? "an identity of no characters" : nil
        case .request: MessagePromises.brokenByRequest(bytes)
        case .answer: MessagePromises.brokenByAnswer(bytes)
        case .decode: PicturePromises.broken(by: bytes)
        }
    }
}
