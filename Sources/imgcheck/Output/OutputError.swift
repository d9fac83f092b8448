package import FileSystem

/// Why an output was not written; nothing of it was left behind.
package enum OutputError: Error, Sendable, Equatable {
    /// Something is there, and replacing it was not asked for.
    case exists(FilePath)
    /// The output would be one of the inputs, under whatever name.
    case isInput(FilePath)
    /// The output would be another output of this run: the file system does not tell names apart.
    case isOutput(FilePath)
    /// What is there is no file, so it is not replaced.
    case notFile(FilePath)
    /// A folder on the way is a symbolic link.
    case linkedFolder(FilePath)
    /// What should be a folder on the way is none.
    case notFolder(FilePath)
    /// The name would lead out of the folder of the outputs.
    case outside(FilePath)
    /// The file system refused.
    case failed(FilePath, FileError)
    /// The run was stopped before the output was complete.
    case stopped(FilePath)
}

extension OutputError: CustomStringConvertible {
    /// What is so and what to do, in one sentence.
    ///
    /// For people; the wording may change. Names are as they are, escaped by who prints them.
    package var description: String {
        // The system's own reason follows a colon already.
        let mark = if case .failed = self { ";" } else { ":" }
        return help.map { "\(fact)\(mark) \($0)." } ?? "\(fact)."
    }

    /// What is so, as a clause.
    package var fact: String {
        switch self {
        case .exists(let path): "\(path.text) is there already"
        case .isInput(let path): "\(path.text) is one of the inputs, which are never replaced"
        case .isOutput(let path): "\(path.text) is an output of this run already"
        case .notFile(let path): "\(path.text) is there and no file"
        case .linkedFolder(let path): "\(path.text) is a symbolic link, which is not followed"
        case .notFolder(let path): "\(path.text) is there and no folder"
        case .outside(let path): "\(path.text) is no name below --out"
        case .failed(let path, let error): "\(path.text) cannot be written: \(error)"
        case .stopped(let path): "\(path.text) is not written, since the run was stopped"
        }
    }

    /// What to do, as a clause; nil where nobody knows.
    package var help: String? {
        switch self {
        case .exists: "--force replaces it"
        case .isInput: "choose another --out"
        case .isOutput, .outside: "rename the input"
        case .notFile, .notFolder: "move it away or choose another --out"
        case .linkedFolder: "remove it or choose another --out"
        case .failed(_, let error): Self.cure(of: error)
        case .stopped: "run it again"
        }
    }

    private static func cure(of error: FileError) -> String? {
        switch error {
        case _ where FileError.ofMissingRoom.contains(error):
            "make room or choose another --out"
        case _ where FileError.ofMissingPermission.contains(error):
            "choose an --out that can be written to"
        case .tooLarge:
            "raise the limit on file sizes (ulimit -f)"
        default:
            nil
        }
    }
}
