/// A picture in memory, upright, to be written in any number of ways.
public struct DecodedPicture: Sendable, Equatable {
    /// What is known of the samples.
    public struct Layout: Sendable, Hashable {
        /// The size in pixels, as it is displayed.
        public var size: PixelSize

        /// What the samples of a pixel mean; never ``ColorModel/palette``.
        public var colorModel: ColorModel

        /// The samples of a pixel, opacity included.
        public var channelCount: Int

        /// The bytes of a sample, 1 or 2, in the order of the machine.
        public var sampleByteCount: Int

        /// Whether the colors were converted to sRGB; if not, they are those of the file.
        public var isConverted: Bool

        /// How the JPEG that the picture came from stored its colors; nil where that is not known.
        public var chroma: Chroma?

        /// Creates a layout.
        public init(
            size: PixelSize,
            colorModel: ColorModel,
            channelCount: Int,
            sampleByteCount: Int = 1,
            isConverted: Bool = false,
            chroma: Chroma? = nil
        ) {
            self.size = size
            self.colorModel = colorModel
            self.channelCount = channelCount
            self.sampleByteCount = sampleByteCount
            self.isConverted = isConverted
            self.chroma = chroma
        }

        /// The bytes of all samples.
        public var byteCount: Int {
            size.pixelCount.multipliedSaturating(by: channelCount)
                .multipliedSaturating(by: sampleByteCount)
        }
    }

    /// How finely colors are stored beside lightness.
    public enum Chroma: Sendable, Hashable {
        /// A color for each pixel (4:4:4).
        case full
        /// A color for each square of four pixels (4:2:0).
        case halved
    }

    /// What is known of the samples.
    public var layout: Layout

    /// The samples, row by row and pixel by pixel: ``Layout/byteCount`` bytes.
    public var samples: [UInt8]

    /// Creates a picture.
    public init(layout: Layout, samples: [UInt8]) {
        self.layout = layout
        self.samples = samples
    }
}

extension DecodedPicture.Layout {
    /// Whether a plan for the file that was decoded can be carried out on the picture.
    package func serves(_ plan: Plan, for header: ImageHeader) -> Bool {
        let wanted = plan.downscaledSize ?? header.displaySize
        return isConverted == plan.steps.contains(.convertToSRGB)
            && wanted.width <= size.width && wanted.height <= size.height
    }
}
