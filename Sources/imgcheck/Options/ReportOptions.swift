public import ArgumentParser
internal import FileSystem
internal import FoundationEssentials
public import ImagePreflight
internal import PreflightCore

/// How a report is written, and where.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp(
            "The report's format: \(ReportFormat.allValueStrings.joined(separator: ", ")) "
                + "(default: IMGCHECK_FORMAT, else text). What is changed is told by "
                + "\(String.list(ReportFormat.allCases.filter(\.tellsChanges).map(\.rawValue))) only.",
            valueName: "format"
        )
    )
    var chosenFormat: ReportFormat?

    @Option(
        help: ArgumentHelp("The shape of JSON reports: 1 or 2 (default: 2).", valueName: "version")
    )
    var jsonSchema: JSONSchemaVersion?

    @Option(
        help: ArgumentHelp("Write the report to a file.", valueName: "file")
    )
    var output: PathArgument?

    @Flag(
        name: .shortAndLong,
        help: "List every image, also where there are many (more than 12 are told together)."
    )
    var verbose = false

    @Flag(help: "Leave out images of which nothing is to be said, and the line of progress.")
    var quiet = false

    @Option(help: "Colour: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Warnings fail like errors, and so does a line of a body that is not JSON.")
    var strict = false

    @Flag(
        help: "Exit with 0 although something would be refused; what cannot be checked is 2 still."
    )
    var exitZero = false

    func validate() throws {
        guard output?.path.bytes.isEmpty != true else {
            throw ValidationError("--output needs the name of a file; this one is empty.")
        }
    }
}

extension ReportOptions {
    /// The format that is asked for; text where neither option nor environment says any.
    ///
    /// - Parameter isWritten: Whether a command has it; what the environment asks for is passed by
    ///   where not.
    /// - Returns: The format.
    /// - Throws: ``Failure`` where the environment names none that there is, `ValidationError` where
    ///   another option is about another format.
    func format(where isWritten: (ReportFormat) -> Bool = { _ in true }) throws -> ReportFormat {
        let usual = try Settings.current().format.flatMap { isWritten($0) ? $0 : nil } ?? .text
        let format = chosenFormat ?? usual
        guard jsonSchema == nil || format == .json || format == .jsonl else {
            throw ValidationError("--json-schema says how JSON is written: add --format json.")
        }
        return format
    }

    /// Writes the reports.
    ///
    /// - Parameters:
    ///   - reports: One for each model.
    ///   - format: The format.
    ///   - document: The file that the images stand in; nil where each is a file of its own.
    ///   - statistics: Whether a text tells only how often each code was raised.
    ///   - next: What to do, the last line of a text and a line of a page; nil for nothing.
    /// - Throws: ``Failure`` where they cannot be written. A closed pipe is no failure.
    func write(
        _ reports: [Report],
        as format: ReportFormat,
        on document: PathArgument? = nil,
        statistics: Bool = false,
        next: NextStep? = nil
    ) throws(Failure) {
        var style = ReportStyle(
            usesColor: output == nil && color.appliesToStandardOutput || color == .always,
            isQuiet: quiet,
            words: .options,
            document: document?.path.text
        )
        style.usesLinks = output == nil && color != .never && Terminal.showsLinks
        style.extent = statistics ? .statistics : verbose ? .everyImage : .automatic
        style.columnCount = output == nil ? Terminal.columnCount(of: .standardOutput) : nil
        style.schemaVersion = jsonSchema ?? .current
        style.nextStep = next
        let text = format.reporter(style).text(for: reports)
        let ending = format == .text ? next.map { "\n\($0)\n" } ?? "" : ""
        try write(text + ending)
    }

    /// Makes sure that the format has a place for what a command does to images.
    ///
    /// - Throws: `ValidationError` that names the formats which have.
    func requireTellingChanges() throws {
        guard let chosenFormat, !chosenFormat.tellsChanges else { return }
        let names = ReportFormat.allCases.filter(\.tellsChanges).map(\.rawValue)
        throw ValidationError(
            "\(chosenFormat.rawValue) tells what is wrong with images and not what was done to them: "
                + "choose \(String.list(names, joinedBy: "or")) for --format, or use check."
        )
    }

    /// Tells a summary on standard error, and writes the reports where `--output` says.
    ///
    /// - Parameters:
    ///   - reports: The reports.
    ///   - format: The format of those that `--output` gets.
    /// - Throws: ``Failure`` where the file cannot be written.
    func summarise(_ reports: [Report], as format: ReportFormat) throws(Failure) {
        var style = ReportStyle(
            usesColor: color.applies(to: .standardError),
            isQuiet: !verbose,
            words: .options
        )
        style.extent = verbose ? .everyImage : .automatic
        style.columnCount = Terminal.columnCount(of: .standardError)
        Terminal.tell(TextReporter(style).text(for: reports))
        guard output != nil else { return }
        try write(reports, as: format)
    }

    /// Tells what should be known of the tables, unless nothing but findings is wanted.
    func remark(on tables: [RuleTable], in reports: [Report]) {
        guard !quiet else { return }
        let lines = TableRemarks(tables: tables, reports: reports).lines
        let shown = lines.count > Self.remarkCountAtMost ? Self.remarkCountAtMost - 1 : lines.count
        for line in lines.prefix(shown) { Terminal.complain(line.neutralised) }
        guard shown < lines.count else { return }
        Terminal.complain(
            "\((lines.count - shown).grouped) more remarks on models: `imgcheck models NAME` tells "
                + "what is known of one."
        )
    }

    /// The most remarks that are told one by one.
    private static let remarkCountAtMost = 5

    private func write(_ text: String) throws(Failure) {
        guard let output else {
            try Terminal.print(text)
            return
        }
        do throws(FileError) {
            try OutputFile(replacing: output.path).write(Array(text.utf8))
        } catch {
            throw Failure("\(output.path.text): \(error)")
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}

extension JSONSchemaVersion: ExpressibleByArgument {
    /// The version of this number; nil for any other.
    public init?(argument: String) {
        guard let version = Int(argument).flatMap(JSONSchemaVersion.init) else { return nil }
        self = version
    }

    /// The numbers of all versions.
    public static var allValueStrings: [String] { allCases.map { "\($0.rawValue)" } }
}

/// Whether output is coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    /// On a terminal, or where `FORCE_COLOR` is set to something (force-color.org), unless
    /// `NO_COLOR` is (no-color.org).
    case auto
    case always
    case never

    /// Whether output to the terminal or pipe on standard output is coloured.
    var appliesToStandardOutput: Bool { applies(to: .standardOutput) }

    /// Whether output to a terminal or pipe is coloured.
    func applies(to stream: borrowing OutputFile) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            let environment = ProcessInfo.processInfo.environment
            let isSet = { (name: String) in !environment[name, default: ""].isEmpty }
            return !isSet("NO_COLOR") && (isSet("FORCE_COLOR") || stream.isTerminal)
        }
    }
}
