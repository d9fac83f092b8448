/// One block of a GIF file after the logical screen and the global colour table.
///
/// Where a block ends is told as ``GIFBlockScan`` does it.
struct GIFBlock {
    /// What the block is.
    let kind: Kind

    /// Where it stands, its data included, cut at the end of the file.
    let range: Range<Int>

    /// Whether the whole block is in the file.
    let isComplete: Bool

    /// What a block is to somebody who wants to see the picture.
    enum Kind {
        /// An image: descriptor, colour table and data.
        case image
        /// An extension that is drawn, or that governs how the next image is drawn (GIF89a,
        /// section 12: labels below 0xFA).
        case rendering
        /// How often an animation is shown.
        case loop
        /// An ICC profile.
        case iccProfile
        /// Comments, XMP, what programs note for themselves.
        case metadata
        /// The trailer, also one in place of an image's data.
        case trailer
    }

    /// Reads the block at `offset`, or nil where the file ends or no block begins.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        guard let first = try? bytes.byte(at: offset) else { return nil }
        switch first {
        case GIFLabel.imageSeparator:
            self.init(imageIn: bytes, at: offset)
        case GIFLabel.extensionIntroducer:
            let kind = Self.kind(ofExtensionAt: offset, in: bytes)
            let end = Self.endOfExtension(in: bytes, at: offset)
            self.init(kind, from: offset, to: end, in: bytes)
        case GIFLabel.trailer:
            self.init(.trailer, from: offset, to: offset + 1, in: bytes)
        default:
            return nil
        }
    }

    private init(_ kind: Kind, from offset: Int, to end: Int?, in bytes: Span<UInt8>) {
        self.kind = kind
        let available = min(end ?? bytes.count, bytes.count)
        range = offset..<available
        isComplete = end == available
    }
}

extension GIFBlock {
    /// Reads an image: descriptor, colour table, code size, data.
    private init(imageIn bytes: Span<UInt8>, at offset: Int) {
        guard let image = GIFImageDescriptor(in: bytes, at: offset) else {
            self.init(.image, from: offset, to: nil, in: bytes)
            return
        }
        if let trailer = image.trailerInsteadOfData(in: bytes) {
            self.init(.trailer, from: offset, to: trailer + 1, in: bytes)
        } else {
            let end = GIFSubBlocks.end(in: bytes, from: image.subBlocksOffset)
            self.init(.image, from: offset, to: end, in: bytes)
        }
    }

    /// The first block of all extensions but comments is stepped over even if it is empty.
    private static func endOfExtension(in bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let label = try? bytes.byte(at: offset + 1),
            let firstByteCount = try? bytes.byte(at: offset + 2)
        else { return nil }
        let first = offset + 2
        let subBlocks = label == GIFLabel.comment ? first : first + 1 + Int(firstByteCount)
        return GIFSubBlocks.end(in: bytes, from: subBlocks)
    }

    /// The kind by label, and by the application where it names itself.
    private static func kind(ofExtensionAt offset: Int, in bytes: Span<UInt8>) -> Kind {
        guard let label = try? bytes.byte(at: offset + 1), label >= GIFLabel.firstSpecialPurpose
        else {
            return .rendering
        }
        guard label == GIFLabel.application else { return .metadata }
        return switch GIFApplication(in: bytes, at: offset + 2) {
        case .iccProfile: .iccProfile
        case .netscapeLoop, .animextsLoop: .loop
        case .xmp, nil: .metadata
        }
    }
}

/// First bytes of blocks and labels of extensions in a GIF file (GIF89a, appendix A).
enum GIFLabel {
    /// Begins an image.
    static let imageSeparator: UInt8 = 0x2C
    /// Begins an extension; its label follows.
    static let extensionIntroducer: UInt8 = 0x21
    /// Ends the file.
    static let trailer: UInt8 = 0x3B
    /// Labels an extension that says how the next image is drawn.
    static let graphicControl: UInt8 = 0xF9
    /// The lowest label of extensions that are not drawn (GIF89a, section 12).
    static let firstSpecialPurpose: UInt8 = 0xFA
    /// Labels a comment.
    static let comment: UInt8 = 0xFE
    /// Labels an extension of an application, which names itself (``GIFApplication``).
    static let application: UInt8 = 0xFF
}

/// The applications whose extensions are known, by the eleven letters with which they name
/// themselves (GIF89a, section 26).
enum GIFApplication: String, CaseIterable {
    /// An ICC profile (ICC.1:2010, annex B.5).
    case iccProfile = "ICCRGBG1012"
    /// XMP, which is not cut into sub-blocks: a trailer of falling lengths leads readers to its end
    /// (Adobe, "XMP Specification Part 3", section 1.1.2).
    case xmp = "XMP DataXMP"
    /// How often an animation is shown.
    case netscapeLoop = "NETSCAPE2.0"
    /// The same under an older name.
    case animextsLoop = "ANIMEXTS1.0"

    /// Reads the name in the sub-block at `offset`, or nil where it is none of these.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        let application = Self.allCases.first { application in
            let name = Array(application.rawValue.utf8)
            return bytes.matches([UInt8(name.count)] + name, at: offset)
        }
        guard let application else { return nil }
        self = application
    }
}
