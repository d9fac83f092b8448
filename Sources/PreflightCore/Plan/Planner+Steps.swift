extension Planner {
    /// The steps that cure `remedies`, in order.
    ///
    /// - Throws: ``Obstacle`` where the picture would have to be written and cannot be.
    func plan(curing remedies: Set<Remedy>) throws(Obstacle) -> Plan {
        guard needsEncoding(for: remedies) else { return Plan(edits(curing: remedies)) }
        let keepsFrames = table.keepsFrames(of: header)
        let encoding = try table.encoding(
            nearestTo: format,
            header,
            keepsFrames: keepsFrames,
            quality: options.quality
        )
        let plan = Plan(
            rewriting: header,
            as: encoding,
            at: remedies.contains(.downscale) ? fittingSize : header.displaySize,
            dropsFrames: header.isAnimated && !keepsFrames,
            convertsColor: remedies.contains(.convertToSRGB),
            background: options.background
        )
        return Plan(plan.steps + byteStep(for: remedies))
    }

    /// The steps that leave the pixels alone.
    private func edits(curing remedies: Set<Remedy>) -> [Step] {
        let steps: [Step?] = [
            remedies.contains(.firstFrame) ? .firstFrame(of: header.frameCount) : nil,
            remedies.isDisjoint(with: [.stripMetadata, .fitBytes]) ? nil : .stripMetadata,
        ]
        let repairs = remedies.contains(.reencode) ? structuralSteps : []
        return steps.compactMap(\.self) + repairs + byteStep(for: remedies)
    }

    /// The steps that make a file whole whose pixels are in order.
    private var structuralSteps: [Step] {
        let isWhole = header.hasEndMarker && header.trailingByteCount == 0
        return (header.flaws.isEmpty || !isWhole ? [.trim] : [])
            + (header.flaws.isEmpty ? [] : [.repair])
    }

    private func byteStep(for remedies: Set<Remedy>) -> [Step] {
        guard remedies.contains(.fitBytes), let limit = table.fileByteCountAtMost else { return [] }
        return [.fitBytes(limit)]
    }

    private func needsEncoding(for remedies: Set<Remedy>) -> Bool {
        if remedies.contains(where: \.needsPixels) { return true }
        guard remedies.contains(.reencode) else { return false }
        let dropsFrames = remedies.contains(.firstFrame)
        return isDamaged || header.flaws.needRewriting(keepingFirstFrameOnly: dropsFrames)
    }
}
