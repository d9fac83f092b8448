extension Dialect {
    /// How a request of one user message is written, piece by piece.
    ///
    /// The same pieces are counted before a request is built and written when it is, so that the two
    /// cannot disagree. The names of every object stand in the order of the alphabet, as in compact
    /// JSON with sorted keys.
    package struct RequestLayout: Sendable, Hashable {
        /// The whole request.
        let pieces: [Piece]

        /// A text as a part.
        let text: TextPart

        /// An image as a part.
        let image: [ImagePiece]

        /// Whether a prompt that is empty is a part all the same, as in chat completions; the
        /// others refuse a text without characters.
        var keepsEmptyPrompt = false

        /// A piece of a request.
        enum Piece: Sendable, Hashable {
            /// Characters as they stand.
            case literal(String)
            /// The model's name.
            case model
            /// The most tokens of the answer, and what stands around it; without a number nothing,
            /// or the number that the interface cannot do without.
            case maxTokens(before: String, after: String, otherwise: Int? = nil)
            /// The system message, and what stands around it; without one nothing.
            case system(before: String, after: String)
            /// The name of the member that is true for one wish of how closely the model looks, and
            /// what stands around it; nothing where images say it themselves.
            case detailFlag(before: String, after: String)
            /// The prompt and the images with their labels, separated by commas.
            case parts
        }

        /// A piece of an image's part.
        enum ImagePiece: Sendable, Hashable {
            /// Characters as they stand.
            case literal(String)
            /// How closely the model looks, and what stands around it; without a wish nothing, or the
            /// word that the interface cannot do without; in capitals where the interface has it so.
            case detail(
                before: String,
                after: String,
                otherwise: String? = nil,
                isUppercase: Bool = false
            )
            /// The media type of the bytes.
            case mediaType
            /// The media type without its `image/`.
            case formatName
            /// The bytes in base64.
            case base64
        }
    }
}

extension Dialect.RequestLayout {
    /// Whether a request can say how closely the model looks.
    package var takesDetail: Bool {
        image.contains { if case .detail = $0 { true } else { false } }
    }
}
