/// Decides what is to be done to one image so that a table accepts it, losing as little as possible.
///
/// Pure: from what is known of the image to a plan, or to the reason why there is none. Errors must
/// be cured. A warning is cured where that loses no more than is allowed, else it stays; a note never
/// causes a change, nor does ``FindingCode/onlyFirstFrameSeen``.
struct Planner {
    /// The rules that the image has to meet.
    let table: RuleTable

    /// What the plan may do.
    let options: PlanOptions

    /// The image's findings under the table.
    let findings: [Finding]

    /// The format by content.
    let format: ImageFormat

    /// What the file says of itself.
    let header: ImageHeader

    /// The size that displayed pixels must fit into, from the limits and, if wanted, the target.
    let fittingSize: PixelSize

    /// Whether `fittingSize` leaves images as they are because nobody may scale them down.
    let forbidsDownscaling: Bool

    /// Whether the decoder passed over damage, so that the pixels have to be written anew.
    let isDamaged: Bool
}

extension Planner {
    /// The plan with the fewest losses.
    func plan() throws(PlanRefusal) -> Plan {
        let errors = findings.filter { $0.severity == .error }
        if let incurable = errors.first(where: { $0.remedy == nil }) {
            throw PlanRefusal(reason: incurable.message)
        }
        if forbidsDownscaling, let edge = errors.first(where: { $0.remedy == .downscale }) {
            throw PlanRefusal(reason: "\(edge.message) But --resize none forbids it.")
        }
        var cures = Set(errors.compactMap(\.remedy))
        var plan = try requiredPlan(curing: cures)
        for remedy in optionalRemedies(after: cures) {
            let more = cures.union([remedy])
            guard let better = self.plan(curing: more), better.loss <= allowedLoss(after: plan)
            else { continue }
            (cures, plan) = (more, better)
        }
        return plan
    }

    /// A warning's cure may cost detail, but never frames.
    private func allowedLoss(after plan: Plan) -> Loss {
        min(options.lossAtMost, max(plan.loss, .detail))
    }

    private func requiredPlan(curing cures: Set<Remedy>) throws(PlanRefusal) -> Plan {
        guard let plan = plan(curing: cures) else {
            throw PlanRefusal(
                reason:
                    "Expected a still image to change, found an animated \(format.displayName), "
                    + "whose frames imgcheck cannot write: send its frames as images of their own."
            )
        }
        guard plan.loss > options.lossAtMost else { return plan }
        let steps = plan.steps.filter { $0.loss > options.lossAtMost }.map(\.name)
        throw PlanRefusal(
            reason: "Expected a cure within --loss \(options.lossAtMost.rawValue), but only "
                + "\(steps.joined(separator: " and ")) cures it, at the cost of "
                + "\(plan.loss.rawValue): allow that with --loss \(plan.loss.rawValue)."
        )
    }

    /// The cures that would be welcome, the cheapest first.
    ///
    /// All frames of an animation are written anew only if they must be: it takes long, and a model
    /// that looks at the first frame gains nothing.
    private func optionalRemedies(after cures: Set<Remedy>) -> [Remedy] {
        var warned = findings.filter { $0.severity == .warning && $0.code != .onlyFirstFrameSeen }
            .compactMap(\.remedy)
        warned.removeAll { $0 == .downscale }
        if fittingSize != header.displaySize { warned.append(.downscale) }
        let edits: [Remedy] = [.stripMetadata] + (isDamaged ? [] : [.reencode])
        let rewrites: [Remedy] = [.reencode, .upright, .convertToSRGB, .downscale]
        let keepsFrames = header.isAnimated && !cures.contains(.firstFrame)
        return (keepsFrames ? edits : [.stripMetadata] + rewrites).filter(warned.contains)
    }
}
