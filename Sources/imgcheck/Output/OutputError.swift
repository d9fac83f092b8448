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
    /// One sentence: what was expected, where, what was found, and the cure.
    ///
    /// For people; the wording may change. Names are as they are, escaped by who prints them.
    package var description: String {
        switch self {
        case .exists(let path):
            "Expected no file at \(path.text), found one: give --force to replace it."
        case .isInput(let path):
            "Expected an output apart from the inputs, found that \(path.text) is one of them: "
                + "choose another --out."
        case .isOutput(let path):
            "Expected a name that no other output has, found that \(path.text) is one of this run "
                + "already: rename an input."
        case .notFile(let path):
            "Expected a file or nothing at \(path.text), found something else: move it away or "
                + "choose another --out."
        case .linkedFolder(let path):
            "Expected a folder at \(path.text), found a symbolic link, which is not followed: "
                + "remove the link or choose another --out."
        case .notFolder(let path):
            "Expected a folder at \(path.text), found something else: move it away or choose "
                + "another --out."
        case .outside(let path):
            "Expected a name below --out, found \(path.text): rename the input."
        case .failed(let path, let error):
            "Expected to write \(path.text), found: \(error)\(Self.cure(of: error))."
        case .stopped(let path):
            "Expected to write \(path.text), found that the run was stopped: run it again."
        }
    }

    private static func cure(of error: FileError) -> String {
        switch error {
        case _ where FileError.ofMissingRoom.contains(error):
            "; make room or choose another --out"
        case _ where FileError.ofMissingPermission.contains(error):
            "; choose an --out that can be written to"
        case .tooLarge:
            "; raise the limit on file sizes (ulimit -f)"
        default:
            ""
        }
    }
}
