/// One line of a stream: an image by path or in base64, with an identity that is echoed.
package struct StreamLine: Sendable, Hashable {
    /// Where the image is.
    package enum Image: Sendable, Hashable {
        /// In a file.
        case path(String)
        /// In the line, already decoded.
        case bytes([UInt8])
        /// In the line, but not in base64; why, as a clause.
        case malformed(String)
        /// Nowhere: the line does not say which image; what was expected, as a sentence.
        case absent(String)
    }

    /// The identity as it was spelled: any JSON value; nil where the line has none.
    package var id: String?

    /// The image.
    package var image: Image

    /// Reads a line: `{"id":…, "path":…}` or `{"id":…, "data":…}`.
    ///
    /// A member that is null counts as absent. An object that names no image is a line all the
    /// same, so that its answer can carry the identity.
    ///
    /// - Throws: ``StreamLineError`` where the line is no object.
    package init(_ bytes: [UInt8]) throws(StreamLineError) {
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
        image = Self.image(
            path: Self.member("path", of: members),
            data: Self.member("data", of: members)
        )
    }

    /// The last member of a name; nil where there is none, or where it is null.
    private static func member(_ name: String, of members: [JSONValue.Member]) -> JSONValue? {
        let value = members.last { $0.name == name }?.value
        return value?.content == .null ? nil : value
    }

    private static func image(path: JSONValue?, data: JSONValue?) -> Image {
        switch (path?.content, data?.content) {
        case (.string(let path), nil): .path(path)
        case (nil, .string(let text)): decoded(text)
        case (.some, .some): .absent("Expected either \"path\" or \"data\", found both.")
        case (nil, nil): .absent("Expected either \"path\" or \"data\", found neither.")
        case (.some, nil): .absent("Expected a text as \"path\", found \(path?.summary ?? "").")
        case (nil, .some): .absent("Expected a text as \"data\", found \(data?.summary ?? "").")
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

/// Why a line of a stream is not understood, as one sentence.
package struct StreamLineError: Error, Sendable, Hashable {
    /// The sentence.
    package var reason: String

    /// Creates an error.
    package init(reason: String) {
        self.reason = reason
    }
}
