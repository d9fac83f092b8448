internal import FileSystem
internal import PreflightCore

/// What an earlier run may have written into a directory that is walked now: no input.
struct EarlierOutputs {
    private let folder: [UInt64]?
    private let report: [UInt64]?

    /// Looks at the places that a run writes to; what is not there yet was not written.
    ///
    /// - Parameters:
    ///   - folder: The folder of the outputs.
    ///   - report: The file of the report.
    init(folder: FilePath? = nil, report: FilePath? = nil) {
        self.folder = folder.flatMap { try? FileStatus(of: $0).identity }
        self.report = report.flatMap { try? FileStatus(of: $0).identity }
    }
}

extension EarlierOutputs {
    /// Whether a directory is the folder of the outputs.
    func isFolder(_ directory: FilePath) -> Bool {
        guard let folder else { return false }
        return (try? FileStatus(of: directory).identity) == folder
    }

    /// Whether a file is the one of the report, not an image that a mistaken `--output` names.
    func isReport(_ file: FilePath) -> Bool {
        guard let report, (try? FileStatus(of: file).identity) == report else { return false }
        do throws(FileError) {
            let beginning = try OpenFile(reading: file)
                .bytes(upTo: ImageFormat.recognitionByteCount)
            return ImageFormat(recognising: beginning.span) == .unknown
        } catch {
            return false
        }
    }
}
