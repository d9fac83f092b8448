/// IMG107: larger than the decode guard.
extension Rule {
    static let overDecodeGuard = Rule(
        page: FindingPage(
            title: "Larger than the decode guard",
            severity: .error,
            check: """
                The header claims more than \(DecodeGuard().framePixelCount.grouped) pixels in one frame, \
                or, where the model takes animations whole, more than \
                \(DecodeGuard().animationPixelCount.grouped) in all frames. The guard is imgcheck's own; the \
                file is not decoded. The first number can be raised.
                """,
            reason: """
                A file of a few hundred bytes can ask a decoder for gigabytes. Such a picture is over \
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
        let subject = excess.isOfAllFrames ? "all frames together" : "one frame"
        return Finding(
            code: .overDecodeGuard,
            message: Message(
                "The header asks for \(excess.measured.grouped) pixels in \(subject), and at most "
                    + "\(excess.limit.grouped) are decoded",
                help: .either([.scaleElsewhere, .raisePixelGuard])
            ),
            measured: excess.measured,
            limit: excess.limit,
            unit: .pixelsWithin
        )
    }
}
