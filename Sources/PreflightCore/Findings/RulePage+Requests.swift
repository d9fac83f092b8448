/// IMG3xx and REQ4xx: bytes and counts.
extension RulePage {
    static let imageBytesOverLimit = RulePage(
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
    )

    static let tooManyImages = RulePage(
        title: "Too many images in one request",
        severity: .error,
        remedy: .split,
        check: "Every input counts, also a refused or repeated one; equal passes.",
        reason:
            "The provider refuses the request. In a conversation the images of all turns count.",
        cure: "Send several requests."
    )

    static let requestBytesOverLimit = RulePage(
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
    )

    static let bodyBytesInConflict = RulePage(
        title: "The request body is over a limit on which the sources conflict",
        severity: .warning,
        remedy: .fitBytes,
        check: "The length of the JSON body is compared with the smaller of two published limits.",
        reason: """
            One page of the provider allows more than another, and nobody outside can tell which is \
            enforced. A request between the two may fail with a closed connection.
            """,
        cure: "Stay under the smaller limit where it can be had cheaply, or try it."
    )
}
