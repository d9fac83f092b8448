/// A request of one user message with images, in the layout of a dialect.
package struct DialectBody: Sendable {
    /// The model's name.
    package var model: String

    /// What stands beside the images.
    package var message: MessageOptions

    /// How it is written.
    package var layout: Dialect.RequestLayout

    /// The `detail` of each image; nil for none.
    private let imageDetail: String?

    /// The member of the request that says the same of all images; nil for none.
    private let detailFlag: JSONPath?

    /// Creates the body of a request to `model`; a dialect that is not sent is written as a chat
    /// completion, and where no image can say how closely the model looks, the request does.
    package init(
        model: String,
        message: MessageOptions,
        dialect: Dialect = .chat,
        takesImageDetail: Bool = true
    ) {
        self.model = model
        self.message = message
        layout = dialect.layout ?? .chat
        imageDetail = takesImageDetail ? message.detail : nil
        detailFlag =
            takesImageDetail
            ? nil : dialect.detailFlags.first { $0.word == message.detail }?.path
    }
}

extension DialectBody {
    /// The body with `images`, compact, without a newline at its end.
    package func bytes(with images: [BodyPicture]) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(
            overheadByteCount
                + images.reduce(0) { sum, image in
                    sum
                        + partByteCount(
                            imageByteCount: image.bytes.count,
                            mediaType: image.mediaType,
                            label: image.label
                        )
                }
        )
        for piece in pieces(with: images) { body += piece }
        return body
    }

    /// The same in pieces of at most one image, each made when its turn comes.
    package func pieces(with images: [BodyPicture]) -> some Sequence<[UInt8]> {
        let prompt = promptPart
        return layout.pieces
            .flatMap { piece -> [(text: String, image: BodyPicture?)] in
                guard piece == .parts else { return [(text(of: piece), nil)] }
                let parts = images.enumerated()
                    .map { index, image in
                        let before = separated(image.label) + ","
                        let isFirst = index == 0 && prompt == nil
                        return (
                            isFirst ? String(before.dropFirst()) : before, image as BodyPicture?
                        )
                    }
                return [(prompt ?? "", nil)] + parts
            }
            .lazy
            .map { text, image in
                var piece = Array(text.utf8)
                if let image { append(image, to: &piece) }
                return piece
            }
    }

    /// The length of the body without images, in bytes; images that follow no prompt need one comma
    /// less than there are of them.
    package var overheadByteCount: Int {
        layout.pieces.reduce(promptPart?.utf8.count ?? -1) { $0 + text(of: $1).utf8.count }
    }

    /// The bytes that one image adds to the body.
    package func partByteCount(imageByteCount: Int, mediaType: String, label: String?) -> Int {
        layout.image.reduce((separated(label) + ",").utf8.count) { sum, piece in
            sum
                + (piece == .base64
                    ? Base64.encodedByteCount(imageByteCount)
                    : text(of: piece, mediaType: mediaType).utf8.count)
        }
    }
}

// MARK: - Pieces

extension DialectBody {
    private func append(_ image: BodyPicture, to body: inout [UInt8]) {
        for piece in layout.image {
            guard piece != .base64 else {
                Base64.append(image.bytes.span, to: &body)
                continue
            }
            body += text(of: piece, mediaType: image.mediaType).utf8
        }
    }

    /// A piece in characters; of the parts none.
    private func text(of piece: Dialect.RequestLayout.Piece) -> String {
        switch piece {
        case .literal(let text): text
        case .model: escaped(model)
        case .maxTokens(let before, let after, let otherwise):
            (message.maxTokens ?? otherwise).map { "\(before)\($0)\(after)" } ?? ""
        case .system(let before, let after):
            message.system.map { before + escaped($0) + after } ?? ""
        case .detailFlag(let before, let after): detailFlag.map { "\(before)\($0)\(after)" } ?? ""
        case .parts: ""
        }
    }

    /// A piece of an image's part in characters; of the bytes none.
    private func text(of piece: Dialect.RequestLayout.ImagePiece, mediaType: String) -> String {
        switch piece {
        case .literal(let text): text
        case .detail(let before, let after, let otherwise, let isUppercase):
            (imageDetail ?? otherwise)
                .map { before + escaped(isUppercase ? $0.uppercased() : $0) + after } ?? ""
        case .mediaType: mediaType
        case .formatName: mediaType.split(separator: "/").last.map(String.init) ?? ""
        case .base64: ""
        }
    }

    /// A label as a part of its own, after a comma; nothing without one.
    private func separated(_ label: String?) -> String { label.map { "," + part($0) } ?? "" }

    /// The prompt as a part; nil for none.
    private var promptPart: String? {
        message.prompt.isEmpty && !layout.keepsEmptyPrompt ? nil : part(message.prompt)
    }

    private func part(_ text: String) -> String {
        layout.text.before + escaped(text) + layout.text.after
    }

    private func escaped(_ text: String) -> String { ChatCompletionLayout.jsonEscaped(text) }
}

/// One image as a request carries it.
package struct BodyPicture: Sendable, Hashable {
    /// The file.
    package var bytes: [UInt8]

    /// The media type of the bytes.
    package var mediaType: String

    /// The text before it; nil for none.
    package var label: String?

    /// Creates an image.
    package init(bytes: [UInt8], mediaType: String, label: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.label = label
    }
}

extension RuleTable {
    /// The dialect in which requests to the model are written unless another is wanted: the first
    /// that its endpoint is known to take.
    package var requestDialect: Dialect {
        dialects.lazy.filter { $0.roles != [] }.compactMap { Dialect(named: $0.dialect) }
            .first { $0.layout != nil } ?? .chat
    }
}
