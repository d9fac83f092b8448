/// Everything that is known of one image before a table is consulted.
public struct InspectedImage: Sendable, Equatable {
    /// What the image calls itself: by its file name, or by what a request body declares.
    public var label: ImageLabel

    /// What its bytes say.
    public var facts: ImageFacts

    /// The bytes of its file without metadata and what follows its end; nil where nobody counted.
    public var trimmedByteCount: Int?

    /// What came of decoding it, for each scope that some table needs.
    public var decoding: [FrameScope: Decoding]

    /// What is unusual about the base64 that it was read from; empty outside bodies.
    package var base64Faults: [Base64Fault] = []

    /// Small pictures of it for reports; nil where none were asked for or none can be made.
    package var preview: ImagePreview?

    /// The displayed size, in pixels, of the picture that was scaled down to this one; nil for one
    /// that was not made from another.
    package var scaledFrom: PixelSize?

    /// How well the picture can be seen that was made of a decoded one; nil for one that was not.
    package var madeQuality: PictureQuality?

    /// Creates an inspected image.
    public init(label: ImageLabel, facts: ImageFacts, decoding: [FrameScope: Decoding] = [:]) {
        self.label = label
        self.facts = facts
        self.decoding = decoding
    }
}

extension InspectedImage {
    /// What the picture was scaled by along its longer side; 1 where it was not.
    var scale: Double {
        guard let scaledFrom, scaledFrom.longEdge > 0, let header = try? facts.header.get() else {
            return 1
        }
        return Double(header.size.longEdge) / Double(scaledFrom.longEdge)
    }

    /// How well it can be seen, with lengths in its own pixels; nil where nobody measured that.
    package var quality: PictureQuality? {
        if let madeQuality { return madeQuality }
        for scope in FrameScope.allCases {
            if case .decoded(let decoded)? = decoding[scope] { return decoded.quality }
        }
        return nil
    }

    /// Why no decoder looked at the image, where none could be started; nil elsewhere.
    package var missingDecoder: String? {
        for case .failed(let error) in decoding.values where error.stage == .start {
            return error.detail
        }
        return nil
    }
}

/// What an image calls itself, which need not be what it is.
public enum ImageLabel: Sendable, Hashable {
    /// Nothing: bytes without a name, or a name without an extension.
    case none
    /// A file name extension, without its dot.
    case fileNameExtension(String)
    /// The media type that a request body declares; empty where it declares none.
    case declaredMediaType(String)
}

/// What came of decoding an image.
public enum Decoding: Sendable, Equatable {
    /// Nothing was decoded: only headers were asked for, or the format is not decodable.
    case notAttempted
    /// Nothing was decoded, because the header asks for more than the guard allows.
    case overGuard(DecodeGuard.Excess)
    /// Every pixel was computed.
    case decoded(DecodedImage)
    /// The pixels cannot be had.
    case failed(CodecError)
}
