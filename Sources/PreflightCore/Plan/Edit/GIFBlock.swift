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
        case Label.imageSeparator:
            self.init(imageIn: bytes, at: offset)
        case Label.extensionIntroducer:
            let kind = Self.kind(ofExtensionAt: offset, in: bytes)
            let end = Self.endOfExtension(in: bytes, at: offset)
            self.init(kind, from: offset, to: end, in: bytes)
        case Label.trailer:
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
    /// First bytes of blocks and labels of extensions (GIF89a, appendix A).
    private enum Label {
        static let imageSeparator: UInt8 = 0x2C
        static let extensionIntroducer: UInt8 = 0x21
        static let trailer: UInt8 = 0x3B
        static let firstSpecialPurpose: UInt8 = 0xFA
        static let comment: UInt8 = 0xFE
        static let application: UInt8 = 0xFF
    }

    /// Reads an image: descriptor (GIF89a, section 20), colour table, code size, data.
    ///
    /// As for libnsgif, a trailer can stand in place of the code size, or right after it as the
    /// last byte of the file.
    private init(imageIn bytes: Span<UInt8>, at offset: Int) {
        guard let packedFields = try? bytes.byte(at: offset + 9) else {
            self.init(.image, from: offset, to: nil, in: bytes)
            return
        }
        let codeSize =
            offset + 10 + GIFScreen.colorTableByteCount(packedFields: packedFields)
        let subBlocks = codeSize + 1
        if bytes.matches([Label.trailer], at: codeSize) {
            self.init(.trailer, from: offset, to: subBlocks, in: bytes)
        } else if subBlocks == bytes.count - 1, bytes[subBlocks] == Label.trailer {
            self.init(.trailer, from: offset, to: bytes.count, in: bytes)
        } else {
            let end = Self.endOfSubBlocks(in: bytes, from: subBlocks)
            self.init(.image, from: offset, to: end, in: bytes)
        }
    }

    /// The first block of all extensions but comments is stepped over even if it is empty.
    private static func endOfExtension(in bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let label = try? bytes.byte(at: offset + 1),
            let firstByteCount = try? bytes.byte(at: offset + 2)
        else { return nil }
        let first = offset + 2
        let subBlocks = label == Label.comment ? first : first + 1 + Int(firstByteCount)
        return endOfSubBlocks(in: bytes, from: subBlocks)
    }

    /// The offset after the terminator of a run of sub-blocks (GIF89a, section 15), or nil where
    /// the file ends first.
    private static func endOfSubBlocks(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            let byteCount = Int(bytes[offset])
            offset += 1 + byteCount
            if byteCount == 0 { return offset }
        }
        return nil
    }

    /// The kind by label, and by the eleven letters with which an application names itself
    /// (GIF89a, section 26; ICC.1:2010, annex B.5).
    private static func kind(ofExtensionAt offset: Int, in bytes: Span<UInt8>) -> Kind {
        guard let label = try? bytes.byte(at: offset + 1), label >= Label.firstSpecialPurpose else {
            return .rendering
        }
        guard label == Label.application, bytes.matches([11], at: offset + 2) else {
            return .metadata
        }
        let name = offset + 3
        if bytes.matches("ICCRGBG1012", at: name) { return .iccProfile }
        let isLoop =
            bytes.matches("NETSCAPE2.0", at: name) || bytes.matches("ANIMEXTS1.0", at: name)
        return isLoop ? .loop : .metadata
    }
}
