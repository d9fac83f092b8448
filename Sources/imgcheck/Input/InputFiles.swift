internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight

/// The inputs that the command line names, in its order: directories walked, lists read.
struct InputFiles {
    private(set) var inputs: [ImageInput] = []
    private let walksDirectories: Bool
    private let earlier: EarlierOutputs
    private let list: FilePath?

    /// Finds the inputs.
    ///
    /// A name that cannot be read is an input all the same: its report says why.
    ///
    /// - Parameters:
    ///   - options: What the command line says.
    ///   - earlier: What is skipped in directories that are walked.
    /// - Throws: `ValidationError` where the options contradict each other or name no input,
    ///   ``Failure`` where the list cannot be read.
    init(_ options: InputOptions, skipping earlier: EarlierOutputs) throws {
        walksDirectories = options.recursive
        self.earlier = earlier
        list = options.filesFrom?.fileRead
        let dashes = options.paths + (options.filesFrom.map { [$0] } ?? [])
        guard dashes.count(where: \.isStandardInput) <= 1 else {
            throw ValidationError("Expected - at most once: standard input can be read only once.")
        }
        guard options.filesFrom != nil || !options.namesEndWithNull else {
            throw ValidationError("Expected --files-from with -0, which says how its names end.")
        }
        for argument in options.paths {
            if argument.isStandardInput {
                inputs.append(
                    ImageInput(
                        source: "-",
                        origin: .standardInput,
                        outputName: FilePath("stdin")
                    )
                )
            } else {
                add(argument.path)
            }
        }
        if let list = options.filesFrom {
            for path in try Self.names(in: list, endWithNull: options.namesEndWithNull) {
                add(path)
            }
        }
        guard !inputs.isEmpty else {
            throw ValidationError(
                "Expected at least one image: name files, -, --files-from, or a directory with "
                    + "--recursive."
            )
        }
    }
}

extension InputFiles {
    /// The files that are read: the images, and the list that names them.
    var paths: [FilePath] { inputs.compactMap(\.path) + (list.map { [$0] } ?? []) }

    private mutating func add(_ path: FilePath) {
        guard walksDirectories, (try? FileStatus(of: path).kind) == .directory else {
            inputs.append(.file(path))
            return
        }
        walk(path, namedBelowRoot: nil)
    }

    /// Adds the files below a directory, depth first in the order of their names.
    ///
    /// Names that begin with a dot are left out, links to directories are not followed, and what is
    /// neither file nor directory is no image.
    ///
    /// - Parameters:
    ///   - directory: The directory.
    ///   - relative: Its path below the one that the command line names; nil for that one itself.
    private mutating func walk(_ directory: FilePath, namedBelowRoot relative: FilePath?) {
        let names: [FilePath]
        do throws(FileError) {
            names = try DirectoryListing.names(in: directory)
        } catch {
            inputs.append(
                ImageInput(source: directory.text, origin: .unavailable(error.description))
            )
            return
        }
        for name in names where name.bytes.first != UInt8(ascii: ".") {
            let path = directory.appending(name)
            let nameBelowRoot = relative?.appending(name) ?? name
            switch Self.kind(of: path) {
            case .directory where earlier.isFolder(path): continue
            case .directory: walk(path, namedBelowRoot: nameBelowRoot)
            case .other: continue
            case .regular where earlier.isReport(path): continue
            default: inputs.append(.file(path, outputName: nameBelowRoot))
            }
        }
    }

    /// What stands at a path; a link counts as what it points at unless that is a directory.
    private static func kind(of path: FilePath) -> FileStatus.Kind? {
        guard let status = try? FileStatus(of: path, followingLinks: false) else { return nil }
        guard status.kind == .link else { return status.kind }
        let target = try? FileStatus(of: path).kind
        return target == .directory ? .other : target
    }

    private static func names(
        in list: PathArgument,
        endWithNull: Bool
    ) throws(Failure) -> [FilePath] {
        do throws(FileError) {
            let file =
                list.isStandardInput ? OpenFile.standardInput : try OpenFile(reading: list.path)
            let bytes = try file.remainder(upTo: listByteCountAtMost)
            let end = endWithNull ? 0 : UInt8(ascii: "\n")
            return bytes.split(separator: end).map { FilePath(bytes: $0) }
        } catch {
            throw Failure("\(list.path.text): \(error)")
        }
    }

    /// A list is held in memory as a whole.
    private static let listByteCountAtMost = 1_000_000_000
}
