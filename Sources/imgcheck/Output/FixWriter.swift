internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes normalised images into a folder, one after the other, and tells what one should know.
struct FixWriter {
    private let folder: OutputFolder?
    private var names: OutputNames

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
        guard let image = outcome.image, var output = OutputReport(on: image) else { return report }
        let name = names.name(
            for: image.input.outputName,
            as: output.format,
            addingExtension: image.input.isStandardInput
        )
        outputs.append(image.output.facts)
        guard let folder else { return report }
        do throws(OutputError) {
            try folder.write(image.output.bytes, to: name.path)
        } catch {
            report.noteFailure(Message(error.description))
            return report
        }
        tell(of: image, named: name)
        let path = folder.path(of: name.path)
        paths.append(path)
        output.path = path.text
        report.output = output
        return report
    }

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

    private mutating func tell(of image: NormalisedImage, named name: OutputName) {
        let source = image.input.source.neutralised
        if let frameCount = image.droppedFromFrameCount {
            cutAnimations.append("\(source): kept the first of \(frameCount) frames.")
        }
        if name.isChanged {
            Terminal.complain(
                "\(source) is written as \(name.path.text.neutralised): another image is named "
                    + "\(name.wantedPath.text.neutralised)."
            )
        }
    }
}
