extension RequestBody {
    /// The body with some images replaced, and everything else byte for byte the same.
    ///
    /// - Parameter replacements: What takes the place of which of ``images``; an image that is not
    ///   in the body can only make way for a text, and stays when another file is to replace it.
    /// - Returns: The bytes of the new body.
    package func rewritten(_ replacements: [Int: BodyReplacement]) -> [UInt8] {
        let pieces = pieces(replacements)
        var output: [UInt8] = []
        output.reserveCapacity(pieces.reduce(0) { $0 + $1.byteCount })
        for piece in pieces {
            switch piece {
            case .original(let range): output += bytes[range]
            case .written(let bytes): output += bytes
            case .base64(let bytes): Base64.append(bytes.span, to: &output)
            }
        }
        return output
    }

    /// Measures the body with some images replaced.
    ///
    /// - Parameter replacements: As in ``rewritten(_:)``.
    /// - Returns: Its length in bytes.
    package func rewrittenByteCount(_ replacements: [Int: BodyReplacement]) -> Int {
        pieces(replacements).reduce(0) { $0 + $1.byteCount }
    }
}

// MARK: - Pieces

extension RequestBody {
    /// The rewritten body in pieces, which together have its length.
    ///
    /// - Parameter replacements: As in ``rewritten(_:)``.
    /// - Returns: The pieces in order.
    private func pieces(_ replacements: [Int: BodyReplacement]) -> [BodyPiece] {
        var pieces: [BodyPiece] = []
        var end = 0
        for edit in edits(replacements) {
            if end < edit.range.lowerBound { pieces.append(.original(end..<edit.range.lowerBound)) }
            pieces.append(edit.piece)
            end = edit.range.upperBound
        }
        if end < bytes.count { pieces.append(.original(end..<bytes.count)) }
        return pieces
    }

    /// A piece that takes the place of some bytes.
    private struct Edit {
        var range: Range<Int>
        var piece: BodyPiece
    }

    /// The edits in the body's order; images do not overlap, so neither do they.
    private func edits(_ replacements: [Int: BodyReplacement]) -> [Edit] {
        replacements
            .filter { images.indices.contains($0.key) }
            .flatMap { Self.edits(of: images[$0.key], $0.value) }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func edits(of image: BodyImage, _ replacement: BodyReplacement) -> [Edit] {
        switch (replacement, image.content) {
        case (.text(let text), let content):
            let part = #"{"type":"text","text":"\#(ChatCompletionLayout.jsonEscaped(text))"}"#
            let isAlone = content.error?.isOfLonePart ?? false
            let value = isAlone ? "[\(part)]" : part
            return [Edit(range: image.partRange, piece: .written(Array(value.utf8)))]
        case (.mediaType(let mediaType), .embedded(let place, _)):
            return declaration(of: mediaType, at: place)
        case (.image(let bytes, let mediaType), .embedded(let place, let base64)):
            return declaration(of: mediaType, at: place)
                + [Edit(range: base64, piece: .base64(bytes))]
        case (.mediaType, _), (.image, _):
            return []
        }
    }

    /// What declares a media type; nothing where it is declared already.
    private static func declaration(of mediaType: String, at place: BodyMediaType) -> [Edit] {
        guard place.declared != mediaType else { return [] }
        return [Edit(range: place.range, piece: .written(place.spelling(mediaType)))]
    }
}

/// What takes the place of an image in a body.
package enum BodyReplacement: Sendable, Hashable {
    /// Another file: only the base64 and the media type change.
    case image(_ bytes: [UInt8], mediaType: String)
    /// Another media type for the same file: the base64 stays as it is spelled.
    case mediaType(String)
    /// A text part in place of the whole content part.
    case text(String)
}
