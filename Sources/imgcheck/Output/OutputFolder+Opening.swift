internal import FileSystem
internal import ImagePreflight

extension OutputFolder {
    /// Opens the folder that the command line names, so that only whole files are in it when the
    /// process is asked to end.
    ///
    /// Where signals cannot be watched, the next run into the folder removes what stays.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - inputs: The files that are read; none of them is ever replaced.
    ///   - replacesFiles: Whether a file that is there is replaced.
    /// - Returns: The folder.
    /// - Throws: ``Failure`` where the folder cannot be had.
    static func opened(
        _ path: FilePath,
        protecting inputs: [FilePath],
        replacesFiles: Bool
    ) throws(Failure) -> OutputFolder {
        let folder: OutputFolder
        do throws(OutputError) {
            folder = try OutputFolder(
                root: path,
                protecting: inputs.compactMap { try? FileStatus(of: $0).identity },
                replacesFiles: replacesFiles
            )
        } catch {
            throw Failure("\(error)")
        }
        TerminationSignals.endProcess { signal in
            folder.stop()
            Terminal.complain("stopped by \(signal): nothing is left half written.")
        }
        return folder
    }
}

extension ImageInput {
    /// The file that the image is read from, if it may be in one.
    var path: FilePath? {
        switch origin {
        case .file(let path): path
        case .standardInput: .standardInput
        case .bytes, .unavailable: nil
        }
    }
}

extension FilePath {
    /// The name under which the file system has standard input, which may be a file.
    static let standardInput = FilePath("/dev/stdin")
}

extension TerminationSignals {
    /// Makes a signal end the process as long as no folder is open.
    static func watchBeforeOpening() {
        endProcess { Terminal.complain("stopped by \($0): nothing is written.") }
    }

    /// Makes a signal end the process, with a word unless it is Ctrl-C, of which the user knows.
    static func watch() {
        endProcess { signal in
            if signal == "SIGINT" {
                Terminal.eraseProgress()
            } else {
                Terminal.complain("stopped by \(signal).")
            }
        }
    }

    /// Makes a signal end the process with status 2, or 130 after Ctrl-C as shells have it.
    ///
    /// Where signals cannot be watched, they end the process in their own way.
    static func endProcess(after lastWork: @escaping @Sendable (_ signal: String) -> Void) {
        try? endProcess(
            status: ExitStatus.unchecked.rawValue,
            interruptStatus: ExitStatus.interrupted,
            after: lastWork
        )
    }
}
