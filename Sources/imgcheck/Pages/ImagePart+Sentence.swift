internal import PreflightCore

extension Dialect.ImagePart {
    /// How an image is spelled, as a sentence that its example follows.
    var sentence: String {
        guard !path.description.isEmpty else { return "An element of the list is \(content)." }
        let told = [
            condition, mediaTypeClause, detail.map { "`\($0)` says how closely it is looked at" },
        ]
        let clauses = ["\(subject) has \(content) in `\(path)`"] + told.compactMap(\.self)
        return clauses.joined(separator: "; ") + "." + remarks.map { " " + $0 }.joined()
    }

    private var subject: String {
        type.map { "A part of the type `\($0)`" } ?? "A part with the member `\(kind)`"
    }

    private var content: String {
        switch holds {
        case .dataURL: "a data URL, or the address of an image"
        case .base64: "base64"
        case .anything: "base64, a data URL, or the address of an image"
        case .address: "the address of an image"
        case .identifier: "the identifier of an uploaded file"
        }
    }

    private var condition: String? {
        guard !conditions.isEmpty else { return nil }
        return conditions.map { "`\($0.key)` is `\($0.value)`" }.sorted()
            .joined(separator: " and ")
    }

    private var mediaTypeClause: String? {
        guard !mediaTypes.isEmpty else { return nil }
        let names = mediaTypes.map { "`\($0)`" }.joined(separator: " or ")
        let what = isFormatName ? "the format by its name, as `png`" : "the media type"
        let place = mediaTypeHolder.map { "in `\($0)`" } ?? "beside it"
        return "\(names) \(place) says \(what)\(needsMediaType ? ", and has to be there" : "")"
    }

    private var remarks: [String] {
        let only = formats.map { formats in
            "It takes \(formats.map(\.displayName).joined(separator: " and ")) alone."
        }
        return [
            isAnyFile ? "Other files stand there too: the media type tells an image." : nil, only,
        ]
        .compactMap(\.self)
    }
}
