internal import ArgumentParser
internal import FileSystem
internal import Foundation

/// Whether output is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
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
