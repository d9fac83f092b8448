/// IMG203: larger than the model looks at.
extension Rule {
    static let largerThanLookedAt = Rule(
        page: FindingPage(
            title: "Larger than the model looks at: it will be downscaled",
            severity: .warning,
            remedy: .downscale,
            check: """
                The displayed size is compared with what the provider leaves as it is. A warning where \
                the provider documents its resize, a note where it is inferred from the vendor's rules.
                """,
            reason: """
                The provider shrinks the image with its own filter: small text may be lost, and \
                coordinates in the answer are those of the smaller picture.
                """,
            cure: """
                Scale it down yourself, or cut it into parts that keep their detail. It saves bytes and \
                time, not tokens: the provider bills what is left after its own resize.
                """
        ),
        limit: LimitShape(measures: [.displaySize], bound: .within, condition: .uncounted),
        ofImage: { image in
            image.limits.of(.largerThanLookedAt).compactMap(image.shrinking)
        }
    )
}

extension ImageCase {
    // A warning where the provider documents its resize. A note where the resize is inferred:
    // almost every photograph meets it, and a warning that always stands is not read.
    fileprivate func shrinking(by limit: Limit) -> Finding? {
        guard let size = header?.displaySize, case .within(let target) = limit.bound,
            let excess = target.excess(of: size)
        else { return nil }
        let bounds = String.list(target.boundDescriptions(brokenBy: size))
        let doubt = limit.conflict == nil ? "" : limit.qualification(where: false)
        return Finding(
            code: limit.code,
            severity: limit.evidence == .documented ? .warning : .note,
            message: Message(
                "\(size) px is more than the \(bounds) that \(table.name) looks at, and the provider "
                    + "shrinks it to about \(target.largestSize(fitting: size)) px\(doubt)",
                help: .act("scale it down first, which saves bytes but no tokens")
            ),
            measured: excess.measured,
            limit: excess.limit,
            unit: excess.unit,
            source: limit.source
        )
    }
}

extension ResizeTarget {
    /// The first bound that a size breaks, as numbers, or nil where it breaks none.
    func excess(of size: PixelSize) -> (measured: Int, limit: Int, unit: MeasureUnit)? {
        let bounds: [(measured: Int, limit: Int?, unit: MeasureUnit)] = [
            (size.longEdge, longEdgePixels, .pixelsAlong),
            (size.shortEdge, shortEdgePixels, .pixelsAlong),
            (size.pixelCount, pixelCount, .pixelsWithin),
            (patches?.patchCount(covering: size) ?? 0, patches?.count, .patches),
        ]
        for bound in bounds {
            guard let limit = bound.limit, bound.measured > limit else { continue }
            return (bound.measured, limit, bound.unit)
        }
        return nil
    }

    /// The bounds that a size breaks, as phrases with their units.
    func boundDescriptions(brokenBy size: PixelSize) -> [String] {
        var broken = self
        if size.longEdge <= longEdgePixels ?? .max { broken.longEdgePixels = nil }
        if size.shortEdge <= shortEdgePixels ?? .max { broken.shortEdgePixels = nil }
        if size.pixelCount <= pixelCount ?? .max { broken.pixelCount = nil }
        if let patches, patches.patchCount(covering: size) <= patches.count { broken.patches = nil }
        return broken.boundDescriptions
    }

    /// The bounds as phrases, with their units.
    package var boundDescriptions: [String] {
        [
            longEdgePixels.map { "\($0.grouped) px along the long edge" },
            shortEdgePixels.map { "\($0.grouped) px along the short edge" },
            pixelCount.map { "\($0.grouped) pixels" },
            patches.map { "\($0.count.grouped) patches of \($0.edgePixels) px" },
        ]
        .compactMap(\.self)
    }
}
