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
    /// The inputs that have no copy which is whole and accepted.
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
        var places: [(input: Int, name: FilePath)] = []
        for (index, input) in inputs.enumerated() {
            let possible = names.possibleNames(
                for: input.outputName,
                as: preflight.table.acceptedFormats
            )
            for name in possible where isFile(name) { places.append((index, name)) }
        }
        var judge = preflight
        judge.options.judgesEach = true
        judge.progress = nil
        let report = try await judge.check(places.map { .file(folder.appending($0.name)) })
        var kept: Set<Int> = []
        for (place, image) in zip(places, report.images) {
            if image.isInPieces { writer.replaceRemnant(at: place.name) }
            guard let facts = image.facts, image.verdict == .accepted, !image.isInPieces else {
                continue
            }
            guard kept.insert(place.input).inserted else { continue }
            writer.keep(facts, named: place.name)
        }
        return inputs.indices.filter { !kept.contains($0) }.map { inputs[$0] }
    }

    /// Whether a file is there, not an input, and no link.
    private func isFile(_ name: FilePath) -> Bool {
        let path = folder.appending(name)
        guard let status = try? FileStatus(of: path), status.kind == .regular else { return false }
        return !inputs.contains { input in
            input.path.flatMap { try? FileStatus(of: $0).identity } == status.identity
        }
    }
}

extension ImageReport {
    /// Whether it is what a copy that was broken off may have left.
    fileprivate var isInPieces: Bool {
        facts?.byteCount == 0
            || findings.contains { [.undecodable, .damaged, .headerDisagrees].contains($0.code) }
    }
}
