/// IMG301 to IMG303: one image has too many bytes, as base64, as a file, or as a data URL.
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
        ofImage: { image in
            image.byteFindings(
                .imageBytesOverLimit,
                "bytes in base64 (\(image.facts.byteCount.grouped) in the file)",
                of: \.base64ByteCount
            )
        }
    )

    static let fileBytesOverLimit = Rule(
        page: FindingPage(
            title: "The file of one image is over the limit",
            severity: .error,
            remedy: .fitBytes,
            check: "The length of the file is compared with the limit; equal passes.",
            reason: "The provider refuses the image once it is decoded from its base64.",
            cure: "Encode it in fewer bytes: without metadata, recompressed, then smaller."
        ),
        limit: LimitShape(measures: [.imageFileByteCount], bound: .atMost, condition: .optional),
        ofImage: { image in
            image.byteFindings(.fileBytesOverLimit, "bytes in its file", of: \.byteCount)
        }
    )

    static let dataURLTooLong = Rule(
        page: FindingPage(
            title: "The data URL of one image is over the limit",
            severity: .error,
            remedy: .fitBytes,
            check: """
                The length of `data:TYPE;base64,…` is compared with the limit; equal passes.
                """,
            reason: """
                Some interfaces hold a data URL to the longest address that they take, and answer \
                that it is no address at all.
                """,
            cure: "Encode it in fewer bytes, or upload the file and send its identifier."
        ),
        limit: LimitShape(measures: [.dataURLByteCount], bound: .atMost, condition: .optional),
        ofImage: { image in
            image.byteFindings(.dataURLTooLong, "bytes as a data URL", of: \.dataURLByteCount)
        }
    )
}

extension ImageFacts {
    /// The length of the data URL that holds the file, in bytes.
    package var dataURLByteCount: Int {
        "data:\(format.mediaType);base64,".utf8.count + base64ByteCount
    }
}

extension ImageCase {
    fileprivate func byteFindings(
        _ code: FindingCode,
        _ unit: String,
        of byteCount: (ImageFacts) -> Int
    ) -> [Finding] {
        let measured = byteCount(facts)
        let least = byteCount(image.trimmedFacts)
        return findings(
            code,
            measured: measured,
            unless: { $0.bound(brokenBy: least) == nil ? nil : obstacleToShrinking },
            message: { _, bound, obstacle in
                Message(
                    "The image has \(measured.grouped) \(unit), and \(table.name) takes at most "
                        + bound.grouped,
                    help: .apply(.fitBytes),
                    unless: obstacle
                )
            }
        )
    }
}
