public import ArgumentParser
internal import FileSystem
internal import Foundation
public import ImagePreflight
internal import PreflightCore

/// How a report is written, and where.
struct ReportOptions: ParsableArguments {
    @Option(help: "The report's format: \(ReportFormat.allValueStrings.joined(separator: ", ")).")
    var format: ReportFormat = .text

    @Option(
        help: ArgumentHelp("Write the report to a file.", valueName: "file")
    )
    var output: PathArgument?

    @Flag(help: "Warnings fail like errors, and so does a line of a body that is not JSON.")
    var strict = false

    @Flag(help: "Leave out images of which nothing is to be said, and the line of progress.")
    var quiet = false

    @Option(help: "Colour: auto, always or never.")
    var color: ColorChoice = .auto

    func validate() throws {
        guard output?.path.bytes.isEmpty != true else {
            throw ValidationError("Expected a file for --output, found an empty name.")
        }
    }
}

extension ReportOptions {
    /// Writes the reports.
    ///
    /// - Parameters:
    ///   - reports: One for each model.
    ///   - document: The file that the images stand in; nil where each is a file of its own.
    /// - Throws: ``Failure`` where they cannot be written. A closed pipe is no failure.
    func write(_ reports: [Report], on document: PathArgument? = nil) throws(Failure) {
        let style = ReportStyle(
            usesColor: output == nil && color.appliesToStandardOutput || color == .always,
            isQuiet: quiet,
            words: .options,
            document: document?.path.text
        )
        try write(format.reporter(style).text(for: reports))
    }

    /// Makes sure that the format has a place for what a command does to images.
    ///
    /// - Throws: `ValidationError` that names the formats which have.
    func requireTellingChanges() throws {
        guard !format.tellsChanges else { return }
        let names = ReportFormat.allCases.filter(\.tellsChanges).map(\.rawValue)
        throw ValidationError(
            "Expected \(String.list(names, joinedBy: "or")) for --format, found \(format.rawValue): "
                + "it tells what is wrong with images and not what was done to them; check writes it."
        )
    }

    /// Tells a summary on standard error, and writes the reports where `--output` says.
    ///
    /// - Throws: ``Failure`` where the file cannot be written.
    func summarise(_ reports: [Report]) throws(Failure) {
        Terminal.tell(TextReporter(isQuiet: true, words: .options).text(for: reports))
        guard output != nil else { return }
        try write(reports)
    }

    /// Tells what should be known of the tables, unless nothing but findings is wanted.
    func remark(on tables: [RuleTable], in reports: [Report]) {
        guard !quiet else { return }
        for line in TableRemarks(tables: tables, reports: reports).lines {
            Terminal.complain(line.neutralised)
        }
    }

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

/// Whether output is coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    /// On a terminal, unless `NO_COLOR` is set to something (no-color.org).
    case auto
    case always
    case never

    /// Whether output to the terminal or pipe on standard output is coloured.
    var appliesToStandardOutput: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
                && OutputFile.standardOutput.isTerminal
        }
    }
}
