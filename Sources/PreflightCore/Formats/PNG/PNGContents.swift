/// What has been met while walking through a PNG file.
struct PNGContents {
    /// Whether `IEND` was met.
    private(set) var hasEnd = false

    /// The offset after the last chunk, or where the file ends before.
    var endOffset = 0

    private let imageHeader: PNGImageHeader
    private(set) var animation: PNGAnimation
    private var hasTransparency = false
    private var exif: ExifFacts?
    private var hasTextGPS = false
    private var textRoom = PNGText.fileByteCountAtMost
    private var iccProfile: ICCProfile?
    private var madeUpPixels: String?
    private var colors = PNGColorChunks()
    private var inspector: PNGChunkInspector
    private var flaws = StructuralFlaws()

    /// Creates contents of a file with this first chunk, before any chunk is taken in.
    init(_ imageHeader: PNGImageHeader) {
        self.imageHeader = imageHeader
        animation = PNGAnimation(canvas: imageHeader.size)
        inspector = PNGChunkInspector(imageHeader)
    }

    /// Takes in one chunk, beginning with `IHDR`.
    ///
    /// Of a chunk that is cut off only image data counts, since what is there of it can be shown. Of
    /// one that decoders leave out only a position counts, since that is sent all the same.
    mutating func take(_ chunk: PNGChunk, in bytes: Span<UInt8>) {
        let fault = inspector.fault(of: chunk, in: bytes)
        if let fault {
            flaws.add(fault.flaw)
            if case .dropping = fault.mending {
                takePosition(of: chunk, in: bytes)
                return
            }
        }
        animation.take(chunk, in: bytes)
        guard chunk.isComplete else { return }
        if !animation.hasImageData { colors.take(chunk, in: bytes) }
        switch chunk.type {
        case PNGChunk.imageEnd:
            hasEnd = true
        case PNGChunk.exif where exif == nil:
            exif = ExifReader.read(bytes, range: chunk.data)
        case PNGChunk.iccProfile where iccProfile == nil && !animation.hasImageData:
            iccProfile = profile(in: bytes.extracting(chunk.data))
        case PNGChunk.transparency where !animation.hasImageData:
            let allowed = imageHeader.colorType.transparencyByteCounts
            hasTransparency = hasTransparency || allowed?.contains(chunk.data.count) == true
        default:
            madeUpPixels = madeUpPixels ?? DamageNote.madeUp(accordingTo: chunk, in: bytes)
            takePosition(of: chunk, in: bytes)
        }
    }

    private mutating func takePosition(of chunk: PNGChunk, in bytes: Span<UInt8>) {
        guard !hasTextGPS else { return }
        let isExif = chunk.type == PNGChunk.exif
        hasTextGPS =
            isExif && ExifReader.read(bytes, range: chunk.data).hasGPS
            || PNGText(chunk, in: bytes, within: &textRoom)?.hasGPS == true
    }

    /// Reads the chunk `iCCP`: a name, a zero, the compression method 0, a zlib stream (PNG,
    /// 11.3.2.3).
    private func profile(in data: Span<UInt8>) -> ICCProfile {
        let unreadable = ICCProfile(isStandard: false)
        let nameEnd = (0..<min(data.count, 80)).first { data[$0] == 0 }
        guard let nameEnd, nameEnd + 1 < data.count, data[nameEnd + 1] == 0,
            data.count <= PNGChunk.inflatedByteCountAtMost
        else { return unreadable }
        var stream: [UInt8] = []
        stream.reserveCapacity(data.count - nameEnd - 2)
        for offset in nameEnd + 2..<data.count { stream.append(data[offset]) }
        return Inflate.zlib(stream, byteCountLimit: PNGChunk.inflatedByteCountAtMost)
            .map(ICCProfileReader.read) ?? unreadable
    }

    /// The flaws of the chunks, and that of an animation which promises frames that are not there.
    private var allFlaws: StructuralFlaws {
        let count = animation.hasFrames ? animation.frameCount : 0
        guard let claim = animation.claimedFrameCount, claim > count else { return flaws }
        var flaws = flaws
        let frames = claim == 1 ? "a frame" : "\(claim.grouped) frames"
        let truth = count == 0 ? "there is none" : "there are \(count.grouped)"
        flaws.add(
            StructuralFlaw(
                "the acTL chunk promises \(frames), and \(truth)",
                refusedBy: [.pillow]
            )
        )
        return flaws
    }

    /// What is declared of the colours; of greys only the curve matters.
    private var declaredColor: DeclaredColor? {
        let declared = colors.declared(besideProfile: iccProfile != nil)
        guard imageHeader.colorModel == .gray, let encoding = declared?.encoding else {
            return declared
        }
        return encoding.transfer == .sRGB && encoding.isFullRange ? nil : declared
    }

    /// The significant bits of the deepest channel, if fewer than are stored.
    private var significantBitCount: Int? {
        guard let most = colors.significantBits?.max(),
            (1..<imageHeader.bitsPerSample).contains(most)
        else { return nil }
        return most
    }

    /// The header, once the walk is over.
    func header(trailingByteCount: Int) -> ImageHeader {
        ImageHeader(
            size: imageHeader.size,
            orientation: exif?.orientation ?? .upright,
            frameCount: animation.frameCount,
            largestFrame: animation.largestFrame,
            bitsPerSample: imageHeader.bitsPerSample,
            significantBitCount: significantBitCount,
            isLossless: true,
            colorModel: imageHeader.colorModel,
            hasAlpha: imageHeader.colorType.hasAlphaChannel || hasTransparency,
            iccProfile: iccProfile,
            declaredColor: declaredColor,
            hasGPS: exif?.hasGPS == true || hasTextGPS,
            hasEndMarker: hasEnd,
            trailingByteCount: hasEnd ? trailingByteCount : 0,
            flaws: allFlaws,
            madeUpPixels: madeUpPixels
        )
    }
}
