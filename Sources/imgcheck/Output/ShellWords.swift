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

    /// Adds files: by a pattern where one means just these, else by their names.
    mutating func add(files: [FilePath]) {
        if files.count > Self.patternLeast, let pattern = Self.pattern(for: files) {
            text += " " + pattern
            return
        }
        let names = files.map(\.shellQuoted)
        let isShort = names.reduce(0) { $0 + $1.count } <= Self.characterCountAtMost
        for name in isShort ? names[...] : names.prefix(Self.patternLeast) { text += " " + name }
        if !isShort { text += " …" }
    }

    /// So many files are named in any case.
    private static let patternLeast = 3

    /// The characters of more names that are written again.
    private static let characterCountAtMost = 400

    /// `folder/*.png` where these are all the files of a folder with that ending, in its order.
    private static func pattern(for files: [FilePath]) -> String? {
        guard let first = files.first, let ending = first.fileNameExtension else { return nil }
        let folder = first.bytes.prefix(first.bytes.count - first.lastComponent.bytes.count)
        let names = try? DirectoryListing.names(
            in: folder.isEmpty ? FilePath(".") : FilePath(bytes: folder)
        )
        let meant = (names ?? [])
            .filter { $0.fileNameExtension == ending && $0.bytes.first != UInt8(ascii: ".") }
            .map { FilePath(bytes: folder + $0.bytes) }
        guard Set(meant) == Set(files), meant.count == files.count else { return nil }
        let isPlain = ending.shellQuoted == ending
        let place = folder.isEmpty ? "" : FilePath(bytes: folder).shellQuoted
        return isPlain ? "\(place)*.\(ending)" : nil
    }
}
