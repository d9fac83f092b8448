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

    /// The edits in the body's order; images do not overlap, so neither do they.
    private func edits(_ replacements: [Int: BodyReplacement]) -> [Edit] {
        let left = LeftOut(images, replacements)
        return replacements.filter { images.indices.contains($0.key) }
            .sorted { $0.key < $1.key }
            .flatMap { Self.edits(of: images[$0.key], $0.value, besides: left) }
            .enumerated()
            .sorted {
                let (first, second) = ($0.element.range, $1.element.range)
                return (first.lowerBound, first.upperBound, $0.offset)
                    < (second.lowerBound, second.upperBound, $1.offset)
            }
            .map(\.element)
    }

    private static func edits(
        of image: BodyImage,
        _ replacement: BodyReplacement,
        besides left: LeftOut
    ) -> [Edit] {
        let edits: [Edit]
        switch (replacement, image.content) {
        case (.text(let text), _) where image.listing != nil:
            guard image.canBeText, let listing = image.listing else { return [] }
            edits = listing.leavingOut(image.partRange, saying: text, besides: left)
        case (.text(let text), let content):
            guard image.canBeText, let part = image.dialect?.text else { return [] }
            let escaped = ChatCompletionLayout.jsonEscaped(text)
            let isAlone = content.error?.isOfLonePart ?? false
            let value = part.before + escaped + part.after
            edits = [.text(isAlone ? "[\(value)]" : value, at: image.partRange)]
        case (.mediaType(let mediaType), .embedded(let place)):
            edits = place.declaring(mediaType)
        case (.image(let bytes, let mediaType), .embedded(let place)):
            edits = place.replaced(by: bytes, mediaType)
        case (.mediaType, _), (.image, _):
            return []
        }
        return edits.map { $0.escaped(image.escapingCount - 1) }
    }
}

/// The images that are left out of lists, by the lists.
private struct LeftOut {
    /// The first position of each list that stays.
    private var firstKept: [Int: Int] = [:]

    init(_ images: [BodyImage], _ replacements: [Int: BodyReplacement]) {
        var positions: [Int: Set<Int>] = [:]
        for (index, replacement) in replacements where images.indices.contains(index) {
            guard case .text = replacement, let listing = images[index].listing else { continue }
            positions[listing.list, default: []].insert(listing.position)
        }
        firstKept = positions.mapValues { left in
            (0...left.count).first { !left.contains($0) } ?? 0
        }
    }

    /// Whether an element stays that stands before this one.
    func keepsOne(before listing: BodyImage.Listing) -> Bool {
        firstKept[listing.list, default: 0] < listing.position
    }
}

extension BodyImage.Listing {
    /// Takes an element out of its list with the comma beside it, and says so in the text beside.
    fileprivate func leavingOut(
        _ element: Range<Int>,
        saying text: String,
        besides left: LeftOut
    ) -> [Edit] {
        // After one that stays the comma before it goes, else the comma after it.
        let range =
            left.keepsOne(before: self)
            ? precedingEnd..<element.upperBound : element.lowerBound..<followingStart
        let words = textEnd.map { end in
            Edit.text(ChatCompletionLayout.jsonEscaped("\n\(text)"), at: end..<end)
        }
        return [.text("", at: range)] + [words].compactMap(\.self)
    }
}

/// A piece that takes the place of some bytes.
private struct Edit {
    var range: Range<Int>
    var piece: BodyPiece

    static func text(_ text: String, at range: Range<Int>) -> Edit {
        Edit(range: range, piece: .written(Array(text.utf8)))
    }

    /// The edit inside a string that is JSON itself.
    func escaped(_ count: Int) -> Edit {
        guard count > 0, case .written(let bytes) = piece else { return self }
        let text = (0..<count)
            .reduce(String(decoding: bytes, as: UTF8.self)) { text, _ in
                ChatCompletionLayout.jsonEscaped(text)
            }
        return .text(text, at: range)
    }
}

extension EmbeddedImage {
    /// Another file: only the base64, what declares it and what was unusual change.
    fileprivate func replaced(by bytes: [UInt8], _ mediaType: String) -> [Edit] {
        if let recast {
            let start = recast.range.lowerBound
            return [
                .text(recast.form.before + mediaType + recast.form.between, at: start..<start),
                Edit(range: recast.range, piece: .base64(bytes)),
                .text(recast.form.after, at: recast.range.upperBound..<recast.range.upperBound),
            ]
        }
        let file = Edit(range: base64, piece: .base64(bytes))
        return prefix(mediaType) + [file] + members(mediaType)
    }

    /// Another media type for the same file, whose base64 stays as it is spelled.
    fileprivate func declaring(_ mediaType: String) -> [Edit] {
        prefix(mediaType) + members(mediaType)
    }

    /// What stands before the base64 of a data URL; nothing where it is right already.
    private func prefix(_ mediaType: String) -> [Edit] {
        let range = string.lowerBound..<base64.lowerBound
        guard isDataURL else { return [] }
        guard faults.isEmpty else { return [.text("data:\(mediaType);base64,", at: range)] }
        return mediaTypes.filter { range.contains($0.range.lowerBound) }
            .flatMap { $0.declaring(mediaType) }
    }

    /// The media type where members declare it.
    private func members(_ mediaType: String) -> [Edit] {
        mediaTypes.filter { !string.contains($0.range.lowerBound) }
            .flatMap { $0.declaring(mediaType) }
    }
}

extension BodyMediaType {
    /// What declares a media type; nothing where it is declared already.
    fileprivate func declaring(_ mediaType: String) -> [Edit] {
        declared == mediaType ? [] : [.text(spelling(mediaType), at: range)]
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

/// A piece of a rewritten body.
package enum BodyPiece: Sendable, Hashable {
    /// Bytes of the original body.
    case original(Range<Int>)
    /// New bytes as they are.
    case written([UInt8])
    /// The base64 of these bytes.
    case base64([UInt8])
}

extension BodyPiece {
    /// The length of the piece in the rewritten body, in bytes.
    package var byteCount: Int {
        switch self {
        case .original(let range): range.count
        case .written(let bytes): bytes.count
        case .base64(let bytes): Base64.encodedByteCount(bytes.count)
        }
    }
}
