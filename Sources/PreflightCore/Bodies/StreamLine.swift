/// One line of a stream: an image by path or in base64, with an identity that is echoed.
package struct StreamLine: Sendable, Hashable {
    /// Where the image is.
    package enum Image: Sendable, Hashable {
        /// In a file.
        case path(String)
        /// In the line, already decoded; what is unusual about its base64.
        case bytes([UInt8], [Base64Fault])
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
        let outline: JSONOutline
        do throws(JSONSyntaxError) {
            var scanner = JSONScanner(bytes)
            outline = try JSONOutline(wholeText: &scanner)
        } catch {
            throw StreamLineError(error, in: bytes)
        }
        guard outline.nodes[0].kind == .object else {
            throw StreamLineError(
                reason: "The line is \(outline.summary(of: 0)), not a JSON object: \(Self.cure)."
            )
        }
        id = outline.member("id", of: 0).flatMap { outline.compactText(of: $0) }
        image = Self.image(in: outline)
    }

    private static func image(in outline: JSONOutline) -> Image {
        let path = present("path", in: outline)
        let data = present("data", in: outline)
        guard let index = path ?? data else {
            return .absent("The line has neither \"path\" nor \"data\": \(cure).")
        }
        guard path == nil || data == nil else {
            return .absent("The line has both \"path\" and \"data\": one of them is enough.")
        }
        guard let text = outline.text(index) else {
            let name = path == nil ? "data" : "path"
            let found = outline.summary(of: index)
            return .absent("\"\(name)\" is \(found), not a text: \(cure).")
        }
        guard path == nil else { return .path(text.value(in: outline.bytes)) }
        return decoded(text, in: outline.bytes)
    }

    /// How a line names its image, as a clause for whoever wrote another.
    private static let cure =
        #"write {"path": "a.png"}, or {"data": "…"} with the file in base64"#

    /// The member of this name; nil where there is none, or where it is null.
    private static func present(_ name: String, in outline: JSONOutline) -> Int? {
        outline.member(name, of: 0).flatMap { outline.nodes[$0].kind == .null ? nil : $0 }
    }

    private static func decoded(_ text: JSONText, in bytes: [UInt8]) -> Image {
        do throws(Base64Error) {
            let span = bytes.span.extracting(text.range)
            let file = try Base64.decode(insideJSONString: span)
            guard ImageFormat(ofImage: file.span).isNone, file.first.map(isLetter) == true,
                let inner = Base64.recoveredImage(of: text.unescaped(in: bytes))
            else { return .bytes(file, []) }
            return .bytes(inner.bytes, inner.faults)
        } catch {
            let unescaped = text.unescaped(in: bytes)
            guard let file = Base64.recoveredImage(of: unescaped) else {
                if let other = ForeignContent(insteadOfBase64: unescaped.span) {
                    return .malformed("it is \(other.name), not base64")
                }
                if let file = file(ofDataURL: unescaped) {
                    return .bytes(file, [.superfluousPrefix])
                }
                return .malformed("its base64 is malformed: \(error)")
            }
            return .bytes(file.bytes, file.faults)
        }
    }

    /// What a data URL in the place of its base64 holds, whatever that is.
    private static func file(ofDataURL text: [UInt8]) -> [UInt8]? {
        guard text[...].startsIgnoringCase(with: "data:"),
            let comma = text.prefix(256).firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        let letters = Array(text[(comma + 1)...])
        return try? Base64.decode(letters.span)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { Base64.sextets[Int(byte)] < 64 }
}

/// Why a line of a stream is not understood, as one sentence.
package struct StreamLineError: Error, Sendable, Hashable {
    /// The sentence.
    package var reason: String

    /// Creates an error.
    package init(reason: String) {
        self.reason = reason
    }

    /// The mistake in a line that is no JSON, with its place.
    init(_ error: JSONSyntaxError, in bytes: [UInt8]) {
        // What is beyond what is read may be JSON, and nobody should look for the mistake in it.
        guard !error.isOfDepth else {
            self.init(reason: "The line is \(error.reason), which is the most that is read.")
            return
        }
        guard bytes.contains(where: { !JSONText.whiteSpace.contains($0) }) else {
            self.init(reason: "The line is empty: leave it out.")
            return
        }
        let column = RequestBodyError.column(of: error.offset, lineStart: 0, bytes)
        self.init(reason: "The line is not JSON: at column \(column), \(error.reason).")
    }

    /// The mistake that a line is longer than is read.
    package init(byteCount: Int, over limit: Int) {
        self.init(
            reason: "The line has \(byteCount.grouped) bytes, and at most \(limit.grouped) are "
                + "read: name the image by \"path\", or send a smaller file."
        )
    }
}
