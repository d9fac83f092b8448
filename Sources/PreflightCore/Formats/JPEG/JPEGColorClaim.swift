/// What a JPEG file says its components mean: by a JFIF segment, by Adobe's, and by their numbers.
///
/// Where these contradict each other, decoders go by different ones. An edit makes them say what
/// libjpeg reads, which most programs link.
///
/// Sources: ITU-T T.871, 10.1; T.872, 6.5.3; libjpeg-turbo, jdapimin.c, `default_decompress_parms`;
/// OpenJDK, JPEGMetadata.java, `isConsistent`; Go, image/jpeg, `isRGB`.
struct JPEGColorClaim {
    /// An Adobe segment.
    struct Adobe {
        /// Where its marker's length stands.
        var offset: Int
        /// What it says: 0 for RGB or inks, 1 for YCbCr, 2 for YCCK.
        var transform: UInt8
    }

    /// Whether there is a JFIF segment.
    private(set) var hasJFIF = false

    /// The last Adobe segment, which counts.
    private(set) var adobe: Adobe?

    /// The components' numbers, in the order of the frame.
    var identifiers: [UInt8] = []

    /// Takes in a segment before the first scan.
    mutating func take(_ marker: JPEGMarker, _ payload: Range<Int>, in bytes: Span<UInt8>) {
        if marker.code == JPEGMarker.application0, payload.count >= 12 {
            hasJFIF = hasJFIF || bytes.matches("JFIF\0", at: payload.lowerBound)
        }
        if let place = Self.transformOffset(marker, payload, in: bytes) {
            adobe = Adobe(offset: marker.endOffset - 2, transform: bytes[place])
        }
    }

    /// Where an Adobe segment has its transform; nil for other segments and for one that is too short.
    static func transformOffset(
        _ marker: JPEGMarker,
        _ payload: Range<Int>,
        in bytes: Span<UInt8>
    ) -> Int? {
        guard marker.code == JPEGMarker.application14, payload.count >= 12,
            bytes.matches("Adobe", at: payload.lowerBound)
        else { return nil }
        return payload.lowerBound + 11
    }
}

extension JPEGColorClaim {
    /// The transform that an Adobe segment has to be given; nil where it is right or absent.
    var mendedTransform: UInt8? {
        guard let adobe, let transform = effectiveTransform, adobe.transform != transform else {
            return nil
        }
        return transform
    }

    /// Whether the components have to be given the numbers 1, 2 and 3: they are called R, G and B,
    /// and the file has them as YCbCr.
    var mendsIdentifiers: Bool {
        identifiers == Array("RGB".utf8) && (hasJFIF || adobe != nil) && effectiveTransform == 1
    }

    /// Whether the samples are neither grey nor lightness and two colours, but RGB or inks.
    var isRGBOrInks: Bool {
        let isNamedRGB = !hasJFIF && adobe == nil && identifiers == Array("RGB".utf8)
        return identifiers.count == 4 || effectiveTransform == 0 && identifiers.count == 3
            || isNamedRGB
    }

    /// What libjpeg goes by; nil where nobody asks.
    private var effectiveTransform: UInt8? {
        switch identifiers.count {
        case 1: hasJFIF ? 0 : nil
        case 3: !hasJFIF && adobe?.transform == 0 ? 0 : 1
        case 4: adobe?.transform == 0 ? 0 : 2
        default: nil
        }
    }

    /// What of this contradicts the rest.
    var flaws: [StructuralFlaw] {
        [transformFlaw, identifierFlaw].compactMap(\.self)
    }

    private var transformFlaw: StructuralFlaw? {
        guard let adobe, mendedTransform != nil else { return nil }
        let colors = ["RGB", "YCbCr", "YCCK"]
        let claim =
            colors.indices.contains(Int(adobe.transform))
            ? "calls the colours \(colors[Int(adobe.transform)])"
            : "has the unknown transform \(adobe.transform)"
        let truth =
            switch identifiers.count {
            case 1: "the picture is grey"
            case 3 where adobe.transform == 0: "JFIF calls them YCbCr"
            default: "there are \(identifiers.count) components"
            }
        return StructuralFlaw(
            "the Adobe segment at byte \(adobe.offset.grouped) \(claim), and \(truth)",
            refusedBy: hasJFIF && identifiers.count < 4 ? [.java] : [.strictLibjpegTurbo]
        )
    }

    private var identifierFlaw: StructuralFlaw? {
        guard mendsIdentifiers else { return nil }
        let claim = hasJFIF ? "JFIF" : "the Adobe segment"
        let others = hasJFIF ? "" : ", so that Go shows other colours"
        return StructuralFlaw(
            "the components are numbered R, G and B, and \(claim) calls them YCbCr\(others)",
            refusedBy: hasJFIF ? [.java] : []
        )
    }
}
