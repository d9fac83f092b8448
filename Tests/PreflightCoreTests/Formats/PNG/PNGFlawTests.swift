import Fixtures
import Testing

@testable import PreflightCore

/// What decoders refuse about a PNG file whose pixels are all there, and how an edit mends it.
struct PNGFlawTests {
    /// Four by three pixels, row by row after their filter, and how the file stores them.
    static let rows: [UInt8] = (0..<39).map { $0 % 13 == 0 ? 0 : UInt8($0) }
    static let stream = ZlibBytes.stored(rows)
    static let plain = PNGBytes().chunk("IDAT", stream).end().bytes

    struct Flaw: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: [UInt8]
        /// What the finding says, in part.
        let words: String
        let output: [UInt8]

        init(_ name: String, _ input: PNGBytes, _ words: String, to output: [UInt8] = plain) {
            testDescription = name
            self.input = input.bytes
            self.words = words
            self.output = output
        }
    }

    static func before(_ type: String, _ data: [UInt8], checksum: [UInt8]? = nil) -> PNGBytes {
        PNGBytes().chunk(type, data, checksum: checksum).chunk("IDAT", stream).end()
    }

    static let wrong: [UInt8] = [1, 2, 3, 4]

    static let checksums: [Flaw] = [
        Flaw(
            "Of a text",
            before("tEXt", Array("k\0v".utf8), checksum: wrong),
            "the checksum of the tEXt chunk at byte 33 is wrong"
        ),
        Flaw(
            "Of a size, which libpng leaves out",
            before("pHYs", [UInt8](repeating: 1, count: 9), checksum: wrong),
            "pHYs chunk at byte 33 is wrong, so that libpng leaves it out"
        ),
        Flaw(
            "Of the image data",
            PNGBytes().chunk("IDAT", stream, checksum: wrong).end(),
            "the checksum of the IDAT chunk at byte 33 is wrong"
        ),
        Flaw(
            "Of one part of the image data",
            PNGBytes().chunk("IDAT", Array(stream[..<9]), checksum: wrong)
                .chunk("IDAT", Array(stream[9...])).end(),
            "the checksum of the IDAT chunk at byte 33 is wrong",
            to: PNGBytes().chunk("IDAT", Array(stream[..<9])).chunk("IDAT", Array(stream[9...]))
                .end().bytes
        ),
        Flaw(
            "Of the end",
            PNGBytes().chunk("IDAT", stream).chunk("IEND", [], checksum: wrong),
            "the checksum of the IEND chunk at byte"
        ),
        Flaw(
            "Of the palette",
            before("PLTE", [1, 2, 3], checksum: wrong),
            "the checksum of the PLTE chunk",
            to: before("PLTE", [1, 2, 3]).bytes
        ),
        Flaw(
            "Of a text after the picture",
            PNGBytes().chunk("IDAT", stream).chunk("tEXt", [], checksum: wrong).end(),
            "the checksum of the tEXt chunk at byte"
        ),
    ]

    static let ends: [Flaw] = [1, 3]
        .map { count in
            Flaw(
                "An end with \(count) of data",
                PNGBytes().chunk("IDAT", stream)
                    .chunk("IEND", [UInt8](repeating: 7, count: count)),
                "has \(count) \(count == 1 ? "byte" : "bytes") of data, not 0 (Go refuses it)"
            )
        }

    static let sums: [Flaw] = [
        Flaw(
            "A wrong Adler sum",
            PNGBytes().chunk("IDAT", stream.dropLast() + [stream.last.map { $0 ^ 1 } ?? 0]).end(),
            "the Adler checksum of the image data is wrong (Pillow and Go refuse it)"
        ),
        Flaw(
            "A wrong Adler sum in two parts",
            PNGBytes().chunk("IDAT", Array(stream.dropLast(2)))
                .chunk("IDAT", [stream[stream.count - 2] ^ 1, 0]).end(),
            "the Adler checksum of the image data is wrong"
        ),
        Flaw(
            "No Adler sum",
            PNGBytes().chunk("IDAT", Array(stream.dropLast(4))).end(),
            "the image data have no Adler checksum"
        ),
        Flaw(
            "Half an Adler sum",
            PNGBytes().chunk("IDAT", Array(stream.dropLast(2))).end(),
            "the image data have no Adler checksum"
        ),
    ]

    static let lengths: [Flaw] = [
        ("cHRM", 32), ("sRGB", 1), ("pHYs", 9), ("gAMA", 4), ("tIME", 7), ("cICP", 4), ("sBIT", 3),
        ("bKGD", 6), ("tRNS", 6), ("mDCV", 24), ("cLLI", 8),
    ]
    .flatMap { (type: String, right: Int) in
        [0, right - 1, right + 1]
            .map { count in
                Flaw(
                    "\(type) of \(count) bytes",
                    before(type, [UInt8](repeating: 0, count: count)),
                    "the \(type) chunk at byte 33 has \(count) bytes of data, not \(right)"
                )
            }
    }

    static let mebibyte = ZlibBytes.stored([UInt8](repeating: 0x78, count: 1 << 20))
    static let more = ZlibBytes.stored([UInt8](repeating: 0x78, count: 1 << 20 + 1))

    static let texts: [Flaw] = [
        Flaw("zTXt", before("zTXt", Array("k\0\0".utf8) + more), "holds more than 1 MiB"),
        Flaw("iTXt", before("iTXt", Array("k\0\u{1}\0\0\0".utf8) + more), "holds more than 1 MiB"),
        Flaw("iCCP", before("iCCP", Array("k\0\0".utf8) + more), "holds more than 1 MiB"),
        Flaw("iCCP without a name", before("iCCP", [1, 2]), "is no profile"),
        Flaw(
            "zTXt by another method",
            before("zTXt", Array("k\0\u{1}abc".utf8)),
            "is compressed by an unknown method"
        ),
    ]

    static func reread(_ bytes: [UInt8]) -> ImageFacts {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        return facts
    }

    static func message(_ facts: ImageFacts) throws -> String? {
        var header = try facts.header.get()
        header.missingPixels = nil
        var whole = facts
        whole.header = .success(header)
        let image = InspectedImage(label: .none, facts: whole)
        return RuleTable.sample().findings(for: image, amongImages: 1)
            .first { $0.code == .damaged }?
            .message.description.lowercased()
    }

    @Test(arguments: checksums + sums + lengths + texts + ends)
    func `A flaw is named, mended, and gone`(_ flaw: Flaw) throws {
        let facts = Self.reread(flaw.input)
        #expect(try Self.message(facts)?.contains(flaw.words.lowercased()) == true)
        #expect(try facts.header.get().flaws.cures == [.repair])
        let mended = try #require(Plan([.repair]).edited(flaw.input, as: .png))
        #expect(mended == flaw.output)
        #expect(mended.count <= flaw.input.count + 64)
        #expect(try Self.message(Self.reread(mended)) == nil)
    }

    @Test(
        arguments: [
            ("plain", plain),
            ("text of 1 MiB", before("zTXt", Array("k\0\0".utf8) + mebibyte).bytes),
            ("bytes after the stream", PNGBytes().chunk("IDAT", stream + [1, 2]).end().bytes),
        ]
    )
    func `What decoders take has no flaw`(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try Self.message(Self.reread(bytes)) == nil)
        #expect(Plan([.repair]).edited(bytes, as: .png) == bytes)
    }

    @Test
    func `A wrong checksum around wrong data is damage and not a flaw`() throws {
        var changed = Self.stream
        changed[10] ^= 0xFF
        let bytes = PNGBytes().chunk("IDAT", changed, checksum: Self.wrong).end().bytes
        #expect(try Self.message(Self.reread(bytes)) == nil)
    }

    @Test(arguments: [0, 12, 13, 25, 26, 38])
    func `Rows that were never written are counted`(_ byteCount: Int) throws {
        let stream = ZlibBytes.stored(Array(Self.rows.prefix(byteCount)))
        let facts = Self.reread(PNGBytes().chunk("IDAT", stream).end().bytes)
        let first = byteCount / 13
        let expected = MissingPixels(.row, from: first, count: 3 - first, of: 3)
        #expect(try facts.header.get().missingPixels == expected)
        #expect(try Self.reread(Self.plain).header.get().missingPixels == nil)
    }

    /// Bytes after the last row are left out; but where the checksum of the header is wrong too, they
    /// may be rows.
    @Test(arguments: [(0, false), (1, false), (0, true), (1, true)])
    func `A size is not believed that its checksum and the data contradict`(
        _ surplusByteCount: Int,
        _ isChecksumWrong: Bool
    ) {
        let rows = Self.rows + [UInt8](repeating: 0, count: surplusByteCount)
        var bytes = PNGBytes().chunk("IDAT", ZlibBytes.stored(rows)).end().bytes
        if isChecksumWrong { bytes[32] ^= 1 }
        let header = try? Self.reread(bytes).header.get()
        #expect((header == nil) == (isChecksumWrong && surplusByteCount > 0))
    }

    @Test
    func `Rows for which there are zeros and no data are counted`() throws {
        let bytes = try Fixture.zerosPng.bytes()
        let missing = try #require(try Self.reread(bytes).header.get().missingPixels)
        #expect(missing.part == .row && missing.total == 240)
        #expect(missing.first == 219 && missing.count == 21)
    }

    @Test(arguments: [(0, 1), (3, 4), (4, 5), (12, 6), (15, 7), (18, 8)])
    func `Passes of an interlaced picture are counted`(_ byteCount: Int, first: Int) throws {
        // Four by three pixels of one byte: 2, 0, 0, 2, 3, 6 and 5 bytes with their filters.
        let picture = PNGBytes(colorType: 0, methods: [0, 0, 1])
        let all = [UInt8](repeating: 0, count: 18)
        let facts = Self.reread(
            picture.chunk("IDAT", ZlibBytes.stored(Array(all.prefix(byteCount)))).end().bytes
        )
        let missing = try facts.header.get().missingPixels
        if byteCount >= all.count {
            #expect(missing == nil)
        } else {
            #expect(missing?.part == .pass)
            #expect(missing?.first == first)
            #expect(missing.map { $0.first + $0.count } == 8)
        }
    }

    static let hostile = [plain] + (checksums + sums).map(\.input)

    @Test(arguments: hostile)
    func `Truncated and changed, it is read and mended without a trap`(_ bytes: [UInt8]) {
        for byteCount in 0...bytes.count {
            let cut = Array(bytes.prefix(byteCount))
            _ = Self.reread(cut)
            _ = Plan([.repair]).edited(cut, as: .png)
        }
        for offset in bytes.indices {
            for change: UInt8 in [0xFF, 0x01, bytes[offset]] {
                var changed = bytes
                changed[offset] ^= change
                _ = Self.reread(changed)
                guard let mended = Plan([.repair]).edited(changed, as: .png) else { continue }
                #expect(Plan([.repair]).edited(mended, as: .png) == mended)
            }
        }
    }
}

/// Animations whose chunks are out of order, promised and missing, or in the wrong place.
struct PNGAnimationFlawTests {
    static let stream = PNGFlawTests.stream
    static let still = PNGBytes().animation(claiming: 2).frameControl().chunk("IDAT", stream)
    static let sound = still.frameControl().frameData(stream).end().bytes

    @Test
    func `An animation in order has no flaw`() throws {
        #expect(try PNGFlawTests.message(PNGFlawTests.reread(Self.sound)) == nil)
    }

    @Test
    func `Numbers out of sequence are written anew`() throws {
        // Another frame is taken out of the middle.
        let longer = Self.still.frameControl().frameData(Self.stream)
        let removed = Array(longer.frameControl().frameData(Self.stream).end().bytes)
        let start = Self.still.bytes.count
        let second = longer.bytes.count
        let bytes = Array(removed[..<start] + removed[second...])
        let message = try PNGFlawTests.message(PNGFlawTests.reread(bytes))
        #expect(message?.contains("out of sequence (pillow and browsers refuse it)") == true)
        #expect(Plan([.repair]).edited(bytes, as: .png) == Self.sound)
    }

    @Test
    func `Frames that are promised and not there are no longer promised`() throws {
        let promising = PNGBytes().animation(claiming: 3).frameControl().chunk("IDAT", Self.stream)
            .frameControl().frameData(Self.stream).end().bytes
        let message = try PNGFlawTests.message(PNGFlawTests.reread(promising))
        #expect(message?.contains("the actl chunk promises 3 frames, and there are 2") == true)
        #expect(Plan([.repair]).edited(promising, as: .png) == Self.sound)
    }

    @Test(arguments: [(1, 0, 4, 3), (0, 1, 4, 3), (0, 0, 0, 3)])
    func `A frame outside the picture cannot be repaired`(
        x: Int,
        y: Int,
        width: Int,
        height: Int
    ) throws {
        let outside = Self.still.frameControl(x: x, y: y, width: width, height: height)
            .frameData(Self.stream).end().bytes
        let facts = PNGFlawTests.reread(outside)
        #expect(try facts.header.get().flaws.cures.contains(.rewriteFrames))
        #expect(
            Plan([.firstFrame(of: 2), .repair]).edited(outside, as: .png) == PNGFlawTests.plain
        )
    }

    @Test(arguments: [1, 2])
    func `An animation without a frame is a still picture`(claim: Int) throws {
        let bytes = PNGBytes().animation(claiming: claim).chunk("IDAT", Self.stream).end().bytes
        let message = try PNGFlawTests.message(PNGFlawTests.reread(bytes))
        let frames = claim == 1 ? "a frame" : "2 frames"
        #expect(message?.contains("promises \(frames), and there is none (pillow refuses") == true)
        #expect(Plan([.repair]).edited(bytes, as: .png) == PNGFlawTests.plain)
    }

    @Test(arguments: [0, 25, 27])
    func `A frame that is dropped is no longer promised`(_ byteCount: Int) throws {
        let bytes = PNGBytes().animation(claiming: 1)
            .chunk("fcTL", [UInt8](repeating: 0, count: byteCount)).chunk("IDAT", Self.stream)
            .end().bytes
        #expect(try PNGFlawTests.reread(bytes).header.get().flaws.cures == [.repair])
        #expect(Plan([.repair]).edited(bytes, as: .png) == PNGFlawTests.plain)
    }
}

/// The checksum of chunks, which takes eight bytes at a time.
struct CRC32StrideTests {
    @Test(arguments: 0...40)
    func `Any number of bytes, in any two parts`(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        var register = UInt32.max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 {
                register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1
            }
        }
        for split in 0...count {
            var checksum = CRC32()
            checksum.update(Array(bytes[..<split]))
            checksum.update(Array(bytes[split...]))
            #expect(checksum.value == ~register)
        }
    }
}
