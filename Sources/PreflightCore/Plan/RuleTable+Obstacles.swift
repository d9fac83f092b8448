extension RuleTable {
    /// Whether all frames of an image stay: they go only where the table refuses animations.
    func keepsFrames(of header: ImageHeader) -> Bool {
        header.isAnimated && animation != .refused
    }

    /// What keeps a remedy from being applied to an image whatever may be lost; nil where nothing
    /// does.
    ///
    /// Both a finding's remedy and the plan rest on it, so that what is called curable is cured.
    func obstacle(to remedy: Remedy, on facts: ImageFacts) -> Obstacle? {
        guard let header = try? facts.header.get() else { return nil }
        guard facts.format.isDecodable || !(remedy.needsPixels || remedy == .fitBytes) else {
            return .unreadable
        }
        if remedy == .fitBytes { return keepsFrames(of: header) ? .shrinkingFrames : nil }
        guard remedy.needsPixels else { return nil }
        do throws(Obstacle) {
            _ = try encoding(
                nearestTo: facts.format,
                header,
                keepsFrames: keepsFrames(of: header),
                quality: PlanOptions().quality
            )
            return nil
        } catch {
            return error
        }
    }
}

extension Remedy {
    /// Whether the picture has to be written anew, even where the file is not damaged.
    var needsPixels: Bool {
        [.convert, .upright, .convertToSRGB, .downscale].contains(self)
    }
}
