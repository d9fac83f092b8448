/// What is known of one image without decoding it.
public struct ImageFacts: Sendable, Equatable {
    /// The format by content.
    public var format: ImageFormat

    /// The file's length in bytes.
    public var byteCount: Int

    /// What the header says, or why it could not be read; for formats other than the four, HEIC,
    /// AVIF, BMP and TIFF always ``HeaderError/notDecodable``.
    public var header: Result<ImageHeader, HeaderError>

    /// What the content is instead of an image that a model takes; nil where that is not known.
    package var foreignContent: ForeignContent?

    /// Creates facts from what was read.
    public init(format: ImageFormat, byteCount: Int, header: Result<ImageHeader, HeaderError>) {
        self.format = format
        self.byteCount = byteCount
        self.header = header
    }
}

extension ImageFacts {
    /// Reads the facts of a whole file: recognises the format by content, then reads the header.
    ///
    /// Never traps and takes time linear in the file's length, whatever the bytes.
    public init(reading bytes: Span<UInt8>) {
        format = ImageFormat(recognising: bytes)
        byteCount = bytes.count
        foreignContent = ForeignContent(of: bytes, recognizedAs: format)
        do throws(HeaderError) {
            header = .success(try ImageHeader(reading: bytes, as: format))
        } catch {
            header = .failure(error)
        }
    }

    /// The length of the file in base64 with padding, in bytes: 4·⌈n/3⌉ (RFC 4648, section 4).
    public var base64ByteCount: Int { Base64.encodedByteCount(byteCount) }
}

extension ImageHeader {
    /// Reads the header of a file in one of the four decodable formats, or the size of a HEIC, AVIF,
    /// BMP or TIFF file.
    ///
    /// - Throws: ``HeaderError`` where a required field is missing, cut off or not allowed.
    public init(reading bytes: Span<UInt8>, as format: ImageFormat) throws(HeaderError) {
        try FileParts.requireFew(in: bytes, as: format)
        switch format {
        case .jpeg: self = try JPEGReader.header(of: bytes)
        case .png: self = try PNGReader.header(of: bytes)
        case .gif: self = try GIFReader.header(of: bytes)
        case .webp: self = try WebPReader.header(of: bytes)
        case .heic, .avif: self = try HEIFReader.header(of: bytes)
        case .bmp: self = try BMPReader.header(of: bytes)
        case .tiff: self = try TIFFReader.header(of: bytes)
        default: throw .notDecodable
        }
    }
}

extension ImageFacts {
    /// Adds what the compressed pixels say without being decoded: flaws of their wrapping, and
    /// pixels that are missing.
    ///
    /// Never traps, and takes time linear in the pixels that the header claims and the file's length.
    ///
    /// - Parameter bytes: The whole file that the facts were read from.
    package mutating func readImageData(of bytes: [UInt8]) {
        guard case .success(var header) = header, header.frameCount > 0 else { return }
        switch format {
        case .jpeg where !header.hasEndMarker || header.mayHideDamage:
            header.take(JPEGCodedData(of: bytes))
        case .png:
            guard let found = PNGImageData(of: bytes) else { return }
            guard !found.isOverfull else {
                self.header = .failure(.overfull(most: PNGImageData.surplusByteCountAtMost))
                return
            }
            guard !found.contradictsHeader else {
                let reason =
                    "the checksum is wrong, and there are more rows than the header asks for,"
                self.header = .failure(
                    .malformed(offset: PNGReader.signature.count, reason: reason)
                )
                return
            }
            header.flaws.add(found.flaws)
            header.missingPixels = header.missingPixels ?? found.missingPixels
        case .gif:
            guard let found = GIFImageData(of: bytes) else { return }
            header.flaws.add(found.flaws)
            header.missingPixels = header.missingPixels ?? found.missingPixels
        case .webp:
            let found = WebPImageData(of: bytes)
            header.flaws.add(found.flaws)
            header.missingPixels = header.missingPixels ?? found.missingPixels
        default:
            return
        }
        self.header = .success(header)
    }

    /// Adds that a frame after the first cannot be decoded, although the first can.
    package mutating func noteUndecodableLaterFrame() {
        guard case .success(var header) = header else { return }
        header.flaws.add(
            StructuralFlaw(
                "a frame after the first cannot be decoded",
                refusedBy: [.libwebp, .pillow],
                cure: .rewriteFrames
            )
        )
        self.header = .success(header)
    }

    /// Adds what of a JPEG's coded data explains the damage that a decoder passed over: rows that are
    /// missing, or bytes too many.
    ///
    /// Never traps, and takes time linear in the file's length and the picture's blocks.
    ///
    /// - Parameters:
    ///   - bytes: The whole file that the facts were read from.
    ///   - decoding: What came of decoding it.
    /// - Returns: Whether an edit mends something that was found, so that decoding again tells more.
    package mutating func readDamage(of bytes: [UInt8], after decoding: Decoding) -> Bool {
        guard format == .jpeg, case .success(var header) = self.header,
            header.missingPixels == nil, decoding.isOfDamage, header.hasEndMarker
        else { return false }
        let found = JPEGCodedData(of: bytes)
        header.missingPixels = found.missingRows(of: header.size.height)
        if header.missingDetail == nil, let scan = found.brokenScan {
            header.missingDetail = "a part of scan \(scan)"
        }
        if header.missingDetail == nil, decoding.metUnknownCodes {
            header.missingDetail = "some blocks"
        }
        let isMended =
            header.missingPixels == nil && !header.mayHideDamage && !found.strayBytes.isEmpty
        if isMended { for flaw in found.strayFlaws { header.flaws.add(flaw) } }
        self.header = .success(header)
        return isMended
    }
}

extension ImageHeader {
    /// Takes in what was found in a JPEG's coded data.
    ///
    /// Of a file with an end marker a decoder warns where rows are missing, but for the cases that are
    /// silent; the walk through other data is not trusted further than the decoder.
    fileprivate mutating func take(_ found: JPEGCodedData) {
        let missing = found.missingRows(of: size.height)
        if let scan = found.brokenScan {
            missingDetail = missingDetail ?? "a part of scan \(scan)"
            // A file that is torn inside a scan is not closed before it: decoders refuse it.
            guard hasEndMarker else {
                missingPixels = missingPixels ?? missing
                return
            }
        }
        if !hasEndMarker, let flaw = found.endFlaw { flaws.add(flaw) }
        if !hasEndMarker || found.isSilent { missingPixels = missingPixels ?? missing }
        if missing == nil { for flaw in found.strayFlaws { flaws.add(flaw) } }
    }
}

extension Decoding {
    /// Whether libjpeg met codes that are in no table (jerror.h, JWRN_HUFF_BAD_CODE and
    /// JWRN_ARITH_BAD_CODE): what it makes of them and of what follows is made up.
    fileprivate var metUnknownCodes: Bool {
        guard case .decoded(let decoded) = self, let damage = decoded.damage else { return false }
        return damage.contains("bad Huffman code") || damage.contains("bad arithmetic code")
    }

    /// Whether a decoder gave up or passed over damage.
    fileprivate var isOfDamage: Bool {
        switch self {
        case .decoded(let decoded): decoded.damage != nil
        case .failed: true
        case .notAttempted, .overGuard: false
        }
    }
}
