/// A fault of a file's structure that leaves a value for every pixel, and that some decoder refuses or
/// that shows.
public struct StructuralFlaw: Sendable, Hashable {
    /// What is wrong, as a clause: "the checksum of the tEXt chunk at byte 57 is wrong".
    public var fact: String

    /// Who refuses the file for it, or part of it.
    public var refusedBy: [DecoderFamily]

    /// The cheapest cure.
    public var cure: Cure

    /// Creates a flaw.
    public init(_ fact: String, refusedBy: [DecoderFamily], cure: Cure = .repair) {
        self.fact = fact
        self.refusedBy = refusedBy
        self.cure = cure
    }
}

extension StructuralFlaw {
    /// How a flaw is cured.
    public enum Cure: Sendable, Hashable {
        /// The file is edited, and its coded pixels stay as they are.
        case repair
        /// The picture has to be written anew.
        case rewrite
        /// The frames after the first have to be written anew, or go.
        case rewriteFrames
        /// Nothing: what is missing can only be got again.
        case impossible
    }

    /// Decoders that have the same habits, by what people call them.
    public enum DecoderFamily: String, Sendable, Hashable, CaseIterable {
        /// Python's imaging library, before most self-hosted models.
        case pillow = "Pillow"
        /// The reference decoder of PNG.
        case libpng = "libpng"
        /// The same, told to take warnings for errors.
        case strictLibpng = "strict libpng"
        /// The standard library of Go.
        case goImage = "Go"
        /// The JPEG decoder of browsers and of most programs.
        case libjpegTurbo = "libjpeg-turbo"
        /// The same, told to take warnings for errors, as TurboJPEG's interface does.
        case strictLibjpegTurbo = "strict libjpeg-turbo"
        /// The image readers of Java's standard library.
        case java = "Java"
        /// The decoder of GIF that programs link.
        case giflib = "giflib"
        /// The decoder of WebP.
        case libwebp = "libwebp"
        /// The tool that looks into WebP files, which comes with their decoder.
        case webpinfo = "webpinfo"
        /// Chrome, Firefox and Safari.
        case browsers = "browsers"
    }
}

/// The flaws of one file: the first few by themselves, the others as a number.
public struct StructuralFlaws: Sendable, Hashable {
    /// The flaws that are named, in the file's order.
    public private(set) var first: [StructuralFlaw] = []

    /// How many more there are.
    public private(set) var furtherCount = 0

    /// How the flaws are cured, each way once.
    public private(set) var cures: Set<StructuralFlaw.Cure> = []

    /// Creates an empty list.
    public init() {}

    /// The most flaws that are kept by themselves, so that a message stays short.
    public static let namedCountAtMost = 3
}

extension StructuralFlaws {
    /// Whether there is none.
    public var isEmpty: Bool { first.isEmpty }

    /// Whether an edit of the file cures one or more of them.
    public var areRepairable: Bool { cures.contains(.repair) }

    /// Whether the picture has to be written anew for one or more of them.
    ///
    /// - Parameter keepsFirstFrameOnly: Whether the later frames go.
    /// - Returns: Whether it has to be.
    func needRewriting(keepingFirstFrameOnly keepsFirstFrameOnly: Bool) -> Bool {
        cures.contains(.rewrite) || cures.contains(.rewriteFrames) && !keepsFirstFrameOnly
    }

    /// Adds one.
    public mutating func add(_ flaw: StructuralFlaw) {
        cures.insert(flaw.cure)
        if first.count < Self.namedCountAtMost {
            first.append(flaw)
        } else {
            furtherCount += 1
        }
    }

    /// Adds those of another list after these.
    public mutating func add(_ others: StructuralFlaws) {
        for flaw in others.first { add(flaw) }
        cures.formUnion(others.cures)
        furtherCount += others.furtherCount
    }
}
