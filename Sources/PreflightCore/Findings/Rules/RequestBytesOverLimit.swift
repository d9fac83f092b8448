/// REQ402 and REQ403: the bytes of a request are over a limit.
extension Rule {
    static let requestBytesOverLimit = Rule(
        page: FindingPage(
            title: "The bytes of all images together are over the limit",
            severity: .error,
            remedy: .fitBytes,
            check: """
                The table says which bytes count: those of the files, or those of the whole JSON body. A \
                megabyte is 1,000,000 bytes, the smaller reading of an undefined unit; equal passes.
                """,
            reason: """
                The request is refused, on some routes by closing the connection without an answer.
                """,
            cure: "Shrink the images, or send several requests."
        ),
        limit: .bytes([.fileByteCount, .bodyByteCount, .imagesBase64ByteCount]),
        ofRequest: { $0.byteFindings(.requestBytesOverLimit) }
    )

    static let bodyBytesInConflict = Rule(
        page: FindingPage(
            title: "The request body is over a limit on which the sources conflict",
            severity: .warning,
            remedy: .fitBytes,
            check:
                "The length of the JSON body is compared with the smaller of two published limits.",
            reason: """
                One page of the provider allows more than another, and nobody outside can tell which is \
                enforced. A request between the two may fail with a closed connection.
                """,
            cure: "Stay under the smaller limit where it can be had cheaply, or try it."
        ),
        limit: .bytes([.bodyByteCount]),
        ofRequest: {
            $0.byteFindings(.bodyBytesInConflict, doubt: ", by the smaller of two published limits")
        }
    )
}

extension LimitShape {
    fileprivate static func bytes(_ measures: [Measure]) -> LimitShape {
        LimitShape(measures: measures, bound: .atMost, condition: .optional)
    }
}
