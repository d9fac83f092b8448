public import CodecTransport
public import FileSystem

/// Why there is no decoder to be had, whatever the image.
public enum WorkerError: Error, Sendable, Hashable {
    /// No file has its name; the folder is that of this program.
    case missing(besides: FilePath?)
    /// This program was built and the decoder was not; the folder is that of both.
    case notBuilt(FilePath)
    /// The file that the environment names cannot be run.
    case notAProgram(FilePath)
    /// The system does not start it.
    case notStarted(FilePath, FileError)
    /// It ends instead of greeting.
    case silent(FilePath, ChildProcess.End)
    /// It says nothing for so many seconds.
    case mute(FilePath, seconds: Double)
    /// It is of another version.
    case version(FilePath, String)
    /// What it says is no greeting of this version.
    case stranger(FilePath)
}

extension WorkerError: CustomStringConvertible {
    /// One sentence that says what to do.
    public var description: String {
        let name = WorkerProgram.name
        switch self {
        case .missing(let folder):
            let place = folder.map { "in \($0.text), in ../libexec/imgcheck seen from there" }
            return
                "The decoder \(name) is missing: put it \(place ?? "beside this program"), or name "
                + "it in \(WorkerProgram.variable)."
        case .notBuilt(let folder):
            return
                "The decoder \(name) is not built: have swift build make the product \(name), with the "
                + "options by which the program in \(folder.text) was built."
        case .notAProgram(let path):
            return "\(WorkerProgram.variable) names \(path.text), which is no program: name "
                + "\(name), or leave the variable out."
        case .notStarted(let path, let error):
            return "The decoder \(path.text) does not start (\(error)): install it anew."
        case .silent(let path, let end):
            return "The decoder \(path.text) does not answer (\(end)): install it anew."
        case .mute(let path, let seconds):
            return
                "The decoder \(path.text) does not answer within \(Int(seconds)) s: install it anew."
        case .version(let path, let version):
            return "The decoder \(path.text) is of version \(version): install the one that came "
                + "with this program."
        case .stranger(let path):
            return "The decoder \(path.text) is of another version, or no \(name): install the one "
                + "that came with this program."
        }
    }
}
