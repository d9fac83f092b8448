/// IMG209: hard to see, for a person too.
extension Rule {
    static let hardToSee = Rule(
        page: FindingPage(
            title: "Blurred, blank, almost without contrast, or with text too small to read",
            severity: .warning,
            check: """
                Measured on what is decoded anyway, each sign held against its own bound. Contrast: \
                the levels between the least and the greatest sample of the channel that varies most, \
                opacity included. Sharpness: how much of their change the sharpest twentieth of the \
                edges make within one pixel of the picture as the model looks at it, where that is at \
                most 1,568 px long. Text: the height of lower-case letters by the strokes that rows \
                of pixels cross, of many lines or parts of lines, as it is after the provider's \
                resize; no letter is recognised. Where a picture has too few edges or lines, \
                or was decoded too small to tell, nothing is said of them; most JPEGs are decoded \
                at an eighth to a half of their size, so that only strong blur and large letters show; \
                of long pages half is enough. Nothing is measured \
                with headers alone. `./run test-quality` holds the measures against rendered text of \
                known sizes, real photographs, blurred copies of them, and what has little to show.
                """,
            reason: "The model guesses where a person would ask for a better picture.",
            cure: """
                Take the picture again, or export it larger or with more contrast. Text that only the \
                resize makes too small stays as it is in tiles: cut the picture.
                """
        ),
        limit: LimitShape(
            measures: [.contrastLevels, .sharpnessPercent, .textHeightPixels],
            bound: .atLeast,
            condition: .uncounted
        ),
        ofImage: { image in
            guard image.picture.isVisible, let sight = image.sight else { return [] }
            return image.limits.of(.hardToSee)
                .compactMap { limit in
                    guard let measured = sight.value(of: limit.measure),
                        let bound = limit.bound(brokenBy: measured)
                    else { return nil }
                    return Finding(
                        breaking: limit,
                        at: bound,
                        measured: measured,
                        sight.message(of: limit.measure, measured, bound)
                    )
                }
        }
    )
}

/// A picture as a model has it before it.
private struct Sight {
    /// How well the picture can be seen.
    var quality: PictureQuality

    /// The size of the picture, in pixels.
    var size: PixelSize

    /// The size in which the model looks at it, in pixels.
    var seenSize: PixelSize

    /// Whether it is a smaller copy of a picture that is at hand.
    var isCopy: Bool
}

extension ImageCase {
    /// The picture as the model has it before it; nil where nothing was measured.
    fileprivate var sight: Sight? {
        guard let header, var quality = image.quality else { return nil }
        let size = header.displaySize
        // Samples that stand in low bits, or stand for light, are not as dark as they look.
        let isEncoded = header.declaredColor != nil || header.significantBitCount != nil
        if isEncoded { quality.contrastLevels = PictureQuality.contrastLevelsAtMost }
        return Sight(
            quality: quality,
            size: size,
            seenSize: table.view(of: size)?.size ?? size,
            isCopy: image.scaledFrom != nil
        )
    }
}

extension Sight {
    /// The long edge, in pixels, of the pictures that the bound on sharpness was calibrated with.
    ///
    /// A larger one is judged as if it had this size. It is no model's limit.
    private static let calibratedLongEdgePixels = 1568

    /// What the picture is scaled by before the model; a picture that is enlarged gains nothing.
    private var scale: Double { scale(to: seenSize.longEdge) }

    private func scale(to longEdge: Int) -> Double {
        min(1, Double(longEdge) / Double(max(1, size.longEdge)))
    }

    /// The measured number; nil where it is not known.
    func value(of measure: Measure) -> Int? {
        switch measure {
        case .contrastLevels: quality.contrastLevels
        case .sharpnessPercent:
            quality.edgeWidthPixels.map { width in
                let longEdge = min(seenSize.longEdge, Self.calibratedLongEdgePixels)
                return Int((100 / max(1, width * scale(to: longEdge))).rounded(.up))
            }
        case .textHeightPixels:
            quality.textHeightPixels.map { Int(($0 * scale).rounded()) }
        default: nil
        }
    }

    /// The words for a broken bound.
    func message(of measure: Measure, _ measured: Int, _ bound: Int) -> Message {
        switch measure {
        case .contrastLevels: contrastMessage(measured, bound)
        case .sharpnessPercent: blurMessage
        default: textMessage(measured, bound)
        }
    }

    private func contrastMessage(_ levels: Int, _ bound: Int) -> Message {
        let appearance =
            switch levels {
            case 0: "is of one colour alone"
            case ...(bound / 3): "is almost of one colour"
            default: "has almost no contrast"
            }
        let measure = "its lightest and darkest samples are \(levels) of 255 levels apart"
        return Message(
            levels == 0 ? "The picture \(appearance)" : "The picture \(appearance): \(measure)",
            help: .act("send a picture that shows something, or raise its contrast")
        )
    }

    private var blurMessage: Message {
        let width = Int((quality.edgeWidthPixels ?? 0).rounded())
        return Message(
            "The picture is blurred: its sharpest edges are about \(width.grouped) px wide",
            help: .act("take or export it again, in focus")
        )
    }

    private func textMessage(_ height: Int, _ bound: Int) -> Message {
        let original = Int((quality.textHeightPixels ?? 0).rounded())
        let readable = "models read letters from about \(bound) px"
        guard scale < 1 else {
            return Message(
                "Lower-case letters are about \(original) px high, and \(readable)",
                help: isCopy ? .allowTiling : .sendLargerOriginal
            )
        }
        return Message(
            "Lower-case letters about \(original) px high are about \(height) px after the "
                + "provider's resize to \(seenSize) px, and \(readable)",
            help: .allowTiling
        )
    }
}
