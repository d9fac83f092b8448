extension RuleTable {
    /// What is to be done to an image so that this table accepts it, losing as little as possible.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageCount: How many images the request has; some limits depend on it.
    ///   - options: What the plan may do.
    /// - Returns: The plan; empty where the image can go as it is.
    /// - Throws: ``PlanRefusal`` where an error finding cannot be cured within the options.
    public func plan(
        for image: InspectedImage,
        amongImages imageCount: Int,
        options: PlanOptions = PlanOptions()
    ) throws(PlanRefusal) -> Plan {
        guard let planner = planner(for: image, amongImages: imageCount, options: options) else {
            let findings = curableFindings(for: image, amongImages: imageCount)
            let error = findings.first { $0.severity == .error }
            throw PlanRefusal(error?.message ?? "The header cannot be read")
        }
        return try planner.plan()
    }

    /// The warnings that stay after a plan was applied, each with the reason.
    ///
    /// - Parameters:
    ///   - plan: What was done to the image.
    ///   - image: What is known of the image as it was.
    ///   - imageCount: How many images the request has; some limits depend on it.
    ///   - options: What the plan was allowed to do.
    /// - Returns: The reasons, in the order of the codes; empty where every warning is cured.
    public func unmetRemedies(
        after plan: Plan,
        for image: InspectedImage,
        amongImages imageCount: Int,
        options: PlanOptions = PlanOptions()
    ) -> [UnmetRemedy] {
        planner(for: image, amongImages: imageCount, options: options)?
            .unmetRemedies(after: plan) ?? []
    }

    /// What decides about an image; nil where its header cannot be read.
    func planner(
        for image: InspectedImage,
        amongImages imageCount: Int,
        options: PlanOptions
    ) -> Planner? {
        guard let header = try? image.facts.header.get() else { return nil }
        let table = inForce(for: image.facts)
        let policy = options.resize ?? table.defaultResize
        return Planner(
            table: table,
            options: options,
            findings: curableFindings(for: image, amongImages: imageCount)
                .map { $0.curable(of: header, options) },
            format: image.facts.format,
            header: header,
            fittingSize: table.fittingSize(
                of: header.displaySize,
                amongImages: imageCount,
                policy: policy
            ),
            resize: policy,
            isDamaged: image.isDamaged(for: animation.decodedFrames)
                || header.missingPixels != nil
        )
    }

    /// The plan that does by writing the picture anew what `edits` could not do to the file.
    ///
    /// - Returns: An empty plan where nothing has to be done and writing would lose too much.
    /// - Throws: ``PlanRefusal`` where the later frames have to go and cannot within the options.
    package func plan(
        insteadOf edits: Plan,
        for header: ImageHeader,
        in format: ImageFormat,
        options: PlanOptions
    ) throws(PlanRefusal) -> Plan {
        let keepsFrames = header.isAnimated && !edits.keepsFirstFrameOnly
        let encoding = try? encoding(
            nearestTo: format,
            header,
            keepsFrames: keepsFrames,
            quality: options.quality
        )
        let plan = encoding.map { encoding in
            Plan(
                rewriting: header,
                as: encoding,
                at: header.displaySize,
                dropsFrames: edits.keepsFirstFrameOnly,
                convertsColor: false,
                background: options.background
            )
        }
        if let plan, plan.loss <= options.lossAtMost { return plan }
        guard edits.keepsFirstFrameOnly else { return Plan() }
        throw PlanRefusal(
            Message(
                "The first frame has to be written anew, at the cost of more than may be lost",
                help: .allowLoss(plan?.loss ?? .detail)
            )
        )
    }

    /// The findings, and where the format has to change also those that would be left after it.
    private func curableFindings(
        for image: InspectedImage,
        amongImages imageCount: Int
    ) -> [Finding] {
        let findings = findings(for: image, amongImages: imageCount)
        guard let refusal = findings.first, refusal.code == .unacceptedFormat,
            refusal.remedy == .convert
        else { return findings }
        return [refusal]
            + contentFindings(for: ImageCase(image, amongImages: imageCount, under: self))
    }

    /// How far images are scaled down where nobody says.
    public var defaultResize: ResizePolicy {
        limit(.largerThanLookedAt)?.evidence == .documented ? .target : .limits
    }

    /// The most bytes that one image's file may have; nil for any.
    public var fileByteCountAtMost: Int? {
        let bounds: [(FindingCode, (Int) -> Int)] = [
            (.imageBytesOverLimit, { Base64.decodedByteCount(within: $0) }),
            (.fileBytesOverLimit, { $0 }),
            // No other format that is written has a longer media type.
            (
                .dataURLTooLong,
                {
                    Base64.decodedByteCount(
                        within: max(0, $0 - "data:image/jpeg;base64,".utf8.count)
                    )
                }
            ),
        ]
        return
            bounds.compactMap { code, fileByteCount in
                limits.filter { $0.code == code && $0.condition == nil }
                    .compactMap(\.bound.number).min().map(fileByteCount)
            }
            .min()
    }

    /// The largest size that the limits let pass and the policy wants, never larger than `size`.
    func fittingSize(
        of size: PixelSize,
        amongImages imageCount: Int,
        policy: ResizePolicy
    ) -> PixelSize {
        guard policy != .none else { return size }
        var target = policy == .target ? resizeTarget ?? ResizeTarget() : ResizeTarget()
        for case .atMost(let most) in limits(applyingTo: imageCount)
            .filter({ $0.measure == .longEdgePixels })
            .map(\.bound)
        {
            target.longEdgePixels = min(target.longEdgePixels ?? .max, most)
        }
        let fitting = target.largestSize(fitting: size)
        return limits(applyingTo: imageCount).filter { $0.code == .tooManyPixels }
            .reduce(fitting) { size, limit in
                guard case .within(let target) = limit.bound else { return size }
                return target.largestSize(fitting: size)
            }
    }
}

extension Finding {
    /// The finding, which writing the picture anew cures where damage is accepted.
    fileprivate func curable(of header: ImageHeader, _ options: PlanOptions) -> Finding {
        guard options.acceptsDamage, code == .undecodable, header.missingPixels != nil,
            !header.isAnimated
        else { return self }
        var finding = self
        finding.remedy = .reencode
        return finding
    }
}

extension InspectedImage {
    /// Whether the decoder went on over damage.
    fileprivate func isDamaged(for frames: FrameScope) -> Bool {
        guard case .decoded(let decoded) = decoding[frames] else { return false }
        return decoded.damage != nil
    }
}
