/// Goes through a zlib stream without keeping what it holds: how much that is, whether the stream
/// ends as it should, and whether its checksum is right.
///
/// The time is linear in what is read and written, and the memory is constant.
///
/// Source: RFC 1950 (zlib), RFC 1951 (deflate).
struct InflateScan {
    /// How a stream ends.
    enum End: Equatable {
        /// With its checksum; `isRight` says whether that is the one of what came out.
        case checksum(isRight: Bool, offset: Int)
        /// With its last block, but not with a whole checksum, which would begin at the offset.
        case withoutChecksum(offset: Int)
        /// Before its last block is whole.
        case cutOff
        /// In something that breaks a rule of the format.
        case malformed
        /// It goes on after as many bytes as were asked for.
        case tooLong
    }

    /// How the stream ends.
    private(set) var end = End.malformed

    /// What came out before.
    private(set) var output: InflateOutput

    /// Goes through a stream; bytes after its end are ignored.
    ///
    /// - Parameters:
    ///   - stream: The stream, header and checksum included.
    ///   - byteCountLimit: The most bytes that may come out.
    ///   - keptByteCount: How many of the first bytes are kept.
    init(of stream: Span<UInt8>, byteCountLimit: Int, keepingFirst keptByteCount: Int = 0) {
        output = InflateOutput(byteCountLimit: byteCountLimit, keepingFirst: keptByteCount)
        var bits = DeflateBits()
        var window = [UInt8](repeating: 0, count: InflateOutput.windowByteCount)
        var span = window.mutableSpan
        do throws(InflateError) {
            try Self.readHeader(of: stream, &bits)
            try readBlocks(of: stream, &bits, &span)
            output.sumUp(span)
            end = checksumEnd(of: stream, &bits)
        } catch {
            output.sumUp(span)
            end =
                switch error {
                case .malformed: .malformed
                case .cutOff: .cutOff
                case .tooLong: .tooLong
                }
        }
    }
}

extension InflateScan {
    /// Compression method 8, no preset dictionary, and a check value (RFC 1950, 2.2).
    private static func readHeader(
        of stream: Span<UInt8>,
        _ bits: inout DeflateBits
    ) throws(InflateError) {
        let method = try bits.next(8, from: stream)
        let flags = try bits.next(8, from: stream)
        let hasDictionary = flags & 0x20 != 0
        guard method & 0x0F == 8, (method << 8 | flags) % 31 == 0, !hasDictionary else {
            throw .malformed
        }
    }

    private mutating func readBlocks(
        of stream: Span<UInt8>,
        _ bits: inout DeflateBits,
        _ window: inout MutableSpan<UInt8>
    ) throws(InflateError) {
        var isLast = false
        while !isLast {
            isLast = try bits.next(1, from: stream) == 1
            switch try bits.next(2, from: stream) {
            case 0:
                try readStoredBlock(of: stream, &bits, &window)
            case 1:
                guard let codes = DeflateCodes.fixed else { throw .malformed }
                try readCompressedBlock(codes, of: stream, &bits, &window)
            case 2:
                let codes = try DeflateCodes(readingFrom: &bits, of: stream)
                try readCompressedBlock(codes, of: stream, &bits, &window)
            default:
                throw .malformed
            }
        }
    }

    /// A length, its complement, and that many bytes as they are (RFC 1951, 3.2.4).
    private mutating func readStoredBlock(
        of stream: Span<UInt8>,
        _ bits: inout DeflateBits,
        _ window: inout MutableSpan<UInt8>
    ) throws(InflateError) {
        bits.skipToByte()
        let byteCount = try bits.next(16, from: stream)
        guard try bits.next(16, from: stream) == byteCount ^ 0xFFFF else { throw .malformed }
        for _ in 0..<byteCount {
            let byte = UInt8(truncatingIfNeeded: try bits.next(8, from: stream))
            try output.append(byte, to: &window)
        }
    }

    /// Literal bytes and references to earlier ones, up to the end-of-block symbol 256 (3.2.5).
    private mutating func readCompressedBlock(
        _ codes: DeflateCodes,
        of stream: Span<UInt8>,
        _ bits: inout DeflateBits,
        _ window: inout MutableSpan<UInt8>
    ) throws(InflateError) {
        while true {
            // A reference takes 15 bits, 5 more, 15 and 13 more at most.
            if bits.bufferedBitCount < 48 { bits.refill(from: stream) }
            let symbol = try codes.literals.nextSymbol(from: &bits)
            if symbol < 256 {
                try output.append(UInt8(truncatingIfNeeded: symbol), to: &window)
                continue
            }
            if symbol == 256 { return }
            let length = try DeflateCodes.length(ofSymbol: symbol, from: &bits)
            let distanceSymbol = try codes.distances.nextSymbol(from: &bits)
            let distance = try DeflateCodes.distance(ofSymbol: distanceSymbol, from: &bits)
            try output.copy(length, from: distance, in: &window)
        }
    }

    /// Adler-32 of the output, the most significant byte first (RFC 1950, 2.2).
    private func checksumEnd(of stream: Span<UInt8>, _ bits: inout DeflateBits) -> End {
        bits.skipToByte()
        let offset = bits.byteOffset
        guard let expected = try? stream.bigEndian32(at: offset) else {
            return .withoutChecksum(offset: offset)
        }
        return .checksum(isRight: expected == output.checksum, offset: offset)
    }
}
