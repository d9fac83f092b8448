import Testing

@testable import PreflightCore

/// What decoders refuse about a GIF file whose pixels are all there, how an edit mends it, and which
/// pixels are missing.
struct GIFFlawTests {
    /// Four by two pixels: clear, four codes that stand for one pixel each, clear, four, end; codes of three
    /// bits.
    static let data: [UInt8] = subBlocks([4, 0, 1, 4, 2, 3, 4, 0, 1, 4, 2, 3, 5])
    static let plain = GIFBytes(screen: 4, 2).image(size: 4, 2, data: data).trailer()

    /// Codes of three bits in one sub-block and a terminator.
    static func subBlocks(_ codes: [Int]) -> [UInt8] {
        var packed: [UInt8] = [UInt8](repeating: 0, count: (codes.count * 3 + 7) / 8)
        for (index, code) in codes.enumerated() {
            for bit in 0..<3 where code >> bit & 1 == 1 {
                packed[(index * 3 + bit) / 8] |= 1 << UInt8((index * 3 + bit) % 8)
            }
        }
        return [UInt8(packed.count)] + packed + [0]
    }

    static func reread(_ bytes: [UInt8]) throws -> ImageHeader {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        return try facts.header.get()
    }

    static func control(_ fields: [UInt8]) -> [UInt8] {
        [0x21, 0xF9, UInt8(fields.count)] + fields + [0]
    }

    struct Flaw: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: [UInt8]
        let words: String
        let refusedBy: [StructuralFlaw.DecoderFamily]
        let output: [UInt8]
    }

    static func screen(_ width: Int, _ height: Int) -> GIFBytes {
        GIFBytes(screen: width, height)
    }

    static let repaired: [Flaw] = [
        Flaw(
            testDescription: "A screen without pixels",
            input: screen(0, 0).image(size: 4, 2, data: data).trailer().bytes,
            words: "the screen has 0 × 0 px",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "A first frame outside the screen",
            input: screen(4, 1).image(size: 4, 2, data: data).trailer().bytes,
            words: "frame 1 reaches to 4 × 2 px, outside the screen of 4 × 1 px",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "A frame without pixels",
            input: screen(4, 2).image(size: 4, 2, data: data).raw(control([1, 0, 0, 0]))
                .image(size: 0, 2, data: data).trailer().bytes,
            words: "has no pixels",
            refusedBy: [.pillow, .giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "A graphic control of three bytes",
            input: screen(4, 2).raw(control([1, 10, 0])).image(size: 4, 2, data: data).trailer()
                .bytes,
            words: "the graphic control at byte 19 has 3 bytes of data, not 4",
            refusedBy: [.pillow, .giflib],
            output: screen(4, 2).raw(control([1, 10, 0, 0])).image(size: 4, 2, data: data)
                .trailer().bytes
        ),
        Flaw(
            testDescription: "A graphic control of five bytes",
            input: screen(4, 2).raw(control([1, 10, 0, 2, 9])).image(size: 4, 2, data: data)
                .trailer().bytes,
            words: "has 5 bytes of data, not 4",
            refusedBy: [.giflib],
            output: screen(4, 2).raw(control([1, 10, 0, 2])).image(size: 4, 2, data: data)
                .trailer().bytes
        ),
        Flaw(
            testDescription: "An empty graphic control",
            input: screen(4, 2).raw(control([])).image(size: 4, 2, data: data).trailer().bytes,
            words: "has 0 bytes of data, not 4",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "A byte instead of the trailer",
            input: Array(plain.bytes.dropLast(1)) + [0xAA],
            words: "1 byte from byte",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "Zeros before the trailer",
            input: Array(plain.bytes.dropLast(1)) + [UInt8](repeating: 0, count: 2000) + [0x3B],
            words: "2,001 bytes from byte",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "Data that are not closed",
            input: Array(plain.bytes.dropLast(2)),
            words: "the data of frame 1 are not closed",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
        Flaw(
            testDescription: "Data that are not closed before a trailer",
            input: Array(plain.bytes.dropLast(2)) + [0x3B],
            words: "the data of frame 1 are not closed",
            refusedBy: [.giflib],
            output: plain.bytes
        ),
    ]

    @Test(arguments: repaired)
    func `A flaw is named, mended, and gone`(_ flaw: Flaw) throws {
        let found = try Self.reread(flaw.input).flaws
        #expect(found.first.count == 1)
        #expect(found.first.first?.fact.contains(flaw.words) == true)
        #expect(found.first.first?.refusedBy == flaw.refusedBy)
        let mended = Plan([.repair]).edited(flaw.input, as: .gif)
        #expect(mended == flaw.output)
        #expect(try Self.reread(flaw.output).flaws.isEmpty)
    }

    @Test
    func `A file in order stays as it is`() throws {
        let header = try Self.reread(Self.plain.bytes)
        #expect(header.flaws.isEmpty && header.missingPixels == nil)
        #expect(Plan([.repair]).edited(Self.plain.bytes, as: .gif) == Self.plain.bytes)
    }

    static let later: [(String, GIFBytes, String)] = [
        (
            "outside the screen", GIFBytes(screen: 4, 2).image(at: 1, 0, size: 4, 2, data: data),
            "frame 2 reaches to 5 × 2 px, outside the screen of 4 × 2 px"
        ),
        (
            "not whole", GIFBytes(screen: 4, 2).image(size: 4, 2, data: subBlocks([4, 0, 1, 5])),
            "rows 0–1 of 2 are missing in frame 2"
        ),
        (
            "of codes without meaning",
            GIFBytes(screen: 4, 2).image(size: 4, 2, data: subBlocks([4, 0, 7])),
            "the data of frame 2 make no sense after row 0"
        ),
        (
            "of a code size that giflib refuses",
            GIFBytes(screen: 4, 2).image(size: 4, 2, codeSize: 12, data: data),
            "the code size of frame 2 is 12, and 2 to 8 are allowed"
        ),
    ]

    @Test(arguments: [(300, 0), (0, 300), (640, 480), (3000, 1)])
    func `A screen that others believe, and that reaches beyond the frame, is not written over`(
        _ width: Int,
        _ height: Int
    ) throws {
        let frame = Self.screen(width, height).image(at: 0, 0, size: 700, 1, data: Self.data)
        let header = try Self.reread(frame.trailer().bytes)
        let isHeld = width >= 700 && height >= 1
        let isInside = width <= 700 && height <= 1
        #expect(header.flaws.cures == (isHeld ? [] : isInside ? [.repair] : [.rewrite]))
    }

    @Test(arguments: later)
    func `A later frame that no edit mends`(_ name: String, _ frame: GIFBytes, words: String) throws
    {
        let image = Array(frame.bytes.dropFirst(19))
        let bytes = GIFBytes(screen: 4, 2).image(size: 4, 2, data: Self.data).raw(image).trailer()
        let header = try Self.reread(bytes.bytes)
        #expect(header.flaws.first.map(\.fact) == [words])
        #expect(header.flaws.cures == [.rewriteFrames])
        #expect(header.missingPixels == nil)
    }

    @Test(arguments: [0, 1, 9, 11] as [UInt8])
    func `A code size that is not allowed is named`(_ codeSize: UInt8) throws {
        let bytes = GIFBytes(screen: 4, 2).image(size: 4, 2, codeSize: codeSize, data: Self.data)
        let header = try Self.reread(bytes.trailer().bytes)
        let words = "the code size of frame 1 is \(codeSize), and 2 to 8 are allowed"
        #expect(header.flaws.first.map(\.fact) == [words])
        #expect(header.flaws.cures == [.rewrite])
    }

    @Test(arguments: [2, 8] as [UInt8])
    func `A code size that is allowed is no flaw`(_ codeSize: UInt8) throws {
        let bytes = GIFBytes(screen: 4, 2).image(size: 4, 2, codeSize: codeSize, data: Self.data)
        #expect(try Self.reread(bytes.trailer().bytes).flaws.isEmpty)
    }

    @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
    func `A frame needs a table of colours, its own or the file's`(isGlobal: Bool, isLocal: Bool)
        throws
    {
        let bytes = GIFBytes(screen: 4, 2, hasGlobalColors: isGlobal)
            .image(size: 4, 2, hasLocalColors: isLocal, data: Self.data).trailer().bytes
        let flaws = try Self.reread(bytes).flaws
        let words = isGlobal || isLocal ? [] : ["frame 1 has no table of colours"]
        #expect(flaws.first.map(\.fact) == words)
        #expect(flaws.cures == (words.isEmpty ? [] : [.rewrite]))
    }

    @Test(arguments: [0, 1, 2, 255] as [UInt8])
    func `A background is one of the colours`(_ index: UInt8) throws {
        var bytes = Self.plain.bytes
        bytes[GIFScreen.backgroundOffset] = index
        let isColor = index < 2
        let words = isColor ? [] : ["the background is colour \(index) of a table that has 2"]
        #expect(try Self.reread(bytes).flaws.first.map(\.fact) == words)
        #expect(Plan([.repair]).edited(bytes, as: .gif) == (isColor ? bytes : Self.plain.bytes))
        let none = GIFBytes(screen: 4, 2, hasGlobalColors: false)
            .image(size: 4, 2, hasLocalColors: true, data: Self.data).trailer().bytes
        var indexed = none
        indexed[GIFScreen.backgroundOffset] = index
        #expect(try Self.reread(indexed).flaws.isEmpty)
    }

    @Test(arguments: [(0, 0), (3, 0), (4, 1), (7, 1), (8, 2)])
    func `Rows that were never coded are counted`(_ pixelCount: Int, whole: Int) throws {
        var codes: [Int] = []
        for pixel in 0..<pixelCount { codes += pixel.isMultiple(of: 2) ? [4, 0] : [1] }
        let data = Self.subBlocks(codes + [5])
        let bytes = GIFBytes(screen: 4, 2).image(size: 4, 2, data: data).trailer().bytes
        let expected =
            whole == 2 ? nil : MissingPixels(.row, from: whole, count: 2 - whole, of: 2)
        #expect(try Self.reread(bytes).missingPixels == expected)
        var interlaced = bytes
        interlaced[19 + 9] |= 0x40
        #expect(
            try Self.reread(interlaced).missingPixels?.description
                == [0: "2 of 2 rows are missing", 1: "1 of 2 rows is missing"][whole]
        )
    }

    @Test
    func `What closes a file that was cut off is none of its codes`() throws {
        let cut = Array(Self.plain.bytes.dropLast(5))
        let rows = try Self.reread(cut).missingPixels
        #expect(rows == MissingPixels(.row, from: 0, count: 2, of: 2))
        #expect(try Self.reread(cut + [0, 0x3B]).missingPixels == rows)
    }

    @Test
    func `A file whose only frame has no pixels has none`() throws {
        let bytes = GIFBytes(screen: 4, 2).image(size: 0, 0, data: Self.data).trailer().bytes
        #expect(
            try Self.reread(bytes).missingPixels == MissingPixels(.row, from: 0, count: 2, of: 2)
        )
    }

    @Test(arguments: [plain.bytes] + repaired.map(\.input))
    func `Truncated and changed, it is read and mended without a trap`(_ bytes: [UInt8]) throws {
        for offset in bytes.indices {
            for change: UInt8 in [0xFF, 0x01, bytes[offset]] {
                var changed = bytes
                changed[offset] ^= change
                for variant in [changed, Array(bytes.prefix(offset))] {
                    _ = try? Self.reread(variant)
                    guard let mended = Plan([.repair]).edited(variant, as: .gif) else { continue }
                    #expect(Plan([.repair]).edited(mended, as: .gif) == mended)
                }
            }
        }
    }
}
