internal import FileSystem
internal import PreflightCore

extension BudgetFitter {
    /// An image with the files that were written of it to save bytes, and what the search for the
    /// best of them knows.
    struct Sample: Sendable {
        /// The image as it is so far.
        var image: NormalisedImage

        /// What the search is told of it.
        private(set) var picture: CommonSearch.Picture

        /// The files.
        private var trials: [CommonSearch.Choice: Trial] = [:]

        /// An image of which nothing was written yet.
        init(_ image: NormalisedImage, _ picture: CommonSearch.Picture) {
            self.image = image
            self.picture = picture
        }
    }
}

extension BudgetFitter.Sample {
    /// A file that was written to save bytes.
    struct Trial: Sendable {
        /// How it was written.
        let encoding: Encoding

        /// How alike it is to what it was written from, 1 for the same.
        let similarity: Double

        /// The file.
        let file: KeptFile
    }

    /// Takes files that were written in one size.
    ///
    /// - Parameters:
    ///   - written: The files.
    ///   - size: Their displayed size, in pixels.
    ///   - spool: Where they are kept, since few of them go.
    /// - Returns: What they show.
    mutating func note(
        _ written: [EncodingTrial],
        in size: PixelSize,
        keptIn spool: Spool
    ) -> [SizeCurve.Probe] {
        written.compactMap { trial in
            guard let quality = trial.encoding.quality else { return nil }
            trials[CommonSearch.Choice(size: size, quality: quality)] = Trial(
                encoding: trial.encoding,
                similarity: trial.similarity,
                file: KeptFile(ImageContent(bytes: trial.bytes), in: spool)
            )
            return SizeCurve.Probe(
                quality: quality,
                byteCount: trial.bytes.count,
                distortion: 1 - trial.similarity
            )
        }
    }

    /// Tells the search of files that were written before it began.
    mutating func know(_ probes: [SizeCurve.Probe]) { picture.note(probes) }

    /// The file that was written so; nil where none was.
    func trial(_ choice: CommonSearch.Choice) -> Trial? { trials[choice] }
}
