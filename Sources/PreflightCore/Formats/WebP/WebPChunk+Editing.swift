extension WebPChunk {
    /// The bytes of a whole chunk, padding included (RFC 9649, section 2.3).
    static func bytes(_ kind: Kind, payload: [UInt8]) -> [UInt8] {
        let fourCC = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: kind.rawValue >> $0) }
        let padding: [UInt8] = payload.count.isMultiple(of: 2) ? [] : [0]
        return fourCC + littleEndian32(payload.count) + payload + padding
    }

    /// Four bytes, the least significant first.
    static func littleEndian32(_ value: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// Where FourCC, size and payload stand; the padding, which may be missing, does not belong.
    var unpaddedRange: Range<Int> {
        payload.lowerBound - Self.headerByteCount..<payload.upperBound
    }

    /// Whether the chunk holds a picture by itself.
    var isBitstream: Bool { kind == .lossy || kind == .lossless }

    /// Whether all of the payload is in `bytes`, the span that the chunk was read from.
    func isComplete(in bytes: Span<UInt8>) -> Bool {
        let byteCount = try? bytes.littleEndian32(at: payload.lowerBound - 4)
        return byteCount == payload.count
    }
}

extension WebPChunk {
    /// What a chunk is to somebody who wants to see the picture.
    enum Content {
        /// Canvas, colours or pixels.
        case picture
        /// The loop and background of an animation.
        case animation
        /// One frame of an animation.
        case frame
        /// EXIF data, in which only the orientation matters.
        case exif
        /// XMP.
        case xmp
        /// Chunks that readers are to ignore (RFC 9649, section 2.7.1.6).
        case unknown
    }

    /// What the chunk, which was read from `bytes`, is.
    func content(in bytes: Span<UInt8>) -> Content {
        switch kind {
        case .lossy, .lossless, .alpha, .iccProfile, .extended: return .picture
        case .frame: return .frame
        case .exif: return .exif
        case .xmp: return .xmp
        case nil: break
        }
        let fourCC = payload.lowerBound - Self.headerByteCount
        return bytes.matches("ANIM", at: fourCC) ? .animation : .unknown
    }
}
