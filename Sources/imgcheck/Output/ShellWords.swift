internal import FileSystem
internal import ImagePreflight

/// A command line in words, as a person can paste it.
struct ShellWords {
    /// The command line.
    private(set) var text: String

    /// Begins with words.
    init(_ words: String...) {
        text = words.map(\.shellQuoted).joined(separator: " ")
    }

    /// Adds words, each as it is.
    mutating func add(_ words: String...) { add(words) }

    /// Adds words, each as it is.
    mutating func add(_ words: some Sequence<String>) {
        for word in words { text += " " + word.shellQuoted }
    }

    /// Adds files: by patterns where these mean just them, else by their names.
    mutating func add(files: [FilePath]) {
        let words = Self.words(for: files)
        let isShort = words.reduce(0) { $0 + $1.count } <= Self.characterCountAtMost
        for word in isShort ? words[...] : words.prefix(Self.patternLeast) { text += " " + word }
        if !isShort { text += " …" }
    }

    /// So many files are named in any case.
    private static let patternLeast = 3

    /// The characters of more names that are written again.
    private static let characterCountAtMost = 400

    /// Files that follow each other in one folder and end alike as a pattern, the others by name.
    private static func words(for files: [FilePath]) -> [String] {
        var words: [String] = []
        var rest = files[...]
        while let first = rest.first {
            let alike = rest.prefix { file in
                file.folderBytes == first.folderBytes
                    && file.fileNameExtension == first.fileNameExtension
            }
            if alike.count > patternLeast, let pattern = pattern(for: Array(alike)) {
                words.append(pattern)
            } else {
                words += alike.map(\.shellQuoted)
            }
            rest = rest.dropFirst(alike.count)
        }
        return words
    }

    /// `folder/size-*.png` where these are all the files of a folder that it means.
    private static func pattern(for files: [FilePath]) -> String? {
        guard let first = files.first, let ending = first.fileNameExtension,
            ending.shellQuoted == ending
        else { return nil }
        let folder = first.folderBytes
        let names = try? DirectoryListing.names(
            in: folder.isEmpty ? FilePath(".") : FilePath(bytes: folder)
        )
        let others = (names ?? [])
            .filter { $0.fileNameExtension == ending && $0.bytes.first != UInt8(ascii: ".") }
        let wanted = Set(files.map(\.lastComponent))
        let prefix = files.dropFirst()
            .reduce(first.lastComponent.bytes[...]) { prefix, file in
                prefix.commonPrefix(with: file.lastComponent.bytes)
            }
        let place = folder.isEmpty ? "" : FilePath(bytes: folder).shellQuoted
        for prefix in [[], Array(prefix)] where wanted.count == files.count {
            let meant = others.filter { $0.bytes.starts(with: prefix) }
            if Set(meant) == wanted {
                let start = prefix.isEmpty ? "" : FilePath(bytes: prefix).shellQuoted
                return "\(place)\(start)*.\(ending)"
            }
        }
        return nil
    }
}

extension FilePath {
    /// The path up to the name, its last slash included.
    fileprivate var folderBytes: ArraySlice<UInt8> {
        bytes.prefix(bytes.count - lastComponent.bytes.count)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func commonPrefix(with other: [UInt8]) -> ArraySlice<UInt8> {
        prefix(zip(self, other).prefix(while: { $0 == $1 }).count)
    }
}
