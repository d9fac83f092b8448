/// One change to an image, as a value.
public enum Step: Sendable, Hashable {
    /// Keep the first frame of an animation of so many.
    case firstFrame(of: Int)
    /// Let a decoder make up the pixels that are missing.
    case fillMissing(MissingPixels)
    /// Turn the pixels as the orientation says and drop the tag.
    case upright(Orientation)
    /// Convert to 8-bit sRGB or grey, through the embedded profile where there is one.
    case convertToSRGB
    /// Put the picture on an opaque background.
    case flatten(Color)
    /// Scale down to this displayed size in pixels.
    case downscale(PixelSize)
    /// Cut into so many overlapping tiles.
    case tile(Int)
    /// Drop what is not needed to show the picture: EXIF, XMP, IPTC, comments.
    case stripMetadata
    /// Cut off what follows the image's end, or add the end marker that is missing.
    case trim
    /// Mend what is wrong with the file's structure.
    case repair
    /// Say in the file which pixels were made up, in these words.
    case noteDamage(String)
    /// Write the picture anew.
    case encode(Encoding)
    /// Write the picture in at most this many bytes.
    case fitBytes(Int)
}

extension Step {
    /// The step's name, as reports write it.
    public var name: String {
        switch self {
        case .firstFrame: "firstFrame"
        case .fillMissing: "fillMissing"
        case .upright: "upright"
        case .convertToSRGB: "convertToSRGB"
        case .flatten: "flatten"
        case .downscale: "downscale"
        case .tile: "tile"
        case .stripMetadata: "stripMetadata"
        case .trim: "trim"
        case .repair: "repair"
        case .noteDamage: "noteDamage"
        case .encode: "encode"
        case .fitBytes: "fitBytes"
        }
    }

    /// What the step takes from the picture.
    public var loss: Loss {
        switch self {
        // How bytes are saved, the encoding says.
        case .upright, .tile, .stripMetadata, .trim, .repair, .noteDamage, .fitBytes: .none
        case .convertToSRGB, .flatten, .downscale: .detail
        case .encode(let encoding): encoding.loss
        case .firstFrame, .fillMissing: .meaning
        }
    }
}

/// What a change takes from a picture.
public enum Loss: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing: every pixel that a model looks at stays what it was.
    case none
    /// Detail: pixels change, what is to be seen does not.
    case detail
    /// Meaning: something that was to be seen is gone, as the later frames of an animation.
    case meaning

    /// Nothing, then detail, then meaning.
    public static func < (one: Loss, other: Loss) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .detail: 1
        case .meaning: 2
        }
    }
}
