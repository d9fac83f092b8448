/// A walk through the data of a lossless WebP picture, which tells how far into its data each row
/// reaches, and keeps no pixel of it.
///
/// Source: RFC 9649, sections 3.4 to 3.7.
struct VP8LWalk {
    private let stream: [UInt8]
    private var bits = DeflateBits()

    /// Prepares to walk through a stream.
    ///
    /// - Parameters:
    ///   - stream: The data from the header on, or of an alpha channel, which has none, from the first
    ///     transformation on.
    ///   - hasHeader: Whether there is a header, which gives the size.
    init(_ stream: [UInt8], hasHeader: Bool) {
        self.stream = stream
        guard hasHeader else { return }
        // A signature, two sides of 14 bits, a flag and a version.
        for bitCount in [8, 14, 14, 4] { _ = try? next(bitCount) }
    }

    /// The first row that reads what only fills the stream from an offset to its end; nil where all
    /// rows are in front of it, or the last one reaches the end, or the data make no sense.
    mutating func firstMissingRow(of size: PixelSize, fillingFrom fillingOffset: Int) -> Int? {
        guard let ends = try? rowEnds(of: size), let last = ends.last,
            stream.count - last >= WebPFilling.surplusAtLeast
        else { return nil }
        // A zero may be the coder's own.
        return ends.firstIndex { $0 > fillingOffset + 1 }
    }

    /// The offset after the last byte that each row reads.
    private mutating func rowEnds(of size: PixelSize) throws(InflateError) -> [Int] {
        var size = size
        while try next(1) == 1 { size.width = try widthAfterTransform(of: size) }
        var ends: [Int] = []
        ends.reserveCapacity(size.height)
        _ = try pixels(of: size, isPicture: true, keepsPixels: false) { ends.append($0) }
        return ends
    }

    private mutating func next(_ bitCount: Int) throws(InflateError) -> Int {
        // A span of a stored array would keep all of this value from being changed.
        let source = stream
        return try bits.next(bitCount, from: source.span)
    }
}

extension VP8LWalk {
    /// Passes over a transformation; the width that is left (3.5).
    private mutating func widthAfterTransform(of size: PixelSize) throws(InflateError) -> Int {
        switch try next(2) {
        case 0, 1:
            let blockBits = try next(3) + 2
            try passPixels(of: Self.blocks(of: size, bitCount: blockBits))
        case 3:
            let colorCount = try next(8) + 1
            try passPixels(of: PixelSize(width: colorCount, height: 1))
            // Several small numbers of colours stand in one pixel.
            let packed = [2: 3, 4: 2, 16: 1].filter { colorCount <= $0.key }.values.max() ?? 0
            return Self.blocks(of: size, bitCount: packed).width
        default:
            break
        }
        return size.width
    }

    private static func blocks(of size: PixelSize, bitCount: Int) -> PixelSize {
        PixelSize(
            width: (size.width + 1 << bitCount - 1) >> bitCount,
            height: (size.height + 1 << bitCount - 1) >> bitCount
        )
    }

    private mutating func passPixels(of size: PixelSize) throws(InflateError) {
        _ = try pixels(of: size, isPicture: false, keepsPixels: false) { _ in }
    }

    /// Reads the codes and the pixels of an image (3.6 and 3.7).
    ///
    /// - Parameters:
    ///   - size: The image's size in pixels.
    ///   - isPicture: Whether it is the picture itself, which may have several groups of codes.
    ///   - keepsPixels: Whether its pixels are wanted.
    ///   - rowEnd: Is given the offset after each row's last byte.
    /// - Returns: The pixels, if they are wanted.
    /// - Throws: ``InflateError`` where the data end before or make no sense.
    private mutating func pixels(
        of size: PixelSize,
        isPicture: Bool,
        keepsPixels: Bool,
        _ rowEnd: (Int) -> Void
    ) throws(InflateError) -> [UInt32] {
        let cacheBits = try next(1) == 1 ? next(4) : 0
        guard cacheBits <= 11 else { throw .malformed }
        let grouping = try isPicture ? groups(of: size) : nil
        let groupCount = (grouping?.numbers.max() ?? 0) + 1
        guard groupCount <= Self.groupCountAtMost else { throw .malformed }
        let source = stream
        var codes: [VP8LCodes] = []
        for _ in 0..<groupCount {
            let cacheSize = cacheBits > 0 ? 1 << cacheBits : 0
            codes.append(try VP8LCodes(&bits, source.span, cacheSize: cacheSize))
        }
        var image = VP8LPixels(width: size.width, keepsPixels: keepsPixels, cacheBits: cacheBits)
        var row = 0
        while image.count < size.width * size.height {
            let (y, x) = image.count.quotientAndRemainder(dividingBy: size.width)
            let group = grouping?.number(x, y) ?? 0
            try pass(&image, codes[group])
            while row < size.height, image.count >= (row + 1) * size.width {
                rowEnd(bits.byteOffset)
                row += 1
            }
        }
        return image.pixels
    }

    /// Passes over a pixel or a run of pixels.
    private mutating func pass(_ image: inout VP8LPixels, _ codes: VP8LCodes) throws(InflateError) {
        let source = stream
        let symbol = try codes.symbol(.green, &bits, source.span)
        guard symbol >= 256 else {
            let red = try codes.symbol(.red, &bits, source.span)
            let blue = try codes.symbol(.blue, &bits, source.span)
            let alpha = try codes.symbol(.alpha, &bits, source.span)
            image.add(UInt32(alpha << 24 | red << 16 | symbol << 8 | blue))
            return
        }
        guard symbol < 256 + VP8LCodes.lengthCount else {
            image.addFromCache(symbol - 256 - VP8LCodes.lengthCount)
            return
        }
        let length = try VP8LCodes.value(ofSymbol: symbol - 256, &bits, source.span)
        let distanceSymbol = try codes.symbol(.distance, &bits, source.span)
        let distance = try VP8LCodes.value(ofSymbol: distanceSymbol, &bits, source.span)
        image.addRun(length, from: distance)
    }
}

extension VP8LWalk {
    /// The most groups of codes that are read, for the memory that they take: more than coders write.
    private static let groupCountAtMost = 4096

    /// Which group of codes each block of the picture has (3.7.2.2).
    private struct Groups {
        let blockBits: Int
        let columns: Int
        let numbers: [Int]

        func number(_ x: Int, _ y: Int) -> Int {
            numbers[(y >> blockBits) * columns + x >> blockBits]
        }
    }

    private mutating func groups(of size: PixelSize) throws(InflateError) -> Groups? {
        guard try next(1) == 1 else { return nil }
        let blockBits = try next(3) + 2
        let grid = Self.blocks(of: size, bitCount: blockBits)
        let values = try pixels(of: grid, isPicture: false, keepsPixels: true) { _ in }
        return Groups(
            blockBits: blockBits,
            columns: grid.width,
            numbers: values.prefix(grid.width * grid.height).map { Int($0 >> 8 & 0xFFFF) }
        )
    }
}
