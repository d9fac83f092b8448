// One function for each kind of value on the way to an image. Each returns what the value holds, so
// that of a repeated name the last member replaces what the ones before it held.
extension BodyReader {
    /// Reads the object of a request.
    ///
    /// - Parameter isWrapped: Whether it is a member of another request, and so wraps none itself.
    /// - Returns: Its model and images; nothing where the value is no object.
    /// - Throws: ``JSONSyntaxError`` at the first byte that does not fit.
    mutating func conversation(isWrapped: Bool) throws(JSONSyntaxError) -> BodyConversation {
        scanner.skipWhiteSpace()
        var conversation = BodyConversation(start: scanner.offset)
        guard try scanner.enterObject() else { return conversation }
        while let text = try scanner.nextName() {
            switch BodyName(text, in: scanner.bytes) {
            case .model: conversation.model = try scanner.text()?.quoted(in: scanner.bytes)
            case .messages: conversation.images = try messages()
            case .role: conversation.own.hasRole = try scanner.text() != nil
            case .content: conversation.own.images = try parts()
            case .message where !isWrapped: conversation.message = try recordedMessage()
            case .body where !isWrapped: conversation.wrapped[.body] = try wrapped(in: .body)
            case .params where !isWrapped: conversation.wrapped[.params] = try wrapped(in: .params)
            default: try scanner.skipValue()
            }
        }
        conversation.own.range = conversation.own.range.lowerBound..<scanner.offset
        return conversation
    }

    private mutating func wrapped(
        in name: BodyName
    ) throws(JSONSyntaxError) -> BodyConversation {
        path.append(.member(name))
        defer { path.removeLast() }
        return try conversation(isWrapped: true)
    }

    private mutating func messages() throws(JSONSyntaxError) -> [BodyImage]? {
        try elements(of: .messages) { (reader) throws(JSONSyntaxError) in
            try reader.message().images ?? []
        }
    }

    /// The message that a line of a transcript records beside other things.
    private mutating func recordedMessage() throws(JSONSyntaxError) -> BodyMessage {
        path.append(.member(.message))
        defer { path.removeLast() }
        return try message()
    }

    private mutating func message() throws(JSONSyntaxError) -> BodyMessage {
        scanner.skipWhiteSpace()
        var message = BodyMessage(start: scanner.offset)
        guard try scanner.enterObject() else { return message }
        while let text = try scanner.nextName() {
            switch BodyName(text, in: scanner.bytes) {
            case .role: message.hasRole = try scanner.text() != nil
            case .content: message.images = try parts()
            default: try scanner.skipValue()
            }
        }
        message.range = message.range.lowerBound..<scanner.offset
        return message
    }

    /// The images of content parts; a content that is a string has none.
    ///
    /// An image that stands there without an array around it is a mistake.
    private mutating func parts() throws(JSONSyntaxError) -> [BodyImage] {
        scanner.skipWhiteSpace()
        let start = scanner.offset
        guard scanner.next == UInt8(ascii: "{") else {
            return try elements(of: .content) { (reader) throws(JSONSyntaxError) in
                try reader.part()
            } ?? []
        }
        path.append(.member(.content))
        defer { path.removeLast() }
        return try part()
            .map { image in
                guard image.partRange.lowerBound == start else { return image }
                var image = image
                image.content = .missing(.lonePart(offset: start))
                return image
            }
    }

    /// The images in the elements of a member's array; nil where its value is no array.
    private mutating func elements(
        of name: BodyName,
        _ images: (inout BodyReader) throws(JSONSyntaxError) -> [BodyImage]
    ) throws(JSONSyntaxError) -> [BodyImage]? {
        guard try scanner.enterArray() else { return nil }
        path.append(.member(name))
        defer { path.removeLast() }
        var found: [BodyImage] = []
        var index = 0
        while try scanner.nextElement() {
            path.append(.element(index))
            found += try images(&self)
            path.removeLast()
            index += 1
        }
        return found
    }
}

// MARK: - Content parts

extension BodyReader {
    /// The image that a part is, or those inside it.
    private mutating func part() throws(JSONSyntaxError) -> [BodyImage] {
        scanner.skipWhiteSpace()
        let start = scanner.offset
        var part = BodyPart()
        guard try scanner.enterObject() else { return [] }
        while let text = try scanner.nextName() {
            switch BodyName(text, in: scanner.bytes) {
            case .type: part.type = try scanner.text()
            case .imageURL: part.url = try imageURL()
            case .source: part.source = try source()
            case .content: part.nested = try parts()
            default: try scanner.skipValue()
            }
        }
        guard let kind = part.imageKind(in: scanner.bytes) else { return part.allNested }
        try checkCount(metImageCount, of: "images")
        metImageCount += 1
        return [
            BodyImage(
                location: path.description,
                kind: kind,
                partRange: start..<scanner.offset,
                content: part.content(kind, start: start, in: scanner.bytes)
            )
        ]
    }

    /// The address in an object's member `url`, or as the value itself, which some servers take.
    private mutating func imageURL() throws(JSONSyntaxError) -> JSONText? {
        scanner.skipWhiteSpace()
        guard scanner.next != UInt8(ascii: "\"") else { return try scanner.text() }
        var url: JSONText?
        guard try scanner.enterObject() else { return nil }
        while let text = try scanner.nextName() {
            switch BodyName(text, in: scanner.bytes) {
            case .url: url = try scanner.text()
            default: try scanner.skipValue()
            }
        }
        return url
    }

    private mutating func source() throws(JSONSyntaxError) -> BodyImageSource? {
        guard try scanner.enterObject() else { return nil }
        var source = BodyImageSource(membersStart: scanner.offset)
        path.append(.member(.source))
        defer { path.removeLast() }
        while let text = try scanner.nextName() {
            switch BodyName(text, in: scanner.bytes) {
            case .type: source.type = try scanner.text()
            case .mediaType: source.mediaType = try mediaType()
            case .data: source.data = try scanner.text()
            case .url: source.url = try scanner.text()
            case .fileID: source.fileID = try scanner.text()
            case .content: source.nested = try parts()
            default: try scanner.skipValue()
            }
        }
        return source
    }

    private mutating func mediaType() throws(JSONSyntaxError) -> BodyMediaType {
        scanner.skipWhiteSpace()
        let start = scanner.offset
        guard let text = try scanner.text() else {
            return BodyMediaType(
                declared: "",
                range: start..<scanner.offset,
                surroundings: .quotationMarks
            )
        }
        return BodyMediaType(declared: text.quoted(in: scanner.bytes), range: text.range)
    }
}
