internal import PreflightCore

extension BudgetFitter {
    /// An image in some size, with what its encodes showed.
    struct Sample: Sendable {
        /// The image as it is so far.
        var image: FittingImage

        /// The displayed size that it is written in, in pixels.
        var size: PixelSize

        /// How many equal pictures of the request it stands for, at least 1.
        var copyCount = 1

        /// The encodes in that size.
        var trials: [EncodingTrial] = []

        /// Why it could not be encoded, as one sentence; nil where it could, or need not.
        var failure: String?
    }
}

extension BudgetFitter.Sample {
    /// The sample as that of so many equal pictures.
    func standing(for copyCount: Int) -> BudgetFitter.Sample {
        var sample = self
        sample.copyCount = copyCount
        return sample
    }

    /// The image in another size, in which it was not encoded yet.
    func untried(in size: PixelSize) -> BudgetFitter.Sample {
        BudgetFitter.Sample(image: image, size: size, copyCount: copyCount)
    }

    /// What the trials show.
    var candidate: CommonLevel.Candidate {
        let probes = trials.map { trial in
            SizeCurve.Probe(
                quality: trial.encoding.quality ?? 1,
                byteCount: trial.bytes.count,
                distortion: 1 - trial.similarity
            )
        }
        let quantiser = trials.first.flatMap { Quantiser(of: $0.encoding.format) }
        return CommonLevel.Candidate(
            curve: quantiser.flatMap {
                SizeCurve(probes, of: $0, qualities: BudgetFitter.qualities)
            },
            untouchedByteCount: image.output.bytes.count,
            copyCount: copyCount
        )
    }

    /// The quality at a level of distortion, or one that was tried and is as good as that.
    func quality(nearDistortion level: Double) -> Int? {
        guard let wanted = candidate.quality(atDistortion: level) else { return nil }
        return trials.compactMap(\.encoding.quality).first { abs($0 - wanted) <= 2 } ?? wanted
    }

    /// The bytes of all the equal pictures at a quality.
    func totalByteCount(at quality: Int?) -> Double { Double(copyCount) * byteCount(at: quality) }

    /// The bytes of one picture at a quality: as written where it was, else as expected.
    private func byteCount(at quality: Int?) -> Double {
        if let trial = trials.first(where: { $0.encoding.quality == quality }) {
            return Double(trial.bytes.count)
        }
        let candidate = candidate
        guard let quality, let curve = candidate.curve else {
            return Double(candidate.untouchedByteCount)
        }
        return curve.byteCount(at: quality)
    }
}
