internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes normalised images into a folder, one after the other, and tells what one should know.
struct FixWriter {
    private let folder: OutputFolder?
    private var names: OutputNames

    /// What an earlier run left and is not to stay: it is replaced.
    private var replaceable: Set<FilePath> = []

    /// What was written, or would be in a dry run, in order.
    private(set) var outputs: [ImageFacts] = []

    /// The files that were written, in order.
    private(set) var paths: [FilePath] = []

    /// What is to be said of the animations that were cut to a frame.
    private var cutAnimations: [String] = []

    /// Prepares the folder.
    ///
    /// - Parameters:
    ///   - inputs: All inputs; none of them is ever replaced.
    ///   - folder: Where to write; nil to write nothing.
    ///   - replacesFiles: Whether a file that is there is replaced.
    /// - Throws: ``Failure`` where the folder cannot be had.
    init(inputs: [ImageInput], folder: FilePath?, replacesFiles: Bool) throws(Failure) {
        names = OutputNames(keeping: inputs.map(\.outputName))
        self.folder = try folder.map { path throws(Failure) in
            try OutputFolder.opened(
                path,
                protecting: inputs.compactMap(\.path),
                replacesFiles: replacesFiles
            )
        }
    }
}

extension FixWriter {
    /// Writes one image if there is something to write.
    ///
    /// - Returns: What is to be said of it, with what was written.
    mutating func take(_ outcome: NormalisingOutcome) -> ImageReport {
        var report = outcome.report
        guard var output = OutputReport(on: outcome.images, after: report.plan) else {
            return report
        }
        var paths: [FilePath] = []
        do throws(OutputError) {
            for image in outcome.images { paths += try write(image) }
        } catch {
            report.noteFailure(error.messageOfCopy)
            return report
        }
        guard folder != nil else { return report }
        if let frameCount = report.plan?.droppedFromFrameCount {
            let source = outcome.input.source.neutralised
            cutAnimations.append("\(source): kept the first of \(frameCount) frames.")
        }
        output.note(paths: paths.map(\.text))
        report.output = output
        return report
    }

    /// Takes a copy that an earlier run wrote and that stays, under its name below the folder.
    mutating func keep(_ facts: ImageFacts, named name: FilePath) {
        outputs.append(facts)
        names.give(name)
    }

    /// Lets a file be replaced that an earlier run left in pieces, or made of what has changed.
    mutating func replaceEarlierFile(at name: FilePath) { replaceable.insert(name) }

    /// Says of which animations only the first frame was kept; of many, how many there are.
    func tellDroppedFrames() {
        guard cutAnimations.count > Self.namedCountAtMost else {
            for line in cutAnimations { Terminal.complain(line) }
            return
        }
        Terminal.complain("kept the first frame of \(cutAnimations.count.grouped) animations.")
    }

    /// The most animations that are named one by one.
    private static let namedCountAtMost = 5

    /// Writes an image, or one tile of it.
    ///
    /// - Returns: Its file; none in a dry run.
    private mutating func write(_ image: NormalisedImage) throws(OutputError) -> [FilePath] {
        let name = names.name(
            for: image.input.outputName,
            as: image.output.facts.format,
            addingExtension: image.input.isStandardInput,
            part: image.tile.map { ($0.number, $0.count) }
        )
        outputs.append(image.output.facts)
        guard let folder else { return [] }
        let path = folder.path(of: name.path)
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try image.output.bytes()
        } catch {
            throw .failed(path, error)
        }
        try folder.write(
            bytes,
            to: name.path,
            replacing: replaceable.contains(name.path)
        )
        tell(of: image, named: name)
        paths.append(path)
        return [path]
    }

    private func tell(of image: NormalisedImage, named name: OutputName) {
        let source = image.input.source.neutralised
        if name.isChanged {
            Terminal.complain(
                "\(source) is written as \(name.path.text.neutralised): another image is named "
                    + "\(name.wantedPath.text.neutralised)."
            )
        }
    }
}

extension OutputError {
    /// Why a copy was not written: one that an earlier run wrote can also stay.
    fileprivate var messageOfCopy: Message {
        if case .exists = self {
            return Message(fact, help: .act("--force replaces it, --skip-existing leaves it"))
        }
        return Message(fact, help: help.map(Cure.act))
    }
}
