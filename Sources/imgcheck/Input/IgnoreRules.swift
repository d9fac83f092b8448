internal import FileSystem
internal import ImagePreflight

/// What the ignore files say that hold in a folder: its own and those of the folders above it.
///
/// A file further down wins over one further up, and `.imgcheckignore` over `.gitignore`.
struct IgnoreRules {
    /// The patterns of one file, and how a path below the walked folder is called from there.
    fileprivate struct Layer {
        let patterns: IgnorePatterns
        let place: Place

        enum Place {
            /// In the walked folder, or below it as many bytes of the path.
            case below(byteCount: Int)
            /// Above the walked folder, whose path from there this is.
            case above(FilePath)

            /// How a path below the walked folder is called from here.
            func name(of path: FilePath) -> FilePath {
                switch self {
                case .below(let byteCount): FilePath(bytes: path.bytes.dropFirst(byteCount))
                case .above(let folder): folder.appending(path)
                }
            }
        }
    }

    /// One kind of ignore file.
    private struct Kind {
        let name: FilePath
        /// Whether the kind ends at the folder of a repository.
        let isOfRepository: Bool
        var layers: [Layer] = []

        /// Adds patterns that stand in no ignore file.
        mutating func add(_ lines: [String], at place: Layer.Place) {
            let patterns = IgnorePatterns(Array(lines.joined(separator: "\n").utf8))
            if !patterns.isEmpty { layers.append(Layer(patterns: patterns, place: place)) }
        }
    }

    /// The kinds that hold, the one that wins first.
    private var kinds: [Kind] = []

    /// Rules without an ignore file: what the command line and the settings leave out.
    ///
    /// - Parameters:
    ///   - selection: What is looked at.
    ///   - settings: What else is left out.
    ///   - folder: The folder that is walked.
    init(_ selection: WalkOptions, _ settings: Settings, below folder: FilePath) {
        // It is no file's name, so it is met in no folder.
        var excluded = Kind(name: FilePath(""), isOfRepository: false)
        excluded.add(selection.exclude, at: .below(byteCount: 0))
        if !selection.takesAll { excluded.add(settings.excluded, at: settings.place(of: folder)) }
        if !excluded.layers.isEmpty { kinds.append(excluded) }
        guard !selection.takesAll else { return }
        kinds.append(Kind(name: FilePath(".imgcheckignore"), isOfRepository: false))
        guard selection.honoursGitIgnore else { return }
        kinds.append(Kind(name: FilePath(".gitignore"), isOfRepository: true))
    }
}

extension IgnoreRules {
    /// Whether a file in a walked folder is one of the rules.
    func isIgnoreFile(_ name: FilePath) -> Bool { kinds.contains { $0.name == name } }

    /// Whether a path below the walked folder is left out.
    func ignore(_ path: FilePath, isFolder: Bool) -> Bool {
        for kind in kinds {
            for layer in kind.layers.reversed() {
                let decision = layer.patterns.decision(
                    for: layer.place.name(of: path),
                    isFolder: isFolder
                )
                if let decision { return decision == .ignored }
            }
        }
        return false
    }
}

extension IgnoreRules {
    /// Adds the files in a folder that is entered.
    ///
    /// - Parameters:
    ///   - names: What is in the folder.
    ///   - folder: The folder.
    ///   - relative: Its path below the walked folder; nil for that one itself.
    /// - Returns: What is to be reported, since it should hold and cannot be read.
    mutating func addFiles(
        named names: [FilePath],
        in folder: FilePath,
        namedBelowRoot relative: FilePath?
    ) -> [ImageInput] {
        let byteCount = relative.map { $0.bytes.count + 1 } ?? 0
        return kinds.indices.flatMap { index -> [ImageInput] in
            guard names.contains(kinds[index].name) else { return [] }
            return add(kinds[index].name, in: folder, to: index, .below(byteCount: byteCount))
        }
    }

    /// Adds the files in the folders above one that is walked, as far up as they hold: those of Git
    /// up to the folder of the repository.
    ///
    /// - Returns: What is to be reported, since it should hold and cannot be read.
    mutating func addFiles(above folder: FilePath) -> [ImageInput] {
        guard !kinds.isEmpty, let root = try? folder.resolved() else { return [] }
        let names = root.components
        let folders = names.indices.map { count in
            FilePath(bytes: [UInt8(ascii: "/")] + names[..<count].joined())
        }
        let repository = (folders + [root]).lastIndex { Self.isRepository($0) }
        return kinds.indices.flatMap { index in
            folders.indices.flatMap { count -> [ImageInput] in
                guard !kinds[index].isOfRepository || count >= repository ?? .max else { return [] }
                let below = FilePath(bytes: names[count...].joined())
                return add(kinds[index].name, in: folders[count], to: index, .above(below))
            }
        }
    }

    private static func isRepository(_ folder: FilePath) -> Bool {
        (try? FileStatus(of: folder.appending(FilePath(".git")))) != nil
    }

    private mutating func add(
        _ name: FilePath,
        in folder: FilePath,
        to kind: Int,
        _ place: Layer.Place
    ) -> [ImageInput] {
        let path = folder.appending(name)
        guard (try? FileStatus(of: path).kind) == .regular else { return [] }
        do throws(FileError) {
            let bytes = try OpenFile(readingWithoutWaiting: path).remainder(upTo: Self.byteCount)
            let patterns = IgnorePatterns(bytes)
            if !patterns.isEmpty {
                kinds[kind].layers.append(Layer(patterns: patterns, place: place))
            }
            return []
        } catch {
            return [.unavailable(path, because: error)]
        }
    }

    /// The most bytes of an ignore file; more is none.
    private static let byteCount = 100_000_000
}

extension Settings {
    /// How a walked folder is called from the folder of the settings; itself where it is elsewhere.
    fileprivate func place(of folder: FilePath) -> IgnoreRules.Layer.Place {
        guard let names = try? folder.resolved().components, let above = file?.parent?.components,
            names.starts(with: above), names.count > above.count
        else { return .below(byteCount: 0) }
        return .above(FilePath(bytes: names[above.count...].joined()))
    }
}

extension ArraySlice<FilePath> {
    /// The names with slashes between them.
    fileprivate func joined() -> [UInt8] { Array(map(\.bytes).joined(separator: [0x2F])) }
}
