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
        private var trials: [CommonSearch.Choice: EncodingTrial] = [:]

        /// An image of which nothing was written yet.
        init(_ image: NormalisedImage, _ picture: CommonSearch.Picture) {
            self.image = image
            self.picture = picture
        }
    }
}

extension BudgetFitter.Sample {
    /// Takes files that were written in one size.
    ///
    /// - Returns: What they show.
    mutating func note(_ written: [EncodingTrial], in size: PixelSize) -> [SizeCurve.Probe] {
        written.compactMap { trial in
            guard let quality = trial.encoding.quality else { return nil }
            trials[CommonSearch.Choice(size: size, quality: quality)] = trial
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
    func trial(_ choice: CommonSearch.Choice) -> EncodingTrial? { trials[choice] }
}
