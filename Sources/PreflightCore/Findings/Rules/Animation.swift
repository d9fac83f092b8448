/// IMG103 and IMG104: an animation, where the model takes stills or sees one frame.
extension Rule {
    static let animationRefused = Rule(
        page: FindingPage(
            title: "Animated, and the model takes still images only",
            severity: .error,
            remedy: .firstFrame,
            check: """
                Frames are counted in the file (GIF image blocks, `fcTL` chunks with data in PNG, `ANMF` \
                chunks in WebP); two or more make an animation. A GIF of one frame with a loop extension \
                is a still image.
                """,
            reason: "The provider documents still images only and refuses the request.",
            cure: """
                Keep the first frame (`imgcheck fix` does, and names the file), or send the frames that \
                matter as images of their own.
                """
        ),
        limit: .frames,
        ofImage: { image in
            image.animationFindings(
                .animationRefused,
                help: .apply(.firstFrame)
            ) { _ in "\(image.table.name) takes still images only" }
        }
    )

    static let onlyFirstFrameSeen = Rule(
        page: FindingPage(
            title: "Animated, and only the first frame will be seen, or nobody says what will be",
            severity: .warning,
            remedy: .firstFrame,
            check: "Frames are counted as for IMG103.",
            reason: """
                The request is accepted, but the answer is about the first frame, or about frames that \
                the provider does not name. The bytes of all frames count all the same.
                """,
            cure: "Send the frames that matter as images of their own."
        ),
        limit: .frames,
        ofImage: { image in
            image.animationFindings(
                .onlyFirstFrameSeen,
                help: .either([.apply(.firstFrame), .sendFrames])
            ) { limit in
                limit.evidence == .unknown
                    ? "the provider does not say which of them are seen"
                    : "\(image.table.name) sees the first only"
            }
        }
    )
}

extension LimitShape {
    fileprivate static let frames = LimitShape(
        measures: [.frameCount],
        bound: .atMost,
        condition: .never
    )
}

extension ImageCase {
    fileprivate func animationFindings(
        _ code: FindingCode,
        help: Cure,
        consequence: (Limit) -> String
    ) -> [Finding] {
        guard let header else { return [] }
        return findings(code, measured: header.frameCount) { limit, _, _ in
            let fact = "An animation of \(header.frameCount.grouped) frames"
            return Message("\(fact), and \(consequence(limit))", help: help)
        }
    }
}
