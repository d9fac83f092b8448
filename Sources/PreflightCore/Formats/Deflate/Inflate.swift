/// Uncompresses zlib streams, as PNG chunks hold them.
///
/// Written to be bounded rather than fast: the output is limited by the caller, the time is linear
/// in what is read and written, and a stream with any fault yields nothing.
///
/// Source: RFC 1950 (zlib), RFC 1951 (deflate).
struct Inflate {
    private var input: DeflateBits
    private var output: [UInt8] = []
    private let byteCountLimit: Int

    /// Uncompresses a whole zlib stream; bytes after its end are ignored.
    ///
    /// - Parameters:
    ///   - bytes: The stream, header and checksum included.
    ///   - byteCountLimit: The most bytes to return.
    /// - Returns: What was compressed, or nil where the stream is malformed, cut off, or holds more
    ///   than `byteCountLimit` bytes.
    static func zlib(_ bytes: [UInt8], byteCountLimit: Int) -> [UInt8]? {
        var inflate = Inflate(input: DeflateBits(bytes), byteCountLimit: byteCountLimit)
        do throws(InflateError) {
            try inflate.readHeader()
            try inflate.readBlocks()
            try inflate.verifyChecksum()
        } catch {
            return nil
        }
        return inflate.output
    }

    private init(input: DeflateBits, byteCountLimit: Int) {
        self.input = input
        self.byteCountLimit = byteCountLimit
    }

    /// Compression method 8, no preset dictionary, and a check value (RFC 1950, 2.2).
    private mutating func readHeader() throws(InflateError) {
        let method = try input.next(8)
        let flags = try input.next(8)
        let hasDictionary = flags & 0x20 != 0
        guard method & 0x0F == 8, (method << 8 | flags) % 31 == 0, !hasDictionary else {
            throw .malformed
        }
    }

    private mutating func readBlocks() throws(InflateError) {
        var isLast = false
        while !isLast {
            isLast = try input.next(1) == 1
            switch try input.next(2) {
            case 0: try readStoredBlock()
            case 1: try readCompressedBlock(.fixed)
            case 2: try readCompressedBlock(DeflateCodes(readingFrom: &input))
            default: throw .malformed
            }
        }
    }

    /// A length, its complement, and that many bytes as they are (RFC 1951, 3.2.4).
    private mutating func readStoredBlock() throws(InflateError) {
        input.skipToByte()
        let byteCount = try input.next(16)
        guard try input.next(16) == byteCount ^ 0xFFFF else { throw .malformed }
        try requireRoom(for: byteCount)
        for _ in 0..<byteCount {
            output.append(UInt8(try input.next(8)))
        }
    }

    /// Literal bytes and references to earlier ones, up to the end-of-block symbol 256 (3.2.5).
    private mutating func readCompressedBlock(_ codes: DeflateCodes) throws(InflateError) {
        while true {
            let symbol = try codes.literals.nextSymbol(from: &input)
            switch symbol {
            case 0..<256:
                try requireRoom(for: 1)
                output.append(UInt8(symbol))
            case 256:
                return
            default:
                try copyEarlierBytes(lengthSymbol: symbol, distances: codes.distances)
            }
        }
    }

    private mutating func copyEarlierBytes(
        lengthSymbol: Int,
        distances: HuffmanCode
    ) throws(InflateError) {
        let length = try DeflateCodes.length(ofSymbol: lengthSymbol, from: &input)
        let symbol = try distances.nextSymbol(from: &input)
        let distance = try DeflateCodes.distance(ofSymbol: symbol, from: &input)
        guard distance <= output.count else { throw .malformed }
        try requireRoom(for: length)
        // One by one, because the copy may overlap what it writes: that is how runs are coded.
        for _ in 0..<length {
            output.append(output[output.count - distance])
        }
    }

    private func requireRoom(for byteCount: Int) throws(InflateError) {
        guard byteCount <= byteCountLimit - output.count else { throw .tooLong }
    }

    /// Adler-32 of the output, the most significant byte first (RFC 1950, 2.2 and 8.2).
    private mutating func verifyChecksum() throws(InflateError) {
        input.skipToByte()
        var expected = 0
        for _ in 0..<4 {
            expected = expected << 8 | (try input.next(8))
        }
        var sum = 1
        var sumOfSums = 0
        for byte in output {
            sum = (sum + Int(byte)) % 65_521
            sumOfSums = (sumOfSums + sum) % 65_521
        }
        guard sumOfSums << 16 | sum == expected else { throw .malformed }
    }
}

/// Why a stream was given up.
enum InflateError: Error {
    /// It is cut off or breaks a rule of the format.
    case malformed
    /// It holds more bytes than the caller wants.
    case tooLong
}
