/// Reads the parts of a rule table and collects every mistake on the way.
///
/// A function that cannot make its value reports why and returns nil; a part that is missing was
/// reported by ``object(_:keys:)``, so readers pass nil through in silence.
struct RuleTableDecoder {
    private let file: String
    private let bytes: [UInt8]
    private var found: [(offset: Int, keyPath: String, message: String)] = []

    /// The version that the document says it is of; nil where it could not be read.
    var schemaVersion: Int?

    /// The keys of the table's `sources`; nil where they could not be read.
    var sourceKeys: Set<String>?

    /// The day after which nothing can have been read yet, as `YYYY-MM-DD`; nil for any.
    let today: String?

    /// Creates a decoder for the document that `bytes` spell.
    init(_ bytes: [UInt8], file: String, today: String? = nil) {
        self.bytes = bytes
        self.file = file
        self.today = today
    }

    /// Whether anything was reported.
    var hasMistakes: Bool { !found.isEmpty }

    /// Everything that was reported, in the order of the file.
    var error: RuleTableError {
        let ordered = found.enumerated()
            .sorted {
                ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
            }
        var (line, lineStart, scanned) = (1, 0, 0)
        let mistakes = ordered.map { _, report in
            // One pass over the text, however many mistakes there are.
            for offset in scanned..<report.offset where bytes[offset] == UInt8(ascii: "\n") {
                (line, lineStart) = (line + 1, offset + 1)
            }
            scanned = report.offset
            return RuleTableError.Mistake(
                keyPath: report.keyPath,
                line: line,
                column: report.offset - lineStart + 1,
                message: report.message
            )
        }
        return RuleTableError(file: file, mistakes: mistakes)
    }

    /// Reports a mistake in the value at `place`.
    mutating func report(_ message: String, at place: JSONPlace) {
        report(message, keyPath: place.keyPath, offset: place.value.offset)
    }

    /// Reports a mistake at an offset of the text.
    mutating func report(_ message: String, keyPath: String, offset: Int) {
        found.append((offset, keyPath, message))
    }
}

// MARK: - Containers

extension RuleTableDecoder {
    /// The whole document.
    mutating func document() -> JSONPlace? {
        do throws(JSONSyntaxError) {
            return JSONPlace(value: try JSONParser.value(of: bytes), keyPath: "")
        } catch {
            report("This is not JSON: \(error.reason).", keyPath: "", offset: error.offset)
            return nil
        }
    }

    /// The object at `place`; keys that are unknown, repeated or missing are reported.
    mutating func object(_ place: JSONPlace?, keys: RuleTableKeys) -> JSONObject? {
        guard let object = object(place) else { return nil }
        for member in object.place.value.members
        where !keys.all.contains(member.name) {
            let near = nearestNames(to: member.name, among: keys.all, limit: 1)
            let cure = near.first.map { "did you mean “\($0)”?" } ?? "remove it."
            report(
                "There is no key “\(member.name)” here, only \(keys.all.joined(separator: ", ")); "
                    + cure,
                keyPath: object.place.keyPath(of: member.name),
                offset: member.nameOffset
            )
        }
        for key in keys.required where object[key] == nil {
            report(
                "The key “\(key)” is missing; add it.",
                keyPath: object.place.keyPath(of: key),
                offset: object.place.value.offset
            )
        }
        return object
    }

    /// The object at `place` with any keys; repeated ones are reported.
    mutating func object(_ place: JSONPlace?) -> JSONObject? {
        guard let place else { return nil }
        guard case .object(let members) = place.value.content else {
            report("This must be an object, not \(place.value.summary).", at: place)
            return nil
        }
        var object = JSONObject(place: place, members: [:])
        for member in members {
            let keyPath = place.keyPath(of: member.name)
            guard object[member.name] == nil else {
                report(
                    "The key “\(member.name)” stands here twice; remove one of them.",
                    keyPath: keyPath,
                    offset: member.nameOffset
                )
                continue
            }
            object.members[member.name] = JSONPlace(value: member.value, keyPath: keyPath)
        }
        return object
    }

    /// The elements of the array at `place`.
    mutating func elements(_ place: JSONPlace?) -> [JSONPlace]? {
        guard let place else { return nil }
        guard case .array(let values) = place.value.content else {
            report("This must be an array, not \(place.value.summary).", at: place)
            return nil
        }
        return values.enumerated().map { place.element($1, at: $0) }
    }
}
