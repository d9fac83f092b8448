internal import PreflightCore

/// Packing where detail has to go.
extension RequestPacker {
    /// The part of an image's equal share of the bytes under which it goes as it is: what it could
    /// give is too little to lose detail for.
    private static let leastShareWorthLoss = 0.02

    /// Packs the images, each of which may be written anew; equal ones are written once.
    func packedWithLoss(
        _ images: [NormalisedImage]
    ) async throws(CancellationError) -> Result<Packed, PlanRefusal> {
        let room = fileRoom(for: images)
        let sizes = fitter.sizes(of: images, fitting: room)
        let distinct = DistinctElements(of: zip(images, sizes).map(SizedImage.init))
        let leastWorth = Self.leastShareWorthLoss * room / Double(max(1, images.count))
        let samples: [BudgetFitter.Sample]
        switch try await sampled(distinct.elements, leastByteCount: leastWorth) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let sampled): samples = sampled
        }
        var fitted = images
        for group in lossyGroups(of: distinct.places.map { samples[$0] }) {
            let members = DistinctElements(of: group.map { distinct.places[$0] })
            let common = CommonFit(
                fitter: fitter,
                room: fileRoom(for: group.map { images[$0] }),
                distortionAtMost: distortionAtMost
            )
            let kinds = members.elements.map { samples[$0] }
            switch try await common.fit(kinds, standingFor: members.counts) {
            case .failure(let refusal): return .failure(refusal)
            case .success(nil):
                let isWritable = kinds.contains(where: \.picture.isWritten)
                return .failure(isWritable ? illegible(images) : noneFits(images))
            case .success(let written?):
                for (index, place) in zip(group, members.places) {
                    fitted[index] = images[index].taking(written[place])
                }
            }
        }
        return packedAsTheyAre(fitted).map(Result.success) ?? .failure(noneFits(images))
    }

    /// The images with their first trials, those of fewer bytes than is worth a loss without any.
    private func sampled(
        _ pictures: [SizedImage],
        leastByteCount: Double
    ) async throws(CancellationError) -> Result<[BudgetFitter.Sample], PlanRefusal> {
        let results = try await fitter.map(pictures) { picture in
            Double(picture.image.output.byteCount) < leastByteCount
                ? .success(fitter.untouched(picture.image))
                : fitter.sample(of: picture.image, in: picture.size)
        }
        return Result { () throws(PlanRefusal) in
            try results.map { result throws(PlanRefusal) in try result.get() }
        }
    }

    /// A picture that may go into another request need not be distorted without end.
    private var distortionAtMost: Double {
        fitter.distortionAtMost(mayGoElsewhere: options.split != .never)
    }

    /// The images of each request, if all are just legible.
    private func lossyGroups(of samples: [BudgetFitter.Sample]) -> [[Int]] {
        guard options.split == .whenNeeded else { return [Array(samples.indices)] }
        let fewest = samples.map { sample in
            let legible = sample.picture.candidate
                .byteCount(atDistortion: BudgetFitter.legibleDistortion)
            // What would not fit even alone is made smaller until it does.
            return Int(min(legible.rounded(.up), fileRoom(for: [sample.image])))
        }
        return groups(of: fewest, samples.map(\.image)) ?? [Array(samples.indices)]
    }
}
