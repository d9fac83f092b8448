extension ImageHeader {
    /// What a model may see otherwise than a person does, whatever the model.
    var appearanceFindings: [Finding] {
        [orientationFinding, colorFinding, positionFinding, transparencyFinding].compactMap(\.self)
    }

    private var orientationFinding: Finding? {
        guard orientation != .upright else { return nil }
        return Finding(code: .notUpright, message: Message.notUpright(orientation))
    }

    private var colorFinding: Finding? {
        let oddities = [
            colorModel == .cmyk ? "CMYK inks" : nil,
            bitsPerSample > 8 ? "\(bitsPerSample) bits a sample" : nil,
            iccProfile.flatMap(\.oddity),
        ]
        .compactMap(\.self)
        guard !oddities.isEmpty else { return nil }
        return Finding(code: .unusualColor, message: Message.unusualColor(oddities))
    }

    private var positionFinding: Finding? {
        hasGPS ? Finding(code: .carriesGPS, message: Message.carriesGPS) : nil
    }

    private var transparencyFinding: Finding? {
        hasAlpha ? Finding(code: .transparent, message: Message.transparent) : nil
    }
}

extension ICCProfile {
    fileprivate var oddity: String? {
        guard !isStandard else { return nil }
        return name.map { "the colour profile “\($0)”" } ?? "an unusual colour profile"
    }
}
