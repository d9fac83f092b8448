internal import FileSystem
internal import ImagePreflight

/// What is said of paths at which nothing stands: often something stands there that looks the same.
///
/// Each folder is listed once, and no more names are held than fit into memory with ease.
struct MissingNames {
    private var folders: [FilePath: NearNames] = [:]

    /// How many names may still be read.
    private var namesLeft = 500_000

    /// The most names that are read of one folder.
    private static let nameCountAtMost = 100_000
}

extension MissingNames {
    /// The sentence for a path at which nothing stands; nil where there is nothing more to say.
    mutating func sentence(for path: FilePath) -> String? {
        if (try? FileStatus(of: path, followingLinks: false).kind) == .link {
            return "No such file: a link has this name, and what it points to is not there."
        }
        let (folder, name, isLast) = Self.firstMissing(of: path)
        guard let near = nearest(to: name, in: folder) else { return nil }
        let kind = isLast ? "file" : "folder"
        let quoted = "'\(near.name.text)'"
        guard !near.differences.isEmpty else {
            return "No such \(kind) '\(name.text)'; did you mean \(quoted)?"
        }
        let subject = isLast ? "No such file" : "No such folder '\(name.text)'"
        return "\(subject); a \(kind) there differs only in \(near.phrase): \(quoted)"
    }

    private mutating func nearest(to name: FilePath, in folder: FilePath) -> NearName? {
        if folders[folder] == nil {
            let limit = min(namesLeft, Self.nameCountAtMost)
            guard limit > 0 else { return nil }
            let names = (try? DirectoryListing.names(in: folder, atMost: limit)) ?? []
            // A folder costs something even where it is empty.
            namesLeft -= names.count + 1
            folders[folder] = NearNames(names)
        }
        return folders[folder]?.nearest(to: name)
    }

    /// The first name of a path that is not there, and the folder that lacks it.
    private static func firstMissing(
        of path: FilePath
    ) -> (folder: FilePath, name: FilePath, isLast: Bool) {
        var (path, isLast) = (path, true)
        while true {
            let root = FilePath(path.bytes.first == UInt8(ascii: "/") ? "/" : ".")
            let parent = path.parent
            guard let parent, (try? FileStatus(of: parent)) == nil else {
                return (parent ?? root, path.lastComponent, isLast)
            }
            (path, isLast) = (parent, false)
        }
    }
}

extension NearName {
    /// What the name differs in, as a noun phrase.
    fileprivate var phrase: String {
        let parts = differences.map { difference in
            switch difference {
            case .encoding: "bytes that are not UTF-8"
            case .invisible: "a character that is not shown"
            case .space: spaceName
            case .outerSpace: "a space at its start or end"
            case .punctuation: "a dash or quotation mark of another kind"
            case .letterCase: "letter case"
            case .normalForm: "its Unicode normal form"
            }
        }
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    private var spaceName: String {
        switch scalar?.value {
        case 0xA0: "a no-break space"
        case 0x202F: "a narrow no-break space"
        case 0x2009: "a thin space"
        case 0x3000: "an ideographic space"
        default: "a special space"
        }
    }
}
