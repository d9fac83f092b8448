import PreflightCore

/// What holds of every request body, whatever its bytes.
enum BodyPromises {
    /// Whether what is read from `bytes` keeps to their bounds, and can be rewritten.
    static func hold(of bytes: [UInt8]) -> Bool {
        let body: RequestBody
        do {
            body = try RequestBody(bytes)
        } catch {
            return (0...bytes.count).contains(error.offset) && error.line > 0 && error.column > 0
        }
        for image in body.images { _ = try? body.imageBytes(of: image) }
        let replacements = [
            0: BodyReplacement.text("x"), 1: .image([1, 2], mediaType: "image/gif"),
        ]
        return body.rewritten([:]) == bytes
            && (try? RequestBody(body.rewritten(replacements)))?.requests.count
                == body.requests.count
    }
}
