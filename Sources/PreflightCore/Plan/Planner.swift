/// Decides what is to be done to one image so that a table accepts it, losing as little as
/// possible.
///
/// Pure: from what is known of the image to a plan, or to the reason why there is none. Errors must
/// be cured. A warning is cured where that loses no more than is allowed, else it stays; a note
/// never causes a change, nor does ``FindingCode/onlyFirstFrameSeen``.
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

    /// How far images are scaled down.
    let resize: ResizePolicy

    /// Whether the decoder passed over damage, or pixels are missing, so that the pixels have to be
    /// written anew.
    let isDamaged: Bool
}

extension Planner {
    /// The plan with the fewest losses.
    func plan() throws(PlanRefusal) -> Plan {
        var cures = try requiredCures()
        for remedy in welcomeRemedies where obstacle(to: remedy, beside: cures) == nil {
            cures.insert(remedy)
        }
        return try requiredPlan(curing: cures)
    }

    /// The warnings that stay after a plan was applied, each with the reason.
    func unmetRemedies(after plan: Plan) -> [UnmetRemedy] {
        let required = (try? requiredCures()) ?? []
        return warnings.compactMap { warning in
            guard let remedy = warning.remedy, remedy != .retype, !plan.applies(remedy) else {
                return nil
            }
            let obstacle = obstacle(to: remedy, beside: required)
            let lateObstacle = remedy == .downscale ? Obstacle.growing : .editing
            return UnmetRemedy(
                code: warning.code,
                remedy: remedy,
                obstacle: obstacle ?? lateObstacle
            )
        }
    }

    private var warnings: [Finding] { findings.filter { $0.severity == .warning } }

    /// The cures of all errors.
    private func requiredCures() throws(PlanRefusal) -> Set<Remedy> {
        let errors = findings.filter { $0.severity == .error }
        if let incurable = errors.first(where: { $0.remedy == nil }) {
            throw PlanRefusal(incurable.message)
        }
        if resize == .none, let edge = errors.first(where: { $0.remedy == .downscale }) {
            throw PlanRefusal(Message(edge.message.fact, but: .resizing(.none)))
        }
        let cures = Set(errors.compactMap(\.remedy))
        _ = try requiredPlan(curing: cures)
        return cures
    }

    private func requiredPlan(curing cures: Set<Remedy>) throws(PlanRefusal) -> Plan {
        let plan: Plan
        do throws(Obstacle) {
            plan = try self.plan(curing: cures)
        } catch {
            throw PlanRefusal(Message("The picture has to be written anew", but: error))
        }
        guard plan.loss > options.lossAtMost else { return plan }
        let steps = plan.steps.filter { $0.loss > options.lossAtMost }.map(\.name)
        throw PlanRefusal(
            Message(
                "Only \(String.list(steps)) cures it, at the cost of \(plan.loss.rawValue), more than "
                    + "may be lost",
                help: .allowLoss(plan.loss)
            )
        )
    }
}

extension Planner {
    /// The cures that would be welcome, the cheapest first.
    private var welcomeRemedies: [Remedy] {
        var welcome = Set(warnings.compactMap(\.remedy))
        if fittingSize != header.displaySize { welcome.insert(.downscale) }
        let byCost: [Remedy] = [.stripMetadata, .reencode, .upright, .convertToSRGB, .downscale]
        return byCost.filter(welcome.contains)
    }

    /// Why a welcome remedy is left out beside others; nil where it is taken.
    private func obstacle(to remedy: Remedy, beside cures: Set<Remedy>) -> Obstacle? {
        if remedy == .firstFrame { return .keepingFrames }
        if remedy == .downscale, fittingSize == header.displaySize { return .resizing(resize) }
        do throws(Obstacle) {
            let plan = try plan(curing: cures.union([remedy]))
            let isWrittenAnyway = try self.plan(curing: cures).encoding != nil
            if table.keepsFrames(of: header), plan.encoding != nil, !isWrittenAnyway {
                return .sparingFrames
            }
            return plan.loss > options.lossAtMost ? .losing(plan.loss) : nil
        } catch {
            return error
        }
    }
}
