internal import FileSystem
internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore

/// What holds where the command line says nothing: variables of the environment, then the file
/// `imgcheck.json` in the working directory or the nearest one above it.
struct Settings {
    /// The models that are judged for; empty for none.
    let models: [String]

    /// Where ``models`` come from, for people.
    let modelOrigin: String

    /// The format of reports; nil for the usual one.
    let format: ReportFormat?

    /// Severities other than those of the rules.
    let severities: [FindingCode: FindingWeight]

    /// What is left out of folders, as the lines of an ignore file.
    let excluded: [String]

    /// The file that some of it comes from; nil for none.
    let file: FilePath?

    /// Reads them.
    ///
    /// - Throws: ``Failure`` where the file or a variable cannot be understood.
    static func current() throws(Failure) -> Settings {
        let environment = ProcessInfo.processInfo.environment
        let file = try SettingsFile.nearest()
        var format: ReportFormat?
        if let name = environment["IMGCHECK_FORMAT"], !name.isEmpty {
            format = ReportFormat(rawValue: name)
            guard format != nil else {
                throw Failure(
                    "IMGCHECK_FORMAT is “\(name)”, which is no format: "
                        + "choose \(String.list(ReportFormat.allCases.map(\.rawValue), joinedBy: "or"))."
                )
            }
        }
        let named = environment["IMGCHECK_MODEL", default: ""].separatedNames
        return Settings(
            models: named.isEmpty ? file?.content.model?.names ?? [] : named,
            modelOrigin: named.isEmpty ? file?.path.text ?? "" : "IMGCHECK_MODEL",
            format: format,
            severities: try file?.severities() ?? [:],
            excluded: file?.content.exclude ?? [],
            file: file?.path
        )
    }
}

extension Settings {
    /// A table with the severities of a person.
    func weighing(_ table: RuleTable) -> RuleTable {
        var table = table
        table.severities = severities.compactMapValues(\.severity)
        table.ignoredCodes = Set(severities.filter { $0.value.severity == nil }.keys)
        return table
    }
}

/// How much a finding weighs where a person decides: as a severity, or not at all.
enum FindingWeight: String, Decodable, CaseIterable {
    case off
    case note
    case warning
    case error

    /// The severity; nil where the finding does not count.
    var severity: Severity? { Severity(rawValue: rawValue) }
}

/// An `imgcheck.json`.
private struct SettingsFile {
    /// What may stand in it.
    struct Content: Decodable {
        var model: Names?
        var severity: [String: FindingWeight]?
        var exclude: [String]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case model
            case severity
            case exclude
        }
    }

    /// One name or several.
    struct Names: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let name = try? value.decode(String.self) {
                names = [name]
            } else {
                names = try value.decode([String].self)
            }
        }
    }

    let path: FilePath
    let content: Content
}

extension SettingsFile {
    /// The file in the working directory, or in the nearest one above it that has one.
    static func nearest() throws(Failure) -> SettingsFile? {
        guard let folder = try? FilePath(".").resolved() else { return nil }
        let names = folder.components
        for count in (0...names.count).reversed() {
            let above = FilePath(
                bytes: [UInt8(ascii: "/")] + names[..<count].map(\.bytes).joined(separator: [0x2F])
            )
            let path = above.appending(FilePath("imgcheck.json"))
            if (try? FileStatus(of: path).kind) == .regular { return try SettingsFile(at: path) }
        }
        return nil
    }

    private init(at path: FilePath) throws(Failure) {
        self.path = path
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try OpenFile(readingWithoutWaiting: path).remainder(upTo: Self.byteCountAtMost)
        } catch {
            throw Failure("\(path.text): \(error)")
        }
        do {
            content = try JSONDecoder().decode(Content.self, from: Data(bytes))
            let keys = try JSONDecoder().decode([String: IgnoredValue].self, from: Data(bytes)).keys
            let known = Content.CodingKeys.allCases.map(\.rawValue)
            if let key = keys.sorted().first(where: { !known.contains($0) }) {
                throw Failure(
                    "\(path.text): “\(key)” is no setting; there are \(String.list(known))."
                )
            }
        } catch let error as DecodingError {
            throw Failure("\(path.text): \(error.fact)")
        } catch let error as Failure {
            throw error
        } catch {
            throw Failure("\(path.text) cannot be read as JSON.")
        }
    }

    /// The severities by their codes.
    ///
    /// - Throws: ``Failure`` where a code is not known.
    func severities() throws(Failure) -> [FindingCode: FindingWeight] {
        var severities: [FindingCode: FindingWeight] = [:]
        for (name, weight) in content.severity ?? [:] {
            guard let code = FindingCode(rawValue: name) else {
                throw Failure(
                    "\(path.text): “\(name)” is no finding code; `imgcheck explain` lists them."
                )
            }
            severities[code] = weight
        }
        return severities
    }

    /// A value of a key of which only the name matters.
    private struct IgnoredValue: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    /// Settings are a page of text; what is larger is something else.
    private static let byteCountAtMost = 1_000_000
}

extension DecodingError {
    /// What is wrong, as a clause with the place.
    fileprivate var fact: String {
        switch self {
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            "the file is not JSON."
        case .dataCorrupted(let context)
        where context.codingPath.first?.stringValue == "severity":
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is no severity; there "
                + "are \(String.list(FindingWeight.allCases.map(\.rawValue)))."
        case .dataCorrupted(let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context), .keyNotFound(_, let context):
            "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has a value that it "
                + "cannot have."
        @unknown default: "the file cannot be understood."
        }
    }
}

extension String {
    /// The names in a list with commas between them, and white space around them if any.
    var separatedNames: [String] {
        split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }
}

extension Substring {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        let start = trimmingPrefix(while: \.isWhitespace)
        let last = start.lastIndex { !$0.isWhitespace }
        return last.map { String(start[...$0]) } ?? ""
    }
}
