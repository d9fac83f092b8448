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
                \(FileParts.segmentCountAtMost.grouped) segments. The guard is imgcheck's own; the file is \
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
                "The header asks for \(excess.measured.grouped) \(excess.bound.phrase), and at most "
                    + "\(excess.limit.grouped) are decoded",
                help: excess.bound.help
            ),
            measured: excess.measured,
            limit: excess.limit,
            unit: excess.bound.unit
        )
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
        }
    }

    fileprivate var help: Cure {
        switch self {
        case .framePixels, .animationPixels, .frameBytes:
            .either([.scaleElsewhere, .raisePixelGuard])
        case .scans, .scanPixels, .frames, .parts:
            .exportAgain
        }
    }

    fileprivate var unit: MeasureUnit? {
        switch self {
        case .framePixels, .animationPixels, .scanPixels: .pixelsWithin
        case .frameBytes: .bytes
        case .scans, .frames, .parts: nil
        }
    }
}
