internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

extension PreparationProgress {
    /// Shows the progress as one line on standard error; nil where that is no terminal or is not
    /// wanted.
    static func shown(unless isQuiet: Bool) -> (@Sendable (PreparationProgress) -> Void)? {
        guard !isQuiet, OutputFile.standardError.isTerminal else { return nil }
        return { Terminal.showProgress($0.phrase) }
    }

    private var phrase: String {
        switch self {
        case .read(let count, let all): "\(count.grouped) of \(all.grouped) images read"
        case .fitting: "fitting"
        }
    }
}
