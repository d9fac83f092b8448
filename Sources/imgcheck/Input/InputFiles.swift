internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight

/// The inputs that the command line names, in its order: directories walked, lists read.
struct InputFiles {
    private(set) var inputs: [ImageInput] = []

    /// The files in folders that nothing calls an image, and hidden ones.
    private var passedByCount: Int { walk.passedByCount }

    private var walk: FolderWalk
    private var missing = MissingNames()
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
        walk = FolderWalk(options.walk, try Settings.current(), skipping: earlier)
        list = options.filesFrom?.fileRead
        let dashes = options.paths + (options.filesFrom.map { [$0] } ?? [])
        guard dashes.count(where: \.isStandardInput) <= 1 else {
            throw ValidationError("Standard input can be read only once: give - once.")
        }
        guard options.filesFrom != nil || !options.namesEndWithNull else {
            throw ValidationError(
                "-0 says how the names of a list end: give the list with --files-from."
            )
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
            let named = try NameList(in: list, endWithNull: options.namesEndWithNull)
            for path in named.names { add(path) }
        }
        guard inputs.isEmpty else { return }
        guard passedByCount == 0 else {
            throw ValidationError(
                "There is no image in the folders: \(Self.phrase(passedByCount)) passed by; "
                    + "--all judges every file."
            )
        }
        throw ValidationError(
            "Which images? Name files, folders that hold some, or - for standard input."
        )
    }
}

extension InputFiles {
    /// The files that are read: the images, and the list that names them.
    var paths: [FilePath] { inputs.compactMap(\.path) + (list.map { [$0] } ?? []) }

    private mutating func add(_ path: FilePath) {
        do throws(FileError) {
            let kind = try FileStatus(of: path).kind
            guard kind == .directory else {
                var input = ImageInput.file(path)
                input.isKnownRegular = kind == .regular
                inputs.append(input)
                return
            }
        } catch {
            let reason = error == .missing ? missing.sentence(for: path) : nil
            inputs.append(reason.map { .missing(path, because: $0) } ?? .file(path))
            return
        }
        inputs += walk.images(in: path)
    }
}

extension ImageInput {
    /// What is not there, with the reason for the report.
    fileprivate static func missing(_ path: FilePath, because reason: String) -> ImageInput {
        ImageInput(
            source: path.text,
            origin: .unavailable(reason),
            outputName: path.lastComponent
        )
    }
}

extension InputFiles {
    /// A report with how many files in folders were passed by.
    func countingPassedBy(in report: Report) -> Report {
        var report = report
        report.passedByCount = passedByCount
        return report
    }

    /// Says on standard error how many files in folders were passed by, if any were.
    func tellPassedBy(unless isToldElsewhere: Bool) {
        guard passedByCount > 0, !isToldElsewhere else { return }
        Terminal.complain("\(Self.phrase(passedByCount)) passed by; --all judges every file.")
    }

    fileprivate static func phrase(_ count: Int) -> String {
        count == 1 ? "1 other file" : "\(count.grouped) other files"
    }
}
