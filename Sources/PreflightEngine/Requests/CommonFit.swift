internal import PreflightCore

/// Brings the images of one request under its bytes so that all of them are distorted alike.
struct CommonFit: Sendable {
    /// Encodes.
    let fitter: BudgetFitter

    /// The bytes that the files may have together.
    let room: Double

    /// The highest distortion, as 1 − SSIM; where it is not enough the pictures become smaller.
    let distortionAtMost: Double
}

extension CommonFit {
    /// How much of the room is aimed at: a little less than all, since sizes are foreseen.
    private static let aimedShare = 0.985

    /// The least of the room that has to be used where loss was needed.
    private static let leastShare = 0.95

    /// How often the pictures are made smaller where no quality fits.
    private static let scaleCountAtMost = 5

    /// The excess that is assumed where forecasts say that there is hardly one.
    private static let leastExcess = 1.05

    /// How much smaller pictures become than their excess asks for: details do not get smaller.
    private static let areaMargin = 0.9

    /// Writes images anew where that saves bytes.
    ///
    /// - Parameter samples: The images with their first trials.
    /// - Returns: The images, nil where they do not fit, or why one could not be written.
    /// - Throws: `CancellationError` where the task was cancelled.
    func fit(
        _ samples: [BudgetFitter.Sample]
    ) async throws(CancellationError) -> Result<[FittingImage]?, RequestPacker.Refusal> {
        var samples = samples
        for _ in 0..<Self.scaleCountAtMost {
            var written = Written(samples: samples)
            if let failure = written.failure { return .failure(failure) }
            if level(of: samples, fitting: room * Self.aimedShare) != nil {
                written = try await corrected(try await inBatches(samples))
                if let failure = written.failure { return .failure(failure) }
                guard written.byteCount > room else {
                    return .success(try await larger(written).images(by: fitter))
                }
            }
            guard fitter.mayScale else { break }
            samples = try await smaller(samples)
        }
        return .success(nil)
    }

    /// The pictures anew, so much smaller that they should fit at the highest distortion.
    private func smaller(
        _ samples: [BudgetFitter.Sample]
    ) async throws(CancellationError) -> [BudgetFitter.Sample] {
        let fewest = samples.reduce(0) {
            $0 + $1.candidate.totalByteCount(atDistortion: distortionAtMost)
        }
        let excess = max(fewest / max(1, room), Self.leastExcess)
        let scale = (Self.areaMargin / excess).squareRoot()
        return try await fitter.map(samples) { sample in
            // What goes as it is, because it is tiny or has to keep its frames, stays so.
            sample.trials.isEmpty
                ? sample : fitter.sample(sample, in: sample.size.scaled(by: scale))
        }
    }

    /// The pictures larger where they leave much of the room and were made smaller: the finest steps
    /// of quality are coarse.
    private func larger(_ written: Written) async throws(CancellationError) -> Written {
        guard usesTooLittle(written) else { return written }
        let growth = (Self.aimedShare * room / written.byteCount).squareRoot()
        let largest = fitter.sizes(of: written.samples.map(\.image), fitting: .infinity)
        let sizes = zip(written.samples, largest)
            .map { sample, size in
                size.scaled(by: growth * Double(sample.size.longEdge) / Double(size.longEdge))
            }
        guard sizes != written.samples.map(\.size) else { return written }
        var grown = written
        for (index, size) in sizes.enumerated() where written.qualities[index] != nil {
            grown.samples[index] = written.samples[index].untried(in: size)
        }
        try await write(grown.samples.indices, of: &grown)
        let isBetter = grown.byteCount > written.byteCount && grown.byteCount <= room
        return isBetter && grown.failure == nil ? grown : written
    }

    private func level(
        of samples: some Sequence<BudgetFitter.Sample>,
        fitting byteCount: Double
    ) -> Double? {
        CommonLevel.distortion(
            of: samples.map(\.candidate),
            fitting: byteCount,
            atMost: distortionAtMost
        )
    }
}

extension CommonFit {
    /// How many batches there are, about; each corrects what was foreseen for those after it.
    private static let batchCount = 8

    /// How many images a batch has, so that no image has to make up for the error of another.
    private static let batchSizeAtLeast = 8

    /// Writes the largest images first, in batches.
    ///
    /// What a batch leaves of the room decides how the rest is written, so that errors of the
    /// forecast do not add up.
    private func inBatches(
        _ samples: [BudgetFitter.Sample]
    ) async throws(CancellationError) -> Written {
        var written = Written(samples: samples)
        var forecast = Forecast()
        var left = written.indicesFromLargest(
            atDistortion: level(of: samples, fitting: room * Self.aimedShare) ?? distortionAtMost
        )
        let batchSize = max(Self.batchSizeAtLeast, left.count / Self.batchCount)
        while !left.isEmpty {
            let rest = room * Self.aimedShare - written.byteCount(except: left)
            let level =
                level(of: left.map { written.samples[$0] }, fitting: rest / forecast.bias)
                ?? distortionAtMost
            let batch = left.prefix(batchSize)
            left.removeFirst(batch.count)
            for index in batch {
                written.qualities[index] = written.samples[index].quality(nearDistortion: level)
            }
            let foreseen = written.byteCount(of: batch)
            try await write(batch, of: &written)
            forecast.note(foreseen: foreseen, found: written.byteCount(of: batch))
        }
        return written
    }

    /// Writes images at the qualities that are chosen for them, where they were not tried yet.
    private func write(
        _ indices: some Collection<Int>,
        of written: inout Written
    ) async throws(CancellationError) {
        let chosen = indices.map { (written.samples[$0], written.qualities[$0]) }
        let samples = try await fitter.map(chosen) { sample, quality in
            fitter.tried(sample, qualities: quality.map { [$0] } ?? [])
        }
        for (index, sample) in zip(indices, samples) { written.samples[index] = sample }
    }
}

extension CommonFit {
    /// How often some images are written once more where the sum is not right.
    private static let correctionCountAtMost = 4

    /// How many encodes an image may take on average where more would only use the room better.
    private static let encodeCountPerImage = 3

    /// As many encodes in all are allowed in any case, so that a few images use their room.
    private static let encodeCountInAnyCase = 36

    /// Writes some images once more where the sum is over the room, or uses too little of it.
    private func corrected(_ written: Written) async throws(CancellationError) -> Written {
        var written = written
        for _ in 0..<Self.correctionCountAtMost {
            guard written.byteCount > room || usesTooLittle(written),
                let level = level(of: written.samples, fitting: room * Self.aimedShare)
            else { break }
            written.move(to: level, until: room * Self.leastShare...room * Self.aimedShare)
            try await write(written.samples.indices, of: &written)
        }
        written.useTrials(within: room)
        return written
    }

    private func usesTooLittle(_ written: Written) -> Bool {
        let allowed = max(
            Self.encodeCountPerImage * written.samples.count,
            Self.encodeCountInAnyCase
        )
        return written.byteCount < room * Self.leastShare && written.encodeCount < allowed
    }
}
