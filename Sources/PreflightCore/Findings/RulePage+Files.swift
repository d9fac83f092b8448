/// IMG1xx: what a file is, and whether it can be decoded.
extension RulePage {
    static let unacceptedFormat = RulePage(
        title: "The content is not a format the model takes",
        severity: .error,
        check: """
            The first bytes decide, never the name. The finding is raised for formats that the \
            model's table does not list, for content that is no image, and for empty files; nothing \
            else is said of such a file.
            """,
        reason: """
            Providers answer 400, and in a conversation every later turn fails with it, because the \
            image stays in the history.
            """,
        cure: """
            JPEG, PNG, GIF and WebP are decoded, so `imgcheck fix` converts one of them that a table \
            lacks. Everything else is only named: export it from a program that reads it.
            """
    )

    static let mislabelled = RulePage(
        title: "The name or the declared media type does not match the bytes",
        severity: .warning,
        remedy: .retype,
        check: """
            A known file name extension, or the media type in a request body, is compared with the \
            format of the bytes. Unknown extensions promise nothing. In a request body the finding is \
            an error, and `image/jpg` is wrong there too: the registered name is `image/jpeg`.
            """,
        reason: """
            Programs that build a request from the extension declare the wrong media type, and \
            providers that compare it with the bytes refuse the request.
            """,
        cure: "Rename the file, or declare the media type of the bytes; the bytes stay as they are."
    )

    static let animationRefused = RulePage(
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
    )

    static let onlyFirstFrameSeen = RulePage(
        title: "Animated, and only the first frame will be seen, or nobody says what will be",
        severity: .warning,
        remedy: .firstFrame,
        check: "Frames are counted as for IMG103.",
        reason: """
            The request is accepted, but the answer is about the first frame, or about frames that \
            the provider does not name. The bytes of all frames count all the same.
            """,
        cure: "Send the frames that matter as images of their own."
    )

    static let undecodable = RulePage(
        title: "Cannot be decoded: corrupt or truncated",
        severity: .error,
        check: """
            Every pixel is decoded with libvips at `fail_on=error`; of an animation, the frames that \
            the model looks at. A picture of which pixels are missing cannot be decoded either, \
            though some decoder fills the gap: the finding says which rows. With `--headers-only` only an unreadable header raises the finding.
            """,
        reason: """
            Providers answer that they could not process the image, often without saying which one.
            """,
        cure: "There is nothing to repair it from: get the file again from its origin."
    )

    static let damaged = RulePage(
        title:
            "Decodes, but is damaged, flawed in its structure, or does not end where its image ends",
        severity: .warning,
        remedy: .reencode,
        check: """
            libvips refuses the file at `fail_on=warning` but not at `fail_on=error`; or the format's \
            end marker (EOI, IEND, trailer) is missing; or bytes follow it, as in motion photos, \
            multi-picture files and gain maps; or the file's structure has a flaw that leaves every \
            pixel, such as a wrong checksum, and that a decoder in use refuses: the finding names both.
            """,
        reason: """
            Another decoder may refuse what this one forgives. Bytes after the end are sent and \
            counted although no model sees them.
            """,
        cure: """
            Repair the file, or write the image anew: `imgcheck fix` does the first wherever it leaves \
            every pixel.
            """
    )

    static let overDecodeGuard = RulePage(
        title: "Larger than the decode guard",
        severity: .error,
        check: """
            The header claims more than \(DecodeGuard().framePixelCount.grouped) pixels in one frame, \
            or, where the model takes animations whole, more than \
            \(DecodeGuard().animationPixelCount.grouped) in all frames. The guard is imgcheck's own; the \
            file is not decoded. `--max-pixels` changes the first number.
            """,
        reason: """
            A file of a few hundred bytes can ask a decoder for gigabytes. Such a picture is over \
            every provider's limit or is shrunk beyond use.
            """,
        cure:
            "Scale the picture down where it was made, or raise the guard if the machine can bear it."
    )

    static let headerDisagrees = RulePage(
        title: "Header and decoder disagree",
        severity: .error,
        check: """
            imgcheck reads size and frames from the file's structure, and libvips while decoding. \
            The finding is raised where the two differ.
            """,
        reason: "Nobody knows which of the two the provider's decoder believes.",
        cure: "Export the image again with a trusted program."
    )
}
