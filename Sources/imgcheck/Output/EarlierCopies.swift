internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// The copies that an earlier run wrote into the folder of the outputs.
struct EarlierCopies {
    private let inputs: [ImageInput]
    private let folder: FilePath
    private let names: OutputNames

    /// Looks for the copies of inputs in a folder.
    init(of inputs: [ImageInput], in folder: FilePath) {
        self.inputs = inputs
        self.folder = folder
        names = OutputNames(keeping: inputs.map(\.outputName))
    }
}

extension EarlierCopies {
    /// The inputs that have no copy which is newer, whole and accepted.
    ///
    /// A copy that was written to its end is whole, and so its pixels are not decoded again: what a
    /// run left in pieces does not end where its image ends.
    ///
    /// - Parameters:
    ///   - preflight: Judges the copies, each as a request of its own.
    ///   - writer: Is told which copies stay, and which files may be replaced since they are none.
    /// - Returns: The inputs, in their order.
    /// - Throws: `CancellationError` if the task was cancelled.
    func inputsWithoutCopy(
        by preflight: Preflight,
        into writer: inout FixWriter
    ) async throws -> [ImageInput] {
        let found = places(for: preflight.table.acceptedFormats)
        var judge = preflight
        judge.options.judgesEach = true
        judge.options.mode = .headers
        judge.progress = nil
        let report = try await judge.check(found.map { .file(folder.appending($0.name)) })
        var kept: Set<Int> = []
        for (place, image) in zip(found, report.images) {
            let isVoid = image.isInPieces || place.isOutdated && image.isReadable
            if isVoid { writer.replaceEarlierFile(at: place.name) }
            guard let facts = image.facts, image.verdict == .accepted, !isVoid,
                kept.insert(place.input).inserted
            else { continue }
            writer.keep(facts, named: place.name)
        }
        return inputs.indices.filter { !kept.contains($0) }.map { inputs[$0] }
    }

    /// A file that may be the copy of an input.
    private struct Place {
        /// The input's place among all.
        var input: Int
        /// The file's name below the folder.
        var name: FilePath
        /// Whether the input was changed after the file was written.
        var isOutdated: Bool
    }

    /// The files that are there and no inputs.
    private func places(for formats: [ImageFormat]) -> [Place] {
        let statuses = inputs.map { input in input.path.flatMap { try? FileStatus(of: $0) } }
        let identities = Set(statuses.compactMap { $0?.identity })
        return inputs.indices.flatMap { index in
            names.possibleNames(for: inputs[index].outputName, as: formats)
                .compactMap { name -> Place? in
                    let path = folder.appending(name)
                    guard let status = try? FileStatus(of: path),
                        status.kind == .regular, !identities.contains(status.identity)
                    else { return nil }
                    let input = statuses[index]
                    return Place(
                        input: index,
                        name: name,
                        isOutdated: (input?.modifiedNanoseconds ?? .min)
                            > status.modifiedNanoseconds
                    )
                }
        }
    }
}

extension ImageReport {
    /// Whether it is an image that can be read, not a file of another kind under its name.
    fileprivate var isReadable: Bool { (try? facts?.header.get()) != nil }

    /// Whether it is what a copy that was broken off may have left.
    fileprivate var isInPieces: Bool {
        facts?.byteCount == 0
            || findings.contains { [.undecodable, .damaged, .headerDisagrees].contains($0.code) }
    }
}
