extension Plan {
    /// The plan that writes a picture anew.
    ///
    /// Writing drops metadata, so that the picture is turned upright and its colours are converted
    /// wherever the file leaves either to its metadata. That a position goes with it is a step.
    ///
    /// - Parameters:
    ///   - header: What the file says of itself.
    ///   - encoding: How the picture is written.
    ///   - size: The displayed size that is written, in pixels.
    ///   - dropsFrames: Whether the later frames of an animation go.
    ///   - convertsColor: Whether colours are converted also where they need not be.
    ///   - background: What shows through where the encoding keeps no transparency.
    init(
        rewriting header: ImageHeader,
        as encoding: Encoding,
        at size: PixelSize,
        dropsFrames: Bool,
        convertsColor: Bool,
        background: Color
    ) {
        let needsConversion =
            header.colorModel == .cmyk || !(header.iccProfile?.isStandard ?? true)
            || header.declaredColor?.encoding != nil
        let steps: [Step?] = [
            dropsFrames ? .firstFrame(of: header.frameCount) : nil,
            header.missingPixels.map { .fillMissing($0) },
            header.orientation == .upright ? nil : .upright(header.orientation),
            needsConversion || convertsColor ? .convertToSRGB : nil,
            header.hasAlpha && !encoding.keepsAlpha ? .flatten(background) : nil,
            size == header.displaySize ? nil : .downscale(size),
            header.hasGPS ? .stripMetadata : nil,
            header.incompleteParts.map { .noteDamage($0) },
            .encode(encoding),
        ]
        self.init(steps.compactMap(\.self))
    }

    /// The plan that writes the first frame of a file anew for a report, upright and in sRGB.
    ///
    /// - Parameters:
    ///   - header: What the file says of itself.
    ///   - size: The displayed size that is written, in pixels.
    init(previewing header: ImageHeader, at size: PixelSize) {
        self.init(
            rewriting: header,
            as: .webp(quality: 72),
            at: size,
            dropsFrames: header.isAnimated,
            convertsColor: true,
            background: .white
        )
    }

    /// The plan with its picture cut into tiles before it is written.
    package func cutting(intoTiles count: Int) -> Plan {
        var steps = steps
        steps.insert(.tile(count), at: steps.firstIndex(where: \.isWriting) ?? steps.endIndex)
        return Plan(steps)
    }

    /// The plan with its picture scaled down to another size than its own.
    ///
    /// - Parameters:
    ///   - size: The displayed size, in pixels.
    ///   - displaySize: The displayed size of the file, to which nothing is scaled.
    /// - Returns: The plan with every other step of its own.
    package func downscaling(to size: PixelSize, from displaySize: PixelSize) -> Plan {
        var steps = steps.filter { if case .downscale = $0 { false } else { true } }
        guard size != displaySize else { return Plan(steps) }
        let end = steps.firstIndex {
            [.stripMetadata, .trim, .repair].contains($0) || $0.isWriting
        }
        steps.insert(.downscale(size), at: end ?? steps.endIndex)
        return Plan(steps)
    }

    /// The plan with its picture written as an attempt at fewer bytes says.
    ///
    /// - Parameters:
    ///   - attempt: The encoding, and the scale on top of the plan's own.
    ///   - header: What the file says of itself.
    ///   - background: What shows through where the encoding keeps no transparency.
    /// - Returns: The plan, whose steps end in the attempt's encoding.
    package func writing(
        _ attempt: ByteSearch.Attempt,
        of header: ImageHeader,
        background: Color
    ) -> Plan {
        Plan(
            rewriting: header,
            as: attempt.encoding,
            at: (downscaledSize ?? header.displaySize).scaled(by: attempt.scale),
            dropsFrames: keepsFirstFrameOnly,
            convertsColor: steps.contains(.convertToSRGB),
            background: background
        )
    }
}

extension Step {
    /// Whether it comes after all that changes the picture.
    fileprivate var isWriting: Bool {
        switch self {
        case .noteDamage, .encode, .fitBytes: true
        default: false
        }
    }
}
