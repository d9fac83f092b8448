/// IMG107: larger than the decode guard.
extension Rule {
    static let overDecodeGuard = Rule(
        page: FindingPage(
            title: "Larger than the decode guard",
            severity: .error,
            check: """
                The header claims more than \(DecodeGuard().framePixelCount.grouped) pixels in one frame, \
                more than \(DecodeGuard().frameByteCount.grouped) bytes of samples in it, \
                or, where the model takes animations whole, more than \
                \(DecodeGuard().animationPixelCount.grouped) pixels in all frames; or a JPEG has more \
                than \(DecodeGuard().scanCount.grouped) scans, or in all of them more than \
                \(DecodeGuard().scanPixelCount.grouped) pixels; or an animation has more than \
                \(DecodeGuard().frameCount.grouped) frames; or a file is cut into more than \
                \(FileParts.countAtMost.grouped) chunks or blocks, a JPEG into more than \
                \(FileParts.segmentCountAtMost.grouped) segments; or the image data of a PNG go on for \
                more than \(PNGImageData.surplusByteCountAtMost.grouped) bytes after its last row. The guard is imgcheck's own; the file is \
                not decoded. The first two numbers can be raised.
                """,
            reason: """
                A file of a few hundred bytes can ask a decoder for gigabytes, and one of a few kilobytes \
                for minutes. Such a picture is over \
                every provider's limit or is shrunk beyond use.
                """,
            cure:
                "Scale the picture down where it was made, or raise the guard if the machine can bear it."
        ),
        ofImage: { image in
            guard case .overGuard(let excess) = image.picture else { return [] }
            return [.overGuard(excess)]
        }
    )
}

extension Finding {
    /// The finding that an image asks for more than the decode guard allows.
    package static func overGuard(_ excess: DecodeGuard.Excess) -> Finding {
        Finding(
            code: .overDecodeGuard,
            message: Message(
                excess.fact,
                help: excess.bound.help
            ),
            measured: excess.measured,
            limit: excess.limit,
            unit: excess.bound.unit
        )
    }
}

extension DecodeGuard.Excess {
    /// The excess as a sentence without its stop.
    fileprivate var fact: String {
        switch bound {
        case .parts:
            "The file is cut into \(measured.grouped) parts, and at most \(limit.grouped) are read"
        case .surplusBytes:
            "The image data go on for more than \(limit.grouped) bytes after the last row"
        case .framePixels, .animationPixels, .frameBytes, .scans, .scanPixels, .frames:
            "The header asks for \(measured.grouped) \(bound.phrase), and at most "
                + "\(limit.grouped) are decoded"
        }
    }
}

extension DecodeGuard.Bound {
    /// What is counted, as a noun phrase after its number.
    fileprivate var phrase: String {
        switch self {
        case .framePixels: "pixels in one frame"
        case .animationPixels: "pixels in all frames together"
        case .frameBytes: "bytes of samples in one frame"
        case .scans: "scans"
        case .scanPixels: "pixels in all scans together"
        case .frames: "frames"
        case .parts: "parts"
        case .surplusBytes: "bytes after the last row"
        }
    }

    fileprivate var help: Cure {
        switch self {
        case .framePixels, .animationPixels, .frameBytes:
            .either([.scaleElsewhere, .raisePixelGuard])
        case .scans, .scanPixels, .frames, .parts, .surplusBytes:
            .exportAgain
        }
    }

    fileprivate var unit: MeasureUnit? {
        switch self {
        case .framePixels, .animationPixels, .scanPixels: .pixelsWithin
        case .frameBytes, .surplusBytes: .bytes
        case .scans, .frames, .parts: nil
        }
    }
}
