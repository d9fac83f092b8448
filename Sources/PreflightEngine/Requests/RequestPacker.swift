internal import PreflightCore

/// Puts images into requests that a model accepts: as few as can hold them, within one number of
/// bytes each.
struct RequestPacker: Sendable {
    /// Saves bytes.
    let fitter: BudgetFitter

    /// The frame that every request has.
    let body: DialectBody

    /// What one request can hold.
    var capacity: RequestCapacity

    /// How images become requests.
    let options: RequestOptions

    /// What else would let the images stay legible; nil for nothing.
    var wayOut: Cure?

    /// The number of the first image, as its label says it.
    var firstNumber = 1
}

extension RequestPacker {
    /// Images in requests: the indices of each request's images.
    struct Packed: Sendable {
        var images: [NormalisedImage]
        var groups: [[Int]]
    }

    /// Packs the images, losing bytes only where they do not fit as they are.
    func pack(
        _ images: [NormalisedImage]
    ) async throws(CancellationError) -> Result<Packed, PlanRefusal> {
        guard images.isEmpty || capacity.imageCountAtMost != 0 else {
            return .failure(
                PlanRefusal(Message("The model takes text only", help: .useOtherModel))
            )
        }
        if let packed = packedByCountAlone(images) { return .success(packed) }
        var smaller = try await fitter.map(images, fitter.trimmed)
        if let packed = packedByCountAlone(smaller) { return .success(packed) }
        if let refusal = countRefusal(of: images) ?? tokenRefusal(of: images) {
            return .failure(refusal)
        }
        for encoding in BudgetFitter.losslessEncodings {
            smaller = try await recompressed(smaller, as: encoding)
            if let packed = packedByCountAlone(smaller) { return .success(packed) }
        }
        let lossless = packedAsTheyAre(smaller)
        let lossy = try await packedWithLoss(smaller)
        guard case .success(let packed) = lossy else {
            return lossless.map(Result.success) ?? lossy
        }
        guard let lossless, lossless.groups.count <= packed.groups.count else { return lossy }
        return .success(lossless)
    }

    private func recompressed(
        _ images: [NormalisedImage],
        as encoding: Encoding
    ) async throws(CancellationError) -> [NormalisedImage] {
        let byteCount = images.reduce(0) { $0 + $1.output.byteCount }
        let share = fileRoom(for: images) / Double(max(1, byteCount))
        return try await fitter.map(images) { image in
            guard fitter.isWorthRecompressing(image, to: share) else { return image }
            return fitter.recompressed(image, as: encoding)
        }
    }

    /// The images as they are, if no fewer of their bytes would make fewer requests.
    private func packedByCountAlone(_ images: [NormalisedImage]) -> Packed? {
        let countAtMost = capacity.imageCountAtMost ?? .max
        let tokenCount = images.reduce(0) { $0 + self.tokenCount(of: $1) }
        let byTokens = capacity.tokenCountAtMost.map { (tokenCount - 1) / max(1, $0) + 1 } ?? 0
        let fewest = images.isEmpty ? 0 : max((images.count - 1) / countAtMost + 1, byTokens)
        return packedAsTheyAre(images).flatMap { $0.groups.count <= fewest ? $0 : nil }
    }

    /// The images as they are; nil where that takes more requests than there may be.
    func packedAsTheyAre(_ images: [NormalisedImage]) -> Packed? {
        guard let groups = groups(of: images.map { $0.output.byteCount }, images),
            groups.count <= 1 || options.split == .whenNeeded
        else { return nil }
        return Packed(images: images, groups: groups)
    }

    private func countRefusal(of images: [NormalisedImage]) -> PlanRefusal? {
        guard let limit = capacity.imageCountAtMost, options.split == .never, images.count > limit
        else { return nil }
        return PlanRefusal(
            Message(
                "There are \(images.count.grouped) images, and a request takes at most "
                    + limit.grouped,
                help: .allowSplit
            )
        )
    }

    /// That the images cost more tokens than may go together, which fewer bytes do not change.
    private func tokenRefusal(of images: [NormalisedImage]) -> PlanRefusal? {
        guard let limit = capacity.tokenCountAtMost else { return nil }
        let counts = images.map(tokenCount)
        if let index = counts.firstIndex(where: { $0 > limit }) {
            let excess = SplitError(
                imageIndex: index,
                measure: .imagesTokenCount,
                measured: counts[index],
                limit: limit
            )
            return PlanRefusal(excess.message.about(images[index].input.source))
        }
        let sum = counts.reduce(0, +)
        guard options.split == .never, sum > limit else { return nil }
        return PlanRefusal(
            Message(
                "The images cost \(sum.grouped) tokens, and a request may have at most "
                    + limit.grouped,
                help: .allowSplit
            )
        )
    }

    /// The tokens that an image costs; 0 where that is not known.
    private func tokenCount(of image: NormalisedImage) -> Int {
        fitter.table.tokenCount(for: image.output.facts, detail: options.message.detail) ?? 0
    }

    /// The fewest requests for images of these byte counts, or nil where one fits nowhere.
    func groups(of byteCounts: [Int], _ images: [NormalisedImage]) -> [[Int]]? {
        let loads = images.indices.map { index in
            RequestLoad(
                fileByteCount: byteCounts[index],
                bodyByteCount: partByteCount(of: images[index], at: index, byteCounts[index]),
                tokenCount: tokenCount(of: images[index])
            )
        }
        return try? RequestSplit.split(loads, into: capacity, order: options.order)
    }

    /// The bytes that an image adds to the body.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - index: Its place among all, from 0.
    ///   - byteCount: The bytes of its file; nil for those that it has.
    /// - Returns: Its part with base64, media type and label, in bytes.
    func partByteCount(
        of image: NormalisedImage,
        at index: Int,
        _ byteCount: Int? = nil
    ) -> Int {
        body.partByteCount(
            imageByteCount: byteCount ?? image.output.byteCount,
            mediaType: image.output.facts.format.mediaType,
            label: label(of: image, number: firstNumber + index)
        )
    }

    /// The text before an image; nil for none.
    func label(of image: NormalisedImage, number: Int) -> String? {
        let label = options.message.label(number: number, name: image.input.source)
        return image.tile.map { [label, $0.phrase].compactMap(\.self).joined(separator: ", ") }
            ?? label
    }
}

extension RequestPacker {
    /// The bytes that the files of a request can have together.
    func fileRoom(for images: [NormalisedImage]) -> Double {
        let frames = images.reduce(0) { sum, image in
            sum + partByteCount(of: image, at: images.count, 0)
        }
        let body = capacity.bodyByteCountAtMost.map { most in
            // Base64 rounds each file up to 3 bytes.
            Double(most - capacity.bodyOverheadByteCount - frames) * 3 / 4
                - 2 * Double(images.count)
        }
        return max(
            0,
            min(body ?? .infinity, capacity.fileByteCountAtMost.map(Double.init) ?? .infinity)
        )
    }
}

extension RequestPacker {
    /// That the images would be hard to read in so few bytes, with what would help.
    func illegible(_ images: [NormalisedImage]) -> PlanRefusal {
        guard fitter.options.lossAtMost > .none, fitter.mayScale, !fitter.options.squeezes,
            fileRoom(for: images) > Double(Self.leastByteCount * images.count)
        else { return noneFits(images) }
        let isAlone = images.count == 1
        let several =
            options.split == .never ? "The \(images.count.grouped) images" : "At least one image"
        return PlanRefusal(
            Message(
                "\(isAlone ? "The image" : several) cannot stay legible in a request of \(byteCountAtMost.grouped) bytes",
                help: .either([isAlone ? nil : wayOut, raisedBudget, .squeeze].compactMap(\.self))
            )
        )
    }

    /// The bytes that the file of a picture has at least, whatever its size.
    private static let leastByteCount = 200

    private var byteCountAtMost: Int {
        [capacity.bodyByteCountAtMost, capacity.fileByteCountAtMost].compactMap(\.self).min() ?? 0
    }

    /// Nil where nobody asked for fewer bytes than the model takes.
    private var raisedBudget: Cure? { options.byteBudget.map { _ in .raiseBudget } }

    /// That no quality and no size is low enough, with what would help.
    func noneFits(_ images: [NormalisedImage]) -> PlanRefusal {
        let cure =
            if fitter.options.lossAtMost == .none {
                Cure.allowLoss(.detail)
            } else if !fitter.mayScale {
                Cure.allowResize(.limits)
            } else {
                Cure.either(
                    [images.count > 1 ? wayOut : nil, raisedBudget ?? .allowMoreBytes, .sendLess]
                        .compactMap(\.self)
                )
            }
        return PlanRefusal(
            Message(
                "There is no way to write the images so that they fit into "
                    + "\(byteCountAtMost.grouped) bytes\(room)",
                help: cure
            )
        )
    }

    private var room: String { options.split == .never ? " together" : " at least one by one" }
}
