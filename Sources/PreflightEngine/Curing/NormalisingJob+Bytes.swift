internal import PreflightCore

/// Keeping and bringing down the bytes of an image.
extension NormalisingJob {
    /// The outcome in its own size where a smaller one is only advised and takes more bytes.
    ///
    /// Scaling gives flat letters soft edges, which PNG cannot write in few bytes: a screenshot may
    /// grow threefold, and the provider's own resize is the same in the end. A few bytes more are
    /// worth the known size.
    mutating func withoutGrowth(_ applied: Applied) throws(PlanRefusal) -> Applied {
        guard normaliser.options.resize == nil, applied.plan.downscaledSize != nil,
            applied.content.bytes.count > content.bytes.count + Self.growthByteCountAtMost
        else { return applied }
        let plan = try plan(resize: .limits)
        guard plan.downscaledSize == nil else { return applied }
        let unscaled = try apply(plan)
        return unscaled.content.bytes.count < applied.content.bytes.count ? unscaled : applied
    }

    /// How many bytes a scaled picture may take more than the original.
    private static let growthByteCountAtMost = 100_000

    /// The outcome in no more bytes than the image had, where its picture is written anew for nothing
    /// but damage; the image as it is, damage and all, where that cannot be.
    mutating func withoutMendingGrowth(_ applied: Applied) throws(PlanRefusal) -> Applied {
        let limit = content.bytes.count + Self.mendingByteCountAtMost
        let isForDamage = applied.plan.steps.allSatisfy { step in
            switch step {
            case .encode, .noteDamage, .stripMetadata: true
            default: false
            }
        }
        guard isForDamage, applied.plan.encoding != nil,
            applied.content.bytes.count > limit, isAcceptedAsItIs
        else { return applied }
        let smaller = try? bestEncoding(after: applied, within: limit, resize: ResizePolicy.none)
        if let smaller, try isLegible(smaller) { return smaller }
        return Applied(plan: Plan(), content: content)
    }

    /// How many bytes a cure of damage may add.
    private static let mendingByteCountAtMost = 64

    /// Whether nothing that was found forbids to send the image.
    private var isAcceptedAsItIs: Bool {
        table.findings(for: image, amongImages: normaliser.imageCount)
            .allSatisfy { $0.severity != .error }
    }

    /// The outcome in no more bytes than the table lets one image have.
    mutating func fitted(_ applied: Applied) throws(PlanRefusal) -> Applied {
        guard let limit = normaliser.byteCountAtMost, applied.content.bytes.count > limit else {
            return applied
        }
        if let trimmed = trimmed(applied), trimmed.content.bytes.count <= limit { return trimmed }
        let start = try sparingQuality(applied, within: limit)
        if start.content.bytes.count <= limit { return start }
        guard let best = try bestEncoding(after: start, within: limit) else {
            let loss = normaliser.options.lossAtMost
            let cure =
                if loss == .none {
                    Cure.allowLoss(.detail)
                } else if normaliser.options.resize == ResizePolicy.none {
                    Cure.allowResize(.limits)
                } else {
                    Cure.either([.allowMoreBytes, .act("send a smaller picture")])
                }
            throw PlanRefusal(
                Message(
                    "There is no way to write the picture in \(limit.grouped) bytes",
                    help: cure
                )
            )
        }
        guard try isLegible(best) else {
            throw PlanRefusal(
                Message(
                    "The picture cannot stay legible in \(limit.grouped) bytes",
                    help: .either([.raiseBudget, .squeeze])
                )
            )
        }
        return Applied(plan: Plan(best.plan.steps + [.fitBytes(limit)]), content: best.content)
    }

    /// The outcome in the size that the model looks at, where a larger one would have to be written
    /// with less than the wanted quality.
    private mutating func sparingQuality(
        _ applied: Applied,
        within limit: Int
    ) throws(PlanRefusal) -> Applied {
        let header = try header
        let size = applied.plan.downscaledSize ?? header.displaySize
        let options = normaliser.options
        guard options.resize != ResizePolicy.none, options.lossAtMost > .none,
            !header.isAnimated || applied.plan.keepsFirstFrameOnly,
            let looked = table.resizeTarget?.largestSize(fitting: size), looked != size,
            SharedPixels.usualByteCount(of: size) > limit
        else { return applied }
        return try apply(plan(resize: .target))
    }

    /// Whether a picture that was brought under its bytes can still be read.
    private func isLegible(_ applied: Applied) throws(PlanRefusal) -> Bool {
        let header = try header
        let size = applied.plan.downscaledSize ?? header.displaySize
        let quality = applied.plan.encoding?.quality ?? 100
        return normaliser.options.squeezes
            || table.isLegible(size, of: header.displaySize)
                && quality >= CommonSearch.Picture.qualities.lowerBound
    }

    /// The picture written anew in at most `limit` bytes, with as little loss as that takes; nil
    /// where no way was found.
    private mutating func bestEncoding(
        after applied: Applied,
        within limit: Int,
        resize: ResizePolicy? = nil
    ) throws(PlanRefusal) -> Applied? {
        let header = try header
        var options = normaliser.options
        options.resize = resize ?? options.resize
        var search = try table.inForce(for: content.facts)
            .byteSearch(
                for: header,
                in: content.facts.format,
                after: applied.plan,
                limit: limit,
                options: options
            )
        for encoding in encodings { search.noteEncode(as: encoding) }
        if let encoding = applied.plan.encoding {
            search.know(applied.content.bytes.count, of: encoding)
        }
        var results: [ByteSearch.Attempt: Applied] = [:]
        while let attempt = search.next {
            let plan = applied.plan.writing(
                attempt,
                of: header,
                background: normaliser.options.background
            )
            let content = ImageContent(bytes: try encode(plan))
            search.note(content.bytes.count, of: attempt)
            results[attempt] = Applied(plan: plan, content: content)
        }
        return search.best.flatMap { results[$0.attempt] }
    }

    /// The outcome without metadata and what follows its end; nil where its pixels were rewritten.
    private func trimmed(_ applied: Applied) -> Applied? {
        guard applied.plan.encoding == nil else { return nil }
        return Plan.trimming.edited(applied.content.bytes, as: content.facts.format)
            .map { Applied(plan: applied.plan.trimmed, content: ImageContent(bytes: $0)) }
    }
}
