extension Dialect.ImagePart {
    /// A part of this spelling as JSON, on one line.
    package var example: String {
        var root = Example.object([])
        if let type { root.set(.string(type), at: ["type"]) }
        for (path, value) in conditions.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            root.set(.string(value), at: path.names)
        }
        if let name = mediaTypes.first {
            let holder = mediaTypeHolder?.names ?? Array(path.names.dropLast())
            root.set(.string(isFormatName ? "png" : "image/png"), at: holder + [name])
        }
        root.set(.string(content), at: path.names)
        if let detail { root.set(.string("low"), at: detail.names) }
        return root.text
    }

    private var content: String {
        switch holds {
        case .dataURL, .anything: "data:image/png;base64,iVBORw0KGgo…"
        case .base64: "iVBORw0KGgo…"
        case .address: "https://example.org/a.png"
        case .identifier: "file-1"
        }
    }
}

extension JSONPath {
    /// The names on the way.
    fileprivate var names: [String] {
        steps.compactMap { step in
            guard case .member(let name) = step else { return nil }
            return name
        }
    }
}

/// A value of an example, whose members stand in the order in which they were set.
private indirect enum Example {
    case string(String)
    case object([(name: String, value: Example)])

    mutating func set(_ value: Example, at names: [String]) {
        guard let name = names.first else {
            self = value
            return
        }
        guard case .object(var members) = self else { return }
        let index = members.firstIndex { $0.name == name } ?? members.endIndex
        if index == members.endIndex { members.append((name, .object([]))) }
        members[index].value.set(value, at: Array(names.dropFirst()))
        self = .object(members)
    }

    var text: String {
        switch self {
        case .string(let text): "\"\(text)\""
        case .object(let members):
            "{ " + members.map { "\"\($0.name)\": \($0.value.text)" }.joined(separator: ", ") + " }"
        }
    }
}
