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
        try? TerminationSignals.endProcess(status: ExitStatus.unchecked.rawValue) { signal in
            folder.stop()
            Terminal.complain("stopped by \(signal): the copies that are written are whole.")
        }
        return folder
    }
}

extension ImageInput {
    /// The file that the image is read from, if it is in one.
    var path: FilePath? {
        guard case .file(let path) = origin else { return nil }
        return path
    }
}
