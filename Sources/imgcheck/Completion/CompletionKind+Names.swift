internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

extension CompletionKind {
    /// The names of the built-in tables, and where none begins so, their other names; the script
    /// asks the program, which knows them.
    static var modelNames: CompletionKind {
        .custom { words, index, _ in
            let names = RuleLibrary.builtIn.names + ["all"]
            let isOther =
                words.indices.contains(index) && !names.contains { $0.hasPrefix(words[index]) }
            let offered = isOther ? RuleLibrary.builtIn.tables.flatMap(\.aliases) : names
            // What stands after a colon is a description for zsh.
            return CompletionShell.requesting == .zsh
                ? offered.map { $0.replacing(":", with: "\\:") } : offered
        }
    }

    /// The codes of findings.
    static var findingCodes: CompletionKind { .list(FindingCode.allCases.map(\.rawValue)) }
}
