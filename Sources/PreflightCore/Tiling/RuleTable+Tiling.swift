extension RuleTable {
    /// Whether a picture is to be cut into tiles before it is sent.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageCount: How many images the request has.
    ///   - policy: When pictures are cut.
    /// - Returns: Whether; never where the model looks at the picture as it is.
    package func cuts(
        _ image: InspectedImage,
        amongImages imageCount: Int,
        by policy: TilingPolicy
    ) -> Bool {
        guard policy != .never, scalesWholly(image), let header = try? image.facts.header.get()
        else { return false }
        guard policy == .auto else { return true }
        var seen = InspectedImage(label: .none, facts: image.facts)
        seen.scaledFrom = header.displaySize
        let size = fittingSize(of: header.displaySize, amongImages: imageCount, policy: .target)
        seen.facts.header = .success(ImageHeader(size: size))
        seen.madeQuality = image.quality?.scaled(by: seen.scale)
        let findings = findings(for: image, amongImages: imageCount)
        return !newWarnings(of: seen, besides: findings, amongImages: imageCount).isEmpty
    }

    /// Whether an image goes scaled where it goes whole.
    package func scalesWholly(_ image: InspectedImage) -> Bool {
        guard let header = try? image.facts.header.get() else { return false }
        return !tileBounds.hold(header.displaySize)
    }

    /// The warnings that what was made of an image raises and the image itself did not.
    ///
    /// - Parameters:
    ///   - outcome: What was made of it.
    ///   - findings: What was found about the image as it was.
    ///   - imageCount: How many images the request has.
    /// - Returns: The warnings, in the order of the codes.
    package func newWarnings(
        of outcome: InspectedImage,
        besides findings: [Finding],
        amongImages imageCount: Int
    ) -> [Finding] {
        // Text that the provider would have made as small is now small in what is sent.
        let isShrunk = outcome.scale < 1
        let known = Set(
            findings.map(WarningKind.init)
                .filter { !(isShrunk && $0 == .smallText) }
        )
        return self.findings(for: outcome, amongImages: imageCount)
            .filter { $0.severity == .warning && !known.contains(WarningKind($0)) }
    }

    /// The tiles that a picture is cut into so that the model looks at each as it is.
    ///
    /// - Parameter picture: The picture.
    /// - Returns: The fewest tiles, cut where nothing is if that is near.
    /// - Throws: ``PlanRefusal`` where no tile is small enough, or where they are more than a request
    ///   takes.
    package func tiles(of picture: DecodedPicture) throws(PlanRefusal) -> TilePlan {
        guard let plan = TilePlan(of: picture, within: tileBounds) else {
            throw PlanRefusal(
                Message("No tile of the picture is one that the model takes", help: .useOtherModel)
            )
        }
        let most = capacity(bodyOverhead: 0).imageCountAtMost
        if let most, plan.tiles.count > most {
            throw PlanRefusal(
                Message(
                    "The picture makes \(plan.tiles.count.grouped) tiles, and a request takes at "
                        + "most \(most.grouped) images",
                    help: .act("cut it into pictures of your own, or let it be scaled down")
                )
            )
        }
        return plan
    }

    /// What is to be done to an image of which tiles are made.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageCount: How many images the request has.
    ///   - options: What the plan may do.
    /// - Returns: The plan, whose picture is not scaled; ``Plan/cutting(intoTiles:)`` adds the cut.
    /// - Throws: ``PlanRefusal`` where an error finding has no cure, or the options allow none.
    package func tilingPlan(
        for image: InspectedImage,
        amongImages imageCount: Int,
        options: PlanOptions
    ) throws(PlanRefusal) -> Plan {
        guard let planner = planner(for: image, amongImages: imageCount, options: options) else {
            throw PlanRefusal("The header cannot be read")
        }
        return try planner.tilingPlan()
    }
}

/// What a warning is about: of a code with several signs, which of them.
private struct WarningKind: Hashable {
    var code: FindingCode
    var unit: MeasureUnit?

    static let smallText = WarningKind(code: .hardToSee, unit: Measure.textHeightPixels.unit)
}

extension WarningKind {
    init(_ finding: Finding) {
        self.init(code: finding.code, unit: finding.code == .hardToSee ? finding.unit : nil)
    }
}

extension Planner {
    /// The plan that writes the picture in its own size, for tiles of it.
    fileprivate func tilingPlan() throws(PlanRefusal) -> Plan {
        if let incurable = findings.first(where: { $0.severity == .error && $0.remedy == nil }) {
            throw PlanRefusal(incurable.message)
        }
        let keepsFrames = table.keepsFrames(of: header)
        guard !keepsFrames else {
            throw PlanRefusal(
                Message("The frames of an animation are not cut into tiles", help: .sendFrames)
            )
        }
        let encoding: Encoding
        do throws(Obstacle) {
            encoding = try table.encoding(
                nearestTo: format,
                header,
                keepsFrames: keepsFrames,
                quality: options.quality
            )
        } catch {
            throw PlanRefusal(Message("The tiles have to be written anew", but: error))
        }
        let plan = Plan(
            rewriting: header,
            as: encoding,
            at: header.displaySize,
            dropsFrames: header.isAnimated,
            convertsColor: options.lossAtMost > .none
                && findings.contains { $0.remedy == .convertToSRGB },
            background: options.background
        )
        guard plan.loss <= options.lossAtMost else {
            throw PlanRefusal(
                Message(
                    "Tiles of the picture can only be written at the cost of \(plan.loss.rawValue), "
                        + "more than may be lost",
                    help: .allowLoss(plan.loss)
                )
            )
        }
        return plan
    }
}
