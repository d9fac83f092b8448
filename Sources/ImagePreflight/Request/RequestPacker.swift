internal import PreflightCore

/// Puts images into requests that a model accepts: as few as can hold them, within one number of bytes
/// each.
struct RequestPacker: Sendable {
    /// Saves bytes.
    let fitter: BudgetFitter

    /// The frame that every request has.
    let body: ChatCompletionBody

    /// What one request can hold.
    let capacity: RequestCapacity

    /// How images become requests.
    let options: RequestOptions
}

extension RequestPacker {
    /// Images in requests: the indices of each request's images.
    struct Packed: Sendable {
        var images: [FittingImage]
        var groups: [[Int]]
    }

    /// Why there are no requests, as one sentence.
    struct Refusal: Error {
        var reason: String
    }

    /// Packs the images, losing bytes only where they do not fit as they are.
    ///
    /// - Throws: ``Refusal`` where they cannot be packed within the options.
    func pack(_ images: [FittingImage]) async -> Result<Packed, Refusal> {
        if let packed = packed(images, mayOnlyCount: true) { return .success(packed) }
        let trimmed = images.map(fitter.trimmed)
        if let packed = packed(trimmed, mayOnlyCount: true) { return .success(packed) }
        if let limit = capacity.imageCountAtMost, options.split == .never, images.count > limit {
            return .failure(
                Refusal(
                    reason: "Expected at most \(limit.grouped) images in a request, found "
                        + "\(images.count.grouped): allow --split when-needed."
                )
            )
        }
        let lossless = packed(trimmed, mayOnlyCount: false)
        let lossy = await packedWithLoss(trimmed)
        guard case .success(let packed) = lossy else {
            return lossless.map(Result.success) ?? lossy
        }
        guard let lossless, lossless.groups.count <= packed.groups.count else { return lossy }
        return .success(lossless)
    }

    /// The images as they are, if that needs no more requests than their number does.
    private func packed(_ images: [FittingImage], mayOnlyCount: Bool) -> Packed? {
        guard let groups = groups(of: images.map { $0.output.bytes.count }, images) else {
            return nil
        }
        let countAtMost = capacity.imageCountAtMost ?? .max
        let fewest = images.isEmpty ? 0 : (images.count - 1) / countAtMost + 1
        guard groups.count <= fewest || !mayOnlyCount else { return nil }
        guard groups.count <= 1 || options.split == .whenNeeded else { return nil }
        return Packed(images: images, groups: groups)
    }

    /// The fewest requests for images of these byte counts, or nil where one fits nowhere.
    private func groups(of byteCounts: [Int], _ images: [FittingImage]) -> [[Int]]? {
        let loads = images.indices.map { index in
            RequestLoad(
                fileByteCount: byteCounts[index],
                bodyByteCount: partByteCount(of: images[index], at: index, byteCounts[index])
            )
        }
        return try? RequestSplit.split(loads, into: capacity, order: options.order)
    }

    private func partByteCount(of image: FittingImage, at index: Int, _ byteCount: Int) -> Int {
        body.partByteCount(
            imageByteCount: byteCount,
            mediaType: image.output.facts.format.mediaType,
            label: options.message.label(number: index + 1, name: image.input.source)
        )
    }
}

extension RequestPacker {
    /// How much of a request's bytes is aimed at: a little less than all, since sizes are foreseen
    /// from two trials.
    private static let aimedShare = 0.98

    /// How often the pictures are made smaller where no quality fits.
    private static let roundsAtMost = 5

    private func packedWithLoss(_ images: [FittingImage]) async -> Result<Packed, Refusal> {
        var scale = 1.0
        for _ in 0..<Self.roundsAtMost {
            let samples = await map(images) { [scale] in fitter.sample(of: $0, scale: scale) }
            let groups = lossyGroups(of: samples)
            var fitted = images
            var excess = 1.0
            for group in groups {
                let members = group.map { samples[$0] }
                let room = fileRoom(for: members)
                guard let level = level(of: members, fitting: room * Self.aimedShare) else {
                    excess = max(excess, fewestBytes(of: members) / max(1, room))
                    continue
                }
                let written = await written(
                    members,
                    atDistortion: level,
                    within: room,
                    scale: scale
                )
                for (index, image) in zip(group, written) { fitted[index] = image }
            }
            if excess == 1, let packed = packed(fitted, mayOnlyCount: false) {
                return .success(packed)
            }
            scale *= (0.9 / max(excess, 1.05)).squareRoot()
        }
        return .failure(
            Refusal(
                reason: "Expected images that fit into the bytes of a request, found none even at "
                    + "low quality: allow --split when-needed, more bytes, or more loss."
            )
        )
    }

    private func lossyGroups(of samples: [BudgetFitter.Sample]) -> [[Int]] {
        guard options.split == .whenNeeded else { return [Array(samples.indices)] }
        let fewest = samples.map { sample in
            Int(
                sample.candidate.byteCount(atDistortion: BudgetFitter.legibleDistortion)
                    .rounded(.up)
            )
        }
        return groups(of: fewest, samples.map(\.image)) ?? [Array(samples.indices)]
    }

    private func level(of members: [BudgetFitter.Sample], fitting byteCount: Double) -> Double? {
        CommonLevel.distortion(
            of: members.map(\.candidate),
            fitting: byteCount,
            atMost: options.split == .never ? 1 : BudgetFitter.legibleDistortion * 1.1
        )
    }

    private func fewestBytes(of members: [BudgetFitter.Sample]) -> Double {
        members.reduce(0) { $0 + $1.candidate.byteCount(atDistortion: 1) }
    }
}

extension RequestPacker {
    /// The bytes that the files of a request can have together.
    private func fileRoom(for members: [BudgetFitter.Sample]) -> Double {
        let frames = members.reduce(0) { sum, member in
            sum + partByteCount(of: member.image, at: members.count, 0)
        }
        let body = capacity.bodyByteCountAtMost.map { most in
            Double(most - capacity.bodyOverheadByteCount - frames) * 3 / 4 - 2
                * Double(members.count)
        }
        return max(
            0,
            min(body ?? .infinity, capacity.fileByteCountAtMost.map(Double.init) ?? .infinity)
        )
    }

    /// Writes the images of a request at a common level of distortion.
    ///
    /// Where the sum comes out over the room or far under it, some are written once more, those first
    /// that move the sum most.
    private func written(
        _ members: [BudgetFitter.Sample],
        atDistortion level: Double,
        within room: Double,
        scale: Double
    ) async -> [FittingImage] {
        var samples = members
        var qualities = samples.map { $0.quality(nearDistortion: level) }
        for _ in 0..<Self.passesAtMost {
            samples = await map(Array(zip(samples, qualities))) { sample, quality in
                fitter.tried(sample, qualities: quality.map { [$0] } ?? [], scale: scale)
            }
            let total = Self.byteCount(of: samples, at: qualities)
            let encodeCount = samples.reduce(0) { $0 + $1.image.encodeCount }
            let mayEncode = encodeCount < max(Self.encodeCountPerImage * samples.count, 24)
            guard total > room || total < room * 0.95 && mayEncode,
                let next = self.level(of: samples, fitting: room * Self.aimedShare)
            else { break }
            qualities = Self.moved(qualities, of: samples, to: next, fitting: room)
        }
        return zip(samples, qualities).map { fitter.image(of: $0, quality: $1, scale: scale) }
    }

    /// How many encodes an image may take on average where more would only use the room better; of a
    /// few images each may take more.
    private static let encodeCountPerImage = 3

    /// How often images of a request are written until their sum is right.
    private static let passesAtMost = 4

    /// The qualities moved towards another level, one image after the other, the one that changes the
    /// sum most first, until the sum is expected to be right.
    private static func moved(
        _ qualities: [Int?],
        of samples: [BudgetFitter.Sample],
        to level: Double,
        fitting room: Double
    ) -> [Int?] {
        var moved = qualities
        var total = byteCount(of: samples, at: qualities)
        let moves = samples.indices.map { index in
            let quality = samples[index].candidate.quality(atDistortion: level)
            let change =
                byteCount(of: samples[index], at: quality)
                - byteCount(of: samples[index], at: qualities[index])
            return (index: index, quality: quality, change: change)
        }
        for move in moves.sorted(by: { abs($0.change) > abs($1.change) }) {
            guard total > room * 0.99 || total < room * 0.96 else { break }
            moved[move.index] = move.quality
            total += move.change
        }
        return moved
    }

    private static func byteCount(
        of samples: [BudgetFitter.Sample],
        at qualities: [Int?]
    ) -> Double {
        zip(samples, qualities).reduce(0) { $0 + byteCount(of: $1.0, at: $1.1) }
    }

    /// The bytes of an image at a quality: as written where it was, else as expected.
    private static func byteCount(of sample: BudgetFitter.Sample, at quality: Int?) -> Double {
        let candidate = sample.candidate
        guard let quality, let curve = candidate.curve else {
            return Double(candidate.untouchedByteCount)
        }
        return curve.byteCount(at: quality)
    }

    private func map<Element: Sendable, Outcome: Sendable>(
        _ elements: [Element],
        _ transform: @escaping @Sendable (Element) -> Outcome
    ) async -> [Outcome] {
        var outcomes: [Outcome] = []
        try? await OrderedWork.run(on: elements, jobCount: fitter.jobCount, transform) {
            outcomes.append($0)
        }
        return outcomes
    }
}
