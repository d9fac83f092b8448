/// How much compressed text of a PNG file Pillow is willing to read.
///
/// Source: Pillow, PngImagePlugin.py, `MAX_TEXT_CHUNK` and `MAX_TEXT_MEMORY`.
struct PNGTextLimits {
    /// The most bytes that one chunk may hold once uncompressed: 1 MiB.
    static let chunkByteCountAtMost = 1 << 20

    /// The most bytes that all text of a file may have: 64 MiB.
    static let fileByteCountAtMost = 64 << 20

    /// The most bytes that all profiles of a file are uncompressed to, of which decoders read the first
    /// only: 64 MiB.
    static let profileByteCountAtMost = 64 << 20

    /// The most bytes of all text of this file.
    var textByteRoom = fileByteCountAtMost

    /// The most bytes of all profiles of this file.
    var profileByteRoom = profileByteCountAtMost

    /// What is wrong with a chunk of text or with a profile.
    ///
    /// Streams are uncompressed as far as the limits go, and those that are too long count too, so
    /// that the time stays within 64 MiB of text and as much of profiles a file.
    mutating func fault(
        of chunk: PNGChunk,
        in bytes: Span<UInt8>,
        isAfterImageData: Bool
    ) -> PNGChunkFault? {
        switch chunk.type {
        case PNGChunk.iccProfile:
            return profileFault(of: chunk, in: bytes)
        case PNGChunk.text, PNGChunk.compressedText, PNGChunk.internationalText:
            return textFault(of: chunk, in: bytes)
        default:
            return nil
        }
    }

    private mutating func textFault(
        of chunk: PNGChunk,
        in bytes: Span<UInt8>
    ) -> PNGChunkFault? {
        let text = PNGTextField(chunk, in: bytes)
        guard let text, text.method == 0 || text.method == nil else {
            guard chunk.type == PNGChunk.compressedText, text != nil else { return nil }
            return PNGChunkFault(
                fact: "\(chunk.name) is compressed by an unknown method",
                refusedBy: [.pillow, .strictLibpng],
                mending: .dropping
            )
        }
        guard let stream = text.stream else { return nil }
        let byteCount: Int
        if text.method == nil {
            byteCount = stream.count
        } else {
            byteCount = Self.uncompressedByteCount(
                of: bytes.extracting(stream),
                upTo: min(Self.chunkByteCountAtMost, textByteRoom)
            )
        }
        defer { textByteRoom = max(0, textByteRoom - byteCount) }
        if text.method != nil, byteCount > Self.chunkByteCountAtMost { return Self.tooLong(chunk) }
        guard byteCount <= textByteRoom else {
            return PNGChunkFault(
                fact: "\(chunk.name) makes more than 64 MiB of text",
                refusedBy: [.pillow],
                mending: .dropping
            )
        }
        return nil
    }

    /// A profile that is no profile goes; one that is, and is too long, decides about colours.
    private mutating func profileFault(
        of chunk: PNGChunk,
        in bytes: Span<UInt8>
    ) -> PNGChunkFault? {
        guard let profile = PNGTextField(chunk, in: bytes), profile.method == 0,
            let stream = profile.stream
        else {
            return PNGChunkFault(
                fact: "\(chunk.name) is no profile",
                refusedBy: [.pillow, .strictLibpng],
                mending: .dropping
            )
        }
        guard profileByteRoom > 0 else {
            return PNGChunkFault(
                fact: "\(chunk.name) is a profile too many",
                refusedBy: [.strictLibpng],
                mending: .dropping
            )
        }
        let data = bytes.extracting(stream)
        let byteCount = Self.uncompressedByteCount(of: data, upTo: Self.chunkByteCountAtMost)
        profileByteRoom -= byteCount
        guard byteCount > Self.chunkByteCountAtMost else { return nil }
        let beginning = InflateScan(of: data, byteCountLimit: 40, keepingFirst: 40).output.beginning
        // The signature of every profile (ICC.1:2010, 7.2.9).
        let isProfile = beginning.span.matches("acsp", at: 36)
        return Self.tooLong(chunk, mending: isProfile ? .impossible : .dropping)
    }

    private static func tooLong(
        _ chunk: PNGChunk,
        mending: PNGChunkFault.Mending = .dropping
    ) -> PNGChunkFault {
        PNGChunkFault(
            fact: "\(chunk.name) holds more than 1 MiB once uncompressed",
            refusedBy: [.pillow],
            mending: mending
        )
    }

    /// The bytes that a stream holds, or one more than `most` where it holds more; those before a
    /// fault where it has one, since Pillow keeps them.
    private static func uncompressedByteCount(of stream: Span<UInt8>, upTo most: Int) -> Int {
        InflateScan(of: stream, byteCountLimit: most + 1).output.byteCount
    }
}

/// Where the text of a chunk stands, or the profile of an `iCCP` (PNG, 11.3.2.3 and 11.3.3).
struct PNGTextField {
    /// The compression method; nil where the text is not compressed.
    let method: UInt8?

    /// Where the text or its compressed stream stands; nil where it is cut off.
    let stream: Range<Int>?

    /// Finds the field, or nil where the chunk has no keyword or nothing after it.
    init?(_ chunk: PNGChunk, in bytes: Span<UInt8>) {
        let data = chunk.data
        guard let keywordEnd = Self.zero(in: data, of: bytes), keywordEnd + 1 < data.upperBound
        else {
            return nil
        }
        let next = keywordEnd + 1
        switch chunk.type {
        case PNGChunk.text:
            method = nil
            stream = next..<data.upperBound
        case PNGChunk.internationalText:
            // A flag and a method for compression, a language and a translated keyword.
            method = bytes[next] == 0 || next + 1 >= data.upperBound ? nil : bytes[next + 1]
            stream = Self.zero(in: min(next + 2, data.upperBound)..<data.upperBound, of: bytes)
                .flatMap { Self.zero(in: $0 + 1..<data.upperBound, of: bytes) }
                .map { $0 + 1..<data.upperBound }
        default:
            method = bytes[next]
            stream = next + 1..<data.upperBound
        }
    }

    private static func zero(in range: Range<Int>, of bytes: Span<UInt8>) -> Int? {
        range.first { bytes[$0] == 0 }
    }
}
