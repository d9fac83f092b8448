/// Small pictures of an image, for a report to show.
///
/// They were decoded and written anew: no byte of the image's own file is in them.
public struct ImagePreview: Sendable, Equatable {
    /// A picture that was written anew.
    public struct Picture: Sendable, Hashable {
        /// The file.
        public var bytes: [UInt8]

        /// Its format.
        public var format: ImageFormat

        /// Creates a picture.
        public init(bytes: [UInt8], format: ImageFormat) {
            self.bytes = bytes
            self.format = format
        }
    }

    /// A part of the image, as it is sent and after the resizes of providers.
    public struct CloseUp: Sendable, Equatable {
        /// The part, in pixels of the image as it is displayed.
        public var region: PixelRegion

        /// The part as it is sent, pixel for pixel.
        public var sent: Picture

        /// The part after a resize, by the size that the whole image has then.
        public var seen: [PixelSize: Picture]

        /// Creates a close-up.
        public init(region: PixelRegion, sent: Picture, seen: [PixelSize: Picture]) {
            self.region = region
            self.sent = sent
            self.seen = seen
        }
    }

    /// The longest edge of ``thumbnail``, in pixels.
    public static let thumbnailEdgePixels = 360

    /// The whole image, upright and in sRGB; of an animation the first frame.
    public var thumbnail: Picture

    /// A part with much to lose; nil where no provider makes the image smaller.
    public var closeUp: CloseUp?

    /// Creates a preview.
    public init(thumbnail: Picture, closeUp: CloseUp? = nil) {
        self.thumbnail = thumbnail
        self.closeUp = closeUp
    }
}

extension ImagePreview.Picture {
    /// The address that holds the picture itself (RFC 2397).
    package var dataURL: String {
        "data:\(format.mediaType);base64,"
            + String(decoding: Base64.encode(bytes), as: UTF8.self)
    }
}
