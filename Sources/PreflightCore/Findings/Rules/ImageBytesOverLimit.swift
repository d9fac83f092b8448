/// IMG301: the base64 bytes of one image are over the limit.
extension Rule {
    static let imageBytesOverLimit = Rule(
        page: FindingPage(
            title: "The base64 bytes of one image are over the limit",
            severity: .error,
            remedy: .fitBytes,
            check:
                "The length of the image in base64, 4·⌈n/3⌉, is compared with the limit; equal passes.",
            reason: """
                Providers that limit one image count its base64, a third more than the file: a file of \
                4 MB is over a limit of 5 MB.
                """,
            cure: "Encode it in fewer bytes: without metadata, recompressed, then smaller."
        ),
        limit: LimitShape(measures: [.base64ByteCount], bound: .atMost, condition: .optional),
        ofImage: { $0.byteFindings }
    )
}

extension ImageCase {
    fileprivate var byteFindings: [Finding] {
        let least = image.trimmedFacts.base64ByteCount
        return findings(
            .imageBytesOverLimit,
            measured: facts.base64ByteCount,
            unless: { $0.bound(brokenBy: least) == nil ? nil : obstacleToShrinking },
            message: { _, bound, obstacle in
                Message(
                    "The image has \(facts.base64ByteCount.grouped) bytes in base64 "
                        + "(\(facts.byteCount.grouped) in the file), and \(table.name) takes at most "
                        + bound.grouped,
                    help: .apply(.fitBytes),
                    unless: obstacle
                )
            }
        )
    }
}
