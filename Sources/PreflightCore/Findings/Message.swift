/// The wording of every finding: what was expected, where, what was found, and the cure.
///
/// One sentence each, in one place. Names from outside are escaped where they are printed.
enum Message {
    static func unacceptedFormat(
        _ facts: ImageFacts,
        accepted: [ImageFormat],
        obstacle: Obstacle?
    ) -> String {
        let expected = list(accepted.map(\.displayName), joinedBy: "or")
        guard facts.byteCount > 0 else {
            return "Expected \(expected), but the file is empty: get it again from its origin."
        }
        let name = facts.foreignContent?.name ?? facts.format.displayName
        let found = "Expected \(expected), but the content is \(name)"
        if let cure = facts.foreignContent?.cure { return "\(found): \(cure)." }
        switch facts.format {
        case .unknown: return "\(found): send an image, or export it in one of these formats."
        case let format where format.isDecodable: return found + ending("convert it", obstacle)
        default: return "\(found): export it from another program, imgcheck does not decode it."
        }
    }

    static func wrongExtension(_ ending: String, of format: ImageFormat) -> String {
        let cure =
            format.fileNameExtensions.first.map { "rename it to .\($0)" }
            ?? "give it the name of what it is"
        return
            "Expected the content that .\(ending) promises, found \(format.displayName): \(cure)."
    }

    static func wrongMediaType(_ declared: String, of format: ImageFormat) -> String {
        let found = declared.isEmpty ? "none declared" : "\(declared) declared"
        return "Expected the media type \(format.mediaType) of the bytes, found \(found): "
            + "declare \(format.mediaType)."
    }

    static func animated(_ limit: Limit, frameCount: Int) -> String {
        let found = "found an animation of \(frameCount.grouped) frames"
        switch (limit.code, limit.evidence) {
        case (.onlyFirstFrameSeen, .unknown):
            return "Expected a still image, \(found), and the provider does not say which of them "
                + "are seen: keep the first, or send the frames as images of their own."
        case (.onlyFirstFrameSeen, _):
            return
                "Expected a still image, \(found), of which the model sees the first: keep that, "
                + "or send the frames as images of their own."
        default:
            return "Expected a still image, \(found), which the provider refuses: keep the first."
        }
    }

    static func undecodable(_ format: ImageFormat, because reason: String) -> String {
        "Expected a whole \(format.displayName), but \(reason): get it again from its origin."
    }

    static func foreign(_ content: ForeignContent, in format: ImageFormat) -> String {
        "Expected a whole \(format.displayName), but the content is \(content.name): "
            + "\(content.cure ?? "get it again from its origin")."
    }

    static func damaged(_ format: ImageFormat, reasons: [String]) -> String {
        "Expected a \(format.displayName) that ends where its image ends, found "
            + "\(list(reasons)): write it anew."
    }

    static func flawed(
        _ format: ImageFormat,
        _ flaws: StructuralFlaws,
        reasons: [String],
        isDamaged: Bool
    ) -> String {
        var facts = flaws.first.map { flaw in
            let decoders = flaw.refusedBy.map(\.rawValue)
            guard !decoders.isEmpty else { return flaw.fact }
            let verb = decoders.count == 1 && flaw.refusedBy != [.browsers] ? "refuses" : "refuse"
            return "\(flaw.fact) (\(list(decoders)) \(verb) it)"
        }
        if flaws.furtherCount > 0 { facts.append("\(flaws.furtherCount.grouped) more like these") }
        if !reasons.isEmpty { facts.append("there is \(list(reasons))") }
        let cure =
            isDamaged || flaws.cures.contains(.rewrite)
            ? "write it anew" : "repair the file, which leaves every pixel"
        return "Expected a \(format.displayName) that every decoder takes, but "
            + "\(list(facts)): \(cure)."
    }

    static func overGuard(_ excess: DecodeGuard.Excess) -> String {
        let subject = excess.isOfAllFrames ? "in all frames together" : "in one frame"
        return
            "Expected at most \(excess.limit.grouped) pixels \(subject), but the header asks for "
            + "\(excess.measured.grouped): scale it down elsewhere, or raise --max-pixels."
    }

    static func headerDisagrees(_ difference: String) -> String {
        "Expected header and decoder to agree, but \(difference): export it again."
    }

    static func edge(
        _ limit: Limit,
        size: PixelSize,
        bound: Int,
        imageCount: Int,
        obstacle: Obstacle?
    ) -> String {
        let found = "found \(size) px"
        guard case .imageCountMoreThan(let count) = limit.condition else {
            return "Expected edges of at most \(bound.grouped) px, \(found)"
                + ending("scale it down", obstacle)
        }
        return "Expected edges of at most \(bound.grouped) px in a request of more than \(count) "
            + "images, \(found) in one of \(imageCount.grouped)"
            + ending("scale it down", obstacle, or: "split the request")
    }

    static func shrunk(_ size: PixelSize, target: ResizeTarget) -> String {
        "Expected at most \(list(target.boundDescriptions)), found \(size) px, which the provider "
            + "shrinks to about \(target.largestSize(fitting: size)): shrinking it before saves bytes, "
            + "not tokens."
    }

    static func tooSmall(_ size: PixelSize, bound: Int) -> String {
        "Expected edges of at least \(bound.grouped) px, found \(size) px, at which answers "
            + "degrade: send a larger original, enlarging does not help."
    }

    static func notUpright(_ orientation: Orientation) -> String {
        "Expected upright pixels, found EXIF orientation \(orientation.rawValue), which models may "
            + "ignore: turn the pixels and drop the tag."
    }

    static func unusualColor(_ oddities: [String]) -> String {
        "Expected 8-bit sRGB, found \(list(oddities)), which a model may misread: convert it to sRGB."
    }

    static let carriesGPS =
        "Expected no position in the metadata, found a latitude and a longitude, which go to the "
        + "provider: strip the metadata."

    static let transparent =
        "Expected opaque pixels, found transparency, whose background the provider chooses: put it "
        + "on a background of your own."

    static func imageBytes(_ facts: ImageFacts, bound: Int, obstacle: Obstacle?) -> String {
        "Expected at most \(bound.grouped) bytes of base64, found \(facts.base64ByteCount.grouped) "
            + "(\(facts.byteCount.grouped) in the file)"
            + ending("encode it in fewer bytes", obstacle)
    }

    static func request(
        _ limit: Limit,
        totals: RequestTotals,
        measured: Int,
        bound: Int,
        obstacle: Obstacle?
    ) -> String {
        let cure =
            switch limit.code {
            case .tooManyImages: "split the request"
            case _ where totals.imageCount == 0: "shorten the text or split the request"
            default: "shrink the images or split the request"
            }
        let ending = ending(cure, obstacle)
        switch limit.measure {
        case .imageCount:
            return
                "Expected at most \(bound.grouped) images in a request, found \(measured.grouped)"
                + ending
        case .fileByteCount:
            return "Expected at most \(bound.grouped) bytes in all image files together, found "
                + "\(measured.grouped)\(ending)"
        default:
            let doubt =
                limit.code == .bodyBytesInConflict ? ", by the smaller of two published limits" : ""
            return "Expected at most \(bound.grouped) bytes in the request body\(doubt), found "
                + "\(measured.grouped)\(ending)"
        }
    }

    /// The cure, or what stands in its way and what to do instead.
    private static func ending(
        _ cure: String,
        _ obstacle: Obstacle?,
        or other: String? = nil
    ) -> String {
        let start = obstacle.map { ", but \($0.clause): \($0.advice)" } ?? ": \(cure)"
        return start + (other.map { " or \($0)" } ?? "") + "."
    }

    /// The items as a phrase: `a, b and c`.
    private static func list(_ items: [String], joinedBy word: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension ResizeTarget {
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
