/// IMG205 to IMG208: what a model may see otherwise than a person does, whatever the model.
extension Rule {
    static let notUpright = Rule(
        page: FindingPage(
            title: "EXIF orientation is not upright",
            severity: .warning,
            remedy: .upright,
            check:
                "The EXIF tag 0x0112 of JPEG, PNG or WebP is 2 to 8; 0 and values above 8 count as 1.",
            reason: "A model that ignores the tag sees the picture lying on its side or mirrored.",
            cure: "Turn the pixels and drop the tag."
        ),
        ofImage: { image in
            guard let orientation = image.header?.orientation, orientation != .upright else {
                return []
            }
            let message = Message(
                "The pixels lie in EXIF orientation \(orientation.rawValue), which models may ignore",
                help: .apply(.upright)
            )
            return [Finding(code: .notUpright, message: message)]
        }
    )

    static let unusualColor = Rule(
        page: FindingPage(
            title: "Colour that a model may misread",
            severity: .warning,
            remedy: .convertToSRGB,
            check: """
                CMYK inks, more than 8 bits a sample, an ICC profile whose primaries are neither those \
                of sRGB nor grey, or, of a PNG, other colours by `cICP` (Display P3, BT.2020, PQ, HLG), \
                `cHRM` or `gAMA`.
                """,
            reason: """
                A decoder that ignores the profile shows other colours, and 16-bit pictures take twice \
                the bytes for depth that no model looks at.
                """,
            cure: """
                Convert to 8-bit sRGB through the embedded profile, or by the formula of what is declared. \
                HDR is shown as on a screen whose white is 203 cd/m² (ITU-R BT.2408); what is brighter \
                becomes white. Where no conversion is known, the pixels stay as they are: export the \
                picture as sRGB.
                """
        ),
        ofImage: { image in
            guard let oddities = image.header?.colorOddities, !oddities.isEmpty else { return [] }
            let isConvertible = image.header?.isConvertible == true
            let message = Message(
                "The picture has \(String.list(oddities)), which a model may misread",
                help: isConvertible ? .apply(.convertToSRGB) : .exportAgain
            )
            var finding = Finding(code: .unusualColor, message: message)
            if !isConvertible { finding.remedy = nil }
            return [finding]
        }
    )

    static let carriesGPS = Rule(
        page: FindingPage(
            title: "Carries a GPS position",
            severity: .warning,
            remedy: .stripMetadata,
            check: """
                The EXIF data or the XMP holds both a latitude and a longitude; of a PNG, also where \
                either stands in a text chunk, compressed or not.
                """,
            reason: "Where the picture was taken goes to the provider with it.",
            cure: "Strip the metadata."
        ),
        ofImage: { image in
            guard image.header?.hasGPS == true else { return [] }
            let message = Message(
                "The metadata says where the picture was taken, and goes to the provider",
                help: .apply(.stripMetadata)
            )
            return [Finding(code: .carriesGPS, message: message)]
        }
    )

    static let transparent = Rule(
        page: FindingPage(
            title: "Transparency: what shows through is the provider's choice",
            severity: .note,
            remedy: .flatten,
            check: "The image has an alpha channel or a transparent colour.",
            reason:
                "Black text on nothing becomes black on black where the provider's background is black.",
            cure: "Put the picture on an opaque background if what shows through matters."
        ),
        ofImage: { image in
            guard image.header?.hasAlpha == true else { return [] }
            let message = Message(
                "The picture is transparent, and the provider chooses what shows through",
                help: .apply(.flatten)
            )
            return [Finding(code: .transparent, message: message)]
        }
    )
}

extension ImageHeader {
    /// What is unusual about the samples, as noun phrases.
    fileprivate var colorOddities: [String] {
        [
            colorModel == .cmyk ? "CMYK inks" : nil,
            bitsPerSample > 8 ? depth : nil,
            iccProfile.flatMap(\.oddity),
            declaredColor?.name,
        ]
        .compactMap(\.self)
    }
}

extension ImageHeader {
    private var depth: String {
        let significant = significantBitCount.map { ", of which \($0) count" } ?? ""
        return "\(bitsPerSample) bits a sample\(significant)"
    }

    /// Whether a conversion is known that cures what is odd.
    ///
    /// Samples whose meaning nobody knows stay as they are, however deep.
    fileprivate var isConvertible: Bool {
        declaredColor.map { $0.encoding != nil } ?? true
    }
}

extension ICCProfile {
    fileprivate var oddity: String? {
        guard !isStandard else { return nil }
        return name.map { "the colour profile “\($0)”" } ?? "an unusual colour profile"
    }
}
