extension Planner {
    /// The steps that cure `remedies`, in order; nil where the frames that have to stay cannot be
    /// written.
    func plan(curing remedies: Set<Remedy>) -> Plan? {
        guard needsEncoding(for: remedies) else { return Plan(edits(curing: remedies)) }
        let dropsFrames = dropsFrames(for: remedies)
        // Frames lie one below the other while they are changed, and cannot be turned so.
        guard dropsFrames || !header.isAnimated || header.orientation == .upright else {
            return nil
        }
        guard
            let encoding = table.encoding(
                nearestTo: format,
                header,
                keepsFrames: header.isAnimated && !dropsFrames,
                quality: options.quality
            )
        else { return nil }
        let plan = Plan(
            rewriting: header,
            as: encoding,
            at: remedies.contains(.downscale) ? fittingSize : header.displaySize,
            dropsFrames: dropsFrames,
            convertsColour: remedies.contains(.convertToSRGB),
            background: options.background
        )
        return Plan(plan.steps + byteStep(for: remedies))
    }

    /// The steps that leave the pixels alone.
    private func edits(curing remedies: Set<Remedy>) -> [Step] {
        let steps: [Step?] = [
            remedies.contains(.firstFrame) ? .firstFrame(of: header.frameCount) : nil,
            remedies.isDisjoint(with: [.stripMetadata, .fitBytes]) ? nil : .stripMetadata,
            remedies.contains(.reencode) && !isDamaged ? .trim : nil,
        ]
        return steps.compactMap(\.self) + byteStep(for: remedies)
    }

    private func byteStep(for remedies: Set<Remedy>) -> [Step] {
        guard remedies.contains(.fitBytes), let limit = table.fileByteCountAtMost else { return [] }
        return [.fitBytes(limit)]
    }

    private func needsEncoding(for remedies: Set<Remedy>) -> Bool {
        let touchPixels: Set<Remedy> = [.convert, .upright, .convertToSRGB, .downscale]
        return !remedies.isDisjoint(with: touchPixels) || remedies.contains(.reencode) && isDamaged
    }

    /// Frames go only where the table refuses animations, also when the format has to change.
    private func dropsFrames(for remedies: Set<Remedy>) -> Bool {
        guard header.isAnimated else { return false }
        return remedies.contains(.firstFrame)
            || remedies.contains(.convert) && table.animation == .refused
    }
}
