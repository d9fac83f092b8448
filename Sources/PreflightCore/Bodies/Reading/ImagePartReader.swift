/// Reads one content part, or a string in the place of one, as a dialect's image.
struct ImagePartReader {
    /// The body's outline.
    let outline: JSONOutline

    /// The part.
    let part: Int

    /// The spelling that is tried.
    let candidate: Dialect.Spelling

    /// The image's place, and the strings of the body that say where it is.
    struct Reading {
        var content: BodyImage.Content
        var claimed: [Int]
    }

    /// Whether the part is spelled so, its type aside.
    var matches: Bool { stringIndex != nil && meetsConditions && isImage }

    /// What the part holds; nil where it is not spelled so.
    func reading() -> Reading? {
        guard matches, let index = stringIndex, let text = outline.text(index) else { return nil }
        return Reading(content: content(text), claimed: [index])
    }
}

extension ImagePartReader {
    private var bytes: [UInt8] { outline.bytes }

    private var stringIndex: Int? {
        guard let index = outline.value(at: candidate.image.path, from: part) else { return nil }
        return outline.text(index) == nil ? nil : index
    }

    private var meetsConditions: Bool {
        candidate.image.conditions.allSatisfy { path, value in
            outline.string(outline.value(at: path, from: part)) == value
        }
    }

    /// Whether a part that may be any file is an image: by its media type, or where none is
    /// declared or it says nothing, by its content.
    private var isImage: Bool {
        guard candidate.image.isAnyFile else { return true }
        guard let text = outline.text(stringIndex) else { return false }
        let url = DataURL(text, in: bytes)
        let declared = (memberMediaTypes + [url?.mediaType.quoted(in: bytes)].compactMap(\.self))
            .map { $0.lowercased() }
        if declared.contains(where: { $0.hasPrefix("image") }) { return true }
        let isTold = declared.contains { !$0.isEmpty && $0 != "application/octet-stream" }
        return !isTold && beginsWithImage(text)
    }

    var memberMediaTypes: [String] {
        candidate.image.mediaTypes.compactMap { outline.string($0, of: holder) }
    }

    /// The object that says the media type.
    private var holder: Int {
        let way = JSONPath(candidate.image.path.steps.dropLast())
        return outline.value(at: candidate.image.mediaTypeHolder ?? way, from: part) ?? part
    }
}

// MARK: - What the string says

extension ImagePartReader {
    private func content(_ text: JSONText) -> BodyImage.Content {
        switch candidate.image.holds {
        case .identifier: .uploaded(text.quoted(in: bytes))
        case .base64: .embedded(bare(text))
        case .dataURL, .anything, .address: addressed(text)
        }
    }

    private func addressed(_ text: JSONText) -> BodyImage.Content {
        if let url = DataURL(text, in: bytes) {
            guard !url.faults.contains(.missingBase64Mark) || beginsWithImage(text) else {
                return .missing(.dataURLWithoutBase64(offset: text.range.lowerBound))
            }
            return .embedded(embedded(url, text))
        }
        let head = text.quoted(in: bytes)
        if ["http://", "https://"].contains(where: head.utf8.startsIgnoringCase) {
            return .remote(head)
        }
        guard beginsWithImage(text) else {
            // A page or a document around an image: the image is there.
            if let found = UnclaimedScan.image(in: bytes, at: text.range) {
                return .unclaimed(
                    UnclaimedImage(format: found.format, spelling: found.spelling, place: .part)
                )
            }
            return .missing(.unknownAddress(offset: text.range.lowerBound))
        }
        guard candidate.image.holds == .anything else {
            return .embedded(
                EmbeddedImage(
                    string: text.range,
                    base64: text.range,
                    isDataURL: true,
                    faults: [.missingPrefix]
                )
            )
        }
        return .embedded(bare(text))
    }

    private func bare(_ text: JSONText) -> EmbeddedImage {
        EmbeddedImage(
            string: text.range,
            base64: text.range,
            mediaTypes: memberPlaces,
            isDataURL: false
        )
    }

    private func embedded(_ url: DataURL, _ text: JSONText) -> EmbeddedImage {
        let place = BodyMediaType(
            declared: url.mediaType.quoted(in: bytes),
            range: url.mediaType.range
        )
        return EmbeddedImage(
            string: text.range,
            base64: url.dataStart..<text.range.upperBound,
            mediaTypes: [place] + (candidate.image.recast == nil ? memberPlaces : []),
            isDataURL: true,
            faults: url.faults + (candidate.image.holds == .address ? [.dataURLForAddress] : []),
            recast: candidate.image.recast.map { recast in
                EmbeddedImage.PlacedRecast(range: outline.nodes[holder].range, form: recast)
            }
        )
    }

    /// Where members declare the media type; where one is needed and missing, where it could stand.
    private var memberPlaces: [BodyMediaType] {
        for name in candidate.image.mediaTypes {
            guard let member = outline.member(name, of: holder) else { continue }
            guard let text = outline.text(member) else {
                return [
                    BodyMediaType(
                        declared: "",
                        range: outline.nodes[member].range,
                        surroundings: .quotationMarks,
                        isFormatName: candidate.image.isFormatName
                    )
                ]
            }
            let declared = text.quoted(in: bytes)
            let isBareName = candidate.image.isFormatName && !declared.contains("/")
            return [
                BodyMediaType(
                    declared: isBareName ? "image/\(declared)" : declared,
                    range: text.range,
                    isFormatName: candidate.image.isFormatName
                )
            ]
        }
        guard candidate.image.needsMediaType, let name = candidate.image.mediaTypes.first else {
            return []
        }
        let start = outline.nodes[holder].range.lowerBound + 1
        return [
            BodyMediaType(
                declared: "",
                range: start..<start,
                surroundings: .member(name),
                isFormatName: candidate.image.isFormatName
            )
        ]
    }

    /// Whether the text begins as the base64 of an image, whatever stands around it.
    private func beginsWithImage(_ text: JSONText) -> Bool {
        let start = text.range.lowerBound
        let end = min(text.range.upperBound, start + 4_096)
        var head = JSONText.unescaped(bytes[start..<end])
        // A whole number of groups, so that where it is cut nothing looks torn.
        if end < text.range.upperBound {
            head.removeLast(min(head.count, 12))
            head = Base64.withoutOpeningMark(head)
        }
        return (0..<4)
            .contains { cut in
                Base64.recoveredImage(of: Array(head.dropLast(cut))) != nil
            }
    }
}
