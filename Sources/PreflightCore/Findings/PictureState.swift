/// What can be seen of an image, as far as somebody looked.
enum PictureState: Sendable {
    /// The content is something else.
    case foreign(ForeignContent)
    /// The format is known, and its content is not looked at.
    case notDecodable
    /// The header cannot be read, and nobody decoded the rest.
    case withoutHeader(HeaderError)
    /// Pixels are missing, whatever the decoder makes up for them.
    case incomplete(MissingPixels)
    /// The header asks for more than the guard allows.
    case overGuard(DecodeGuard.Excess)
    /// The decoder gives the pixels up.
    case undecodable(CodecError)
    /// The header says other than the decoder; how they differ, as a clause.
    case disagreeing(String)
    /// The picture can be seen, or nothing speaks against it; `damage` is what the decoder passed
    /// over, which may be without words.
    case visible(ImageHeader, damage: String?)
}

extension PictureState {
    /// The state of an image in the frames that a table looks at.
    init(of image: InspectedImage, in frames: FrameScope) {
        let decoding = image.decoding[frames] ?? .notAttempted
        if let content = image.facts.foreignContent, !decoding.isOfPixels {
            self = .foreign(content)
            return
        }
        let isNamedOnly = !image.facts.format.isDecodable && image.facts.format != .unknown
        self =
            switch (image.facts.header, decoding) {
            case (_, .overGuard(let excess)): .overGuard(excess)
            case (.success(let header), _) where header.missingPixels != nil:
                header.missingPixels.map { .incomplete($0) } ?? .visible(header, damage: nil)
            case (_, .failed(let error)): .undecodable(error)
            // What is not decoded may lack a size for other reasons than damage.
            case (_, .notAttempted) where isNamedOnly: .notDecodable
            case (.failure(let error), .notAttempted): .withoutHeader(error)
            case (.success(let header), .notAttempted): .visible(header, damage: nil)
            case (.failure(let error), .decoded):
                .disagreeing("the header cannot be read (\(error)), yet the decoder reads it")
            case (.success(let header), .decoded(let decoded)):
                header.difference(from: decoded, in: image.facts.format)
                    .map { .disagreeing($0) } ?? .visible(header, damage: decoded.damage)
            }
    }

    /// Whether the pixels can be had, as far as is known.
    var isVisible: Bool {
        if case .visible = self { true } else { false }
    }
}

extension Decoding {
    /// Whether pixels were computed, so that the content is an image whatever else it is.
    fileprivate var isOfPixels: Bool {
        if case .decoded = self { true } else { false }
    }
}

extension ImageHeader {
    /// How a decoder's measurements differ from the header's, as a clause, or nil where they agree.
    fileprivate func difference(from decoded: DecodedImage, in format: ImageFormat) -> String? {
        guard decoded.size == size else {
            return "the header says \(size) px and the decoder \(decoded.size) px"
        }
        // libvips reads an animated PNG as its default image and counts one. Elsewhere the count may
        // differ by frames that are cut off; what matters is whether there is more than one.
        guard format != .png, (decoded.frameCount >= 2) != isAnimated else { return nil }
        return "the header has \(frameCount) frames and the decoder counts \(decoded.frameCount)"
    }
}
