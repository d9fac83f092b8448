internal import PreflightCore

/// Brings the images of one request under its bytes so that all of them are distorted alike: what
/// the search wants is encoded, and what came of it told.
struct CommonFit: Sendable {
    /// Encodes.
    let fitter: BudgetFitter

    /// The bytes that the files may have together.
    let room: Double

    /// The highest distortion, as 1 − SSIM; where it is not enough the pictures become smaller.
    let distortionAtMost: Double
}

extension CommonFit {
    /// Writes images anew where that saves bytes.
    ///
    /// - Parameters:
    ///   - samples: The images with their first trials.
    ///   - copyCounts: How many equal images of the request each of them stands for.
    /// - Returns: The images, nil where they do not fit, or why one could not be written.
    /// - Throws: `CancellationError` where the task was cancelled.
    func fit(
        _ samples: [BudgetFitter.Sample],
        standingFor copyCounts: [Int]
    ) async throws(CancellationError) -> Result<[NormalisedImage]?, PlanRefusal> {
        var samples = samples
        var search = CommonSearch(
            zip(samples, copyCounts).map { $0.picture.standing(for: $1) },
            room: room,
            distortionAtMost: distortionAtMost,
            mayScale: fitter.mayScale,
            wantedQuality: fitter.options.quality
        )
        while !search.next.isEmpty {
            let work = search.next.map { ($0, samples[$0.place]) }
            let results = try await fitter.map(work) { attempt, sample in
                fitter.written(sample, in: attempt.size, qualities: attempt.qualities)
            }
            var probes: [[SizeCurve.Probe]] = []
            for (attempt, result) in zip(search.next, results) {
                switch result {
                case .failure(let refusal): return .failure(refusal)
                case .success((let sample, let shown)):
                    samples[attempt.place] = sample
                    probes.append(shown)
                }
            }
            search.note(probes)
        }
        return .success(
            search.choices.map { choices in
                choices.indices.map { place in
                    var image = fitter.image(of: samples[place], choices[place])
                    image.encodeCount = search.encodeCount(at: place)
                    return image
                }
            }
        )
    }
}
