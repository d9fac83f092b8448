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
    mutating func take(_ image: NormalisedImage) -> NormalisingResult {
        let source = image.input.source.neutralised
        if let reason = image.refusal ?? image.readingFailure {
            Terminal.complain("\(source) is not written: \(reason.neutralised)")
        }
        guard let output = image.output, var report = OutputReport(on: image) else { return .none }
        let name = names.name(
            for: image.input.outputName,
            as: output.facts.format,
            addingExtension: image.input.isStandardInput
        )
        outputs.append(output.facts)
        guard let folder else { return .none }
        do throws(OutputError) {
            try folder.write(output.bytes, to: name.path)
        } catch {
            Terminal.complain("\(error)".neutralised)
            return .failure("\(error)")
        }
        tell(of: image, named: name)
        let path = folder.path(of: name.path)
        paths.append(path)
        report.path = path.text
        return .output(report)
    }

    private func tell(of image: NormalisedImage, named name: OutputName) {
        let source = image.input.source.neutralised
        if let frameCount = image.droppedFromFrameCount {
            Terminal.complain("\(source): kept the first of \(frameCount) frames.")
        }
        if name.isChanged {
            Terminal.complain(
                "\(source) is written as \(name.path.text.neutralised): another image is named "
                    + "\(name.wantedPath.text.neutralised)."
            )
        }
    }
}
