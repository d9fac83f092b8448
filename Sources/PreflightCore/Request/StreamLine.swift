/// One line of a stream: an image by path or in base64, with an identity that is echoed.
public struct StreamLine: Sendable, Hashable {
    /// Where the image is.
    public enum Image: Sendable, Hashable {
        /// In a file.
        case path(String)
        /// In the line, already decoded.
        case bytes([UInt8])
        /// In the line, but not in base64; why, as a clause.
        case malformed(String)
    }

    /// The identity as it was spelled: any JSON value; nil where the line has none.
    public var id: String?

    /// The image.
    public var image: Image

    /// Reads a line: `{"id":…, "path":…}` or `{"id":…, "data":…}`.
    ///
    /// - Throws: ``StreamLineError`` where the line is no such object.
    public init(_ bytes: [UInt8]) throws(StreamLineError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONParser.value(of: bytes)
        } catch {
            throw StreamLineError(reason: "Expected a JSON object, found a line that is not JSON.")
        }
        guard case .object(let members) = value.content else {
            throw StreamLineError(reason: "Expected a JSON object, found \(value.summary).")
        }
        id = members.last { $0.name == "id" }?.value.compactText
        let path = members.last { $0.name == "path" }?.value
        let data = members.last { $0.name == "data" }?.value
        image = try Self.image(path: path, data: data)
    }

    private static func image(
        path: JSONValue?,
        data: JSONValue?
    ) throws(StreamLineError) -> Image {
        switch (path?.content, data?.content) {
        case (.string(let path), nil): return .path(path)
        case (nil, .string(let text)): return decoded(text)
        default:
            throw StreamLineError(
                reason: "Expected either \"path\" or \"data\" with a text, found neither or both."
            )
        }
    }

    private static func decoded(_ text: String) -> Image {
        let bytes = Array(text.utf8)
        do throws(Base64Error) {
            return .bytes(try Base64.decode(bytes.span))
        } catch {
            return .malformed("its base64 is malformed: \(error)")
        }
    }
}
