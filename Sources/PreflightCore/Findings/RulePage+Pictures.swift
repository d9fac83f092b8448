/// IMG2xx: what the picture is like.
extension RulePage {
    static let edgeTooLong = RulePage(
        title: "An edge is longer than the model takes",
        severity: .error,
        remedy: .downscale,
        check: "The longer edge is compared with the table's limit; equal passes.",
        reason: "The provider refuses the request and does not say which image it was.",
        cure: "Scale the image down."
    )

    static let edgeTooLongForCount = RulePage(
        title: "An edge is longer than the model takes with this many images",
        severity: .error,
        remedy: .downscale,
        check: """
            Some providers lower the limit once a request carries more than a number of images. All \
            images count, those of earlier turns too; equal passes.
            """,
        reason: """
            An image that was fine in one turn makes a later turn fail, when the history has grown \
            past that number.
            """,
        cure: "Scale the image down, or split the request so that each part stays under the number."
    )

    static let largerThanLookedAt = RulePage(
        title: "Larger than the model looks at: it will be downscaled",
        severity: .warning,
        remedy: .downscale,
        check: """
            The displayed size is compared with what the provider leaves as it is. A warning where \
            the provider documents its resize, a note where it is inferred from the vendor's rules.
            """,
        reason: """
            The provider shrinks the image with its own filter: small text may be lost, and \
            coordinates in the answer are those of the smaller picture.
            """,
        cure: """
            Scale it down yourself, or cut it into parts that keep their detail. It saves bytes and \
            time, not tokens: the provider bills what is left after its own resize.
            """
    )

    static let tooSmall = RulePage(
        title: "So small that answers degrade",
        severity: .warning,
        check:
            "The shorter edge is compared with the least that the provider advises; equal passes.",
        reason: "The model has too little to look at.",
        cure: "Send a larger original. Enlarging adds no detail, so imgcheck never does it."
    )

    static let notUpright = RulePage(
        title: "EXIF orientation is not upright",
        severity: .warning,
        remedy: .upright,
        check:
            "The EXIF tag 0x0112 of JPEG, PNG or WebP is 2 to 8; 0 and values above 8 count as 1.",
        reason: "A model that ignores the tag sees the picture lying on its side or mirrored.",
        cure: "Turn the pixels and drop the tag."
    )

    static let unusualColor = RulePage(
        title: "Colour that a model may misread",
        severity: .warning,
        remedy: .convertToSRGB,
        check: """
            CMYK inks, more than 8 bits a sample, or an ICC profile whose primaries are neither those \
            of sRGB nor grey.
            """,
        reason: """
            A decoder that ignores the profile shows other colours, and 16-bit pictures take twice \
            the bytes for depth that no model looks at.
            """,
        cure: "Convert to 8-bit sRGB through the embedded profile."
    )

    static let carriesGPS = RulePage(
        title: "Carries a GPS position",
        severity: .warning,
        remedy: .stripMetadata,
        check: """
            The EXIF data or the XMP holds both a latitude and a longitude; of a PNG, also where \
            either stands in a text chunk, compressed or not.
            """,
        reason: "Where the picture was taken goes to the provider with it.",
        cure: "Strip the metadata."
    )

    static let transparent = RulePage(
        title: "Transparency: what shows through is the provider's choice",
        severity: .note,
        remedy: .flatten,
        check: "The image has an alpha channel or a transparent colour.",
        reason:
            "Black text on nothing becomes black on black where the provider's background is black.",
        cure: "Put the picture on an opaque background if what shows through matters."
    )
}
