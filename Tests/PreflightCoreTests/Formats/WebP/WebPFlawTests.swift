import Testing

@testable import PreflightCore

/// What libwebp and its tools refuse about a WebP file whose picture is whole, and how an edit mends it.
struct WebPFlawTests {
    struct Flaw: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: [UInt8]
        let words: [String]
        let output: [UInt8]
    }

    static let plain = WebPBytes().lossy(4, 3)
    static let odd = WebPBytes().chunk("VP8L", WebPBytes.losslessPayload(4, 3) + [1])
    static let size = plain.chunks.count + 4

    static func extended(_ flags: UInt8 = 0) -> WebPBytes {
        WebPBytes().extended(4, 3, flags: flags)
    }

    /// A canvas chunk with two bytes more than it should have.
    static let longCanvas = WebPBytes()
        .chunk("VP8X", Array(extended().chunks.dropFirst(8)) + [7, 7])

    /// A canvas and a frame.
    static let animation = extended(0x02).chunk("ANIM", [0, 0, 0, 0, 0, 0])
        .frame(size: 4, 3, contents: plain)

    static let sizes: [Flaw] = [
        Flaw(
            testDescription: "A RIFF size that is too small",
            input: plain.file(riffSize: size - 1),
            words: ["the RIFF size is \(size - 1), and the chunks take \(size) bytes"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "A RIFF size of nothing",
            input: plain.file(riffSize: 0),
            words: ["the RIFF size is 0, and the chunks take \(size) bytes"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "A RIFF size that is too large",
            input: plain.file(riffSize: size + 1),
            words: ["the RIFF size is \(size + 1), and the chunks take \(size) bytes"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "Bytes that are no chunk inside the RIFF size",
            input: plain.file(riffSize: size + 3) + [1, 2, 3],
            words: ["the RIFF size is \(size + 3), and the chunks take \(size) bytes"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "Half a chunk of metadata",
            input: Array(plain.chunk("XMP ", [1, 2, 3, 4]).file().dropLast()),
            words: ["the RIFF size is \(size + 12), and the chunks take \(size) bytes"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "No padding at the end",
            input: Array(odd.file().dropLast()),
            words: ["the VP8L chunk at byte 12 has an odd size and no padding"],
            output: odd.file()
        ),
        Flaw(
            testDescription: "No padding before another chunk",
            input: {
                let image = Array(odd.chunks.dropLast())
                var file = extended(0x08).file() + image + WebPBytes().chunk("EXIF", [1, 2]).chunks
                file[4] = UInt8(file.count - 8)
                return file
            }(),
            words: ["the VP8L chunk at byte 30 has an odd size and no padding"],
            output: WebPBytes().extended(4, 3, flags: 0x08)
                .chunk("VP8L", WebPBytes.losslessPayload(4, 3) + [1]).chunk("EXIF", [1, 2]).file()
        ),
    ]

    static let chunks: [Flaw] = [
        Flaw(
            testDescription: "A canvas chunk that is too long",
            input: longCanvas.lossy(4, 3).file(),
            words: ["the VP8X chunk at byte 12 has 12 bytes of data, not 10"],
            output: extended().lossy(4, 3).file()
        ),
        Flaw(
            testDescription: "Metadata that is not announced",
            input: extended().lossy(4, 3).chunk("EXIF", [1, 2]).file(),
            words: ["the EXIF chunk at byte 50 is not announced by the VP8X chunk"],
            output: extended().lossy(4, 3).file()
        ),
        Flaw(
            testDescription: "A profile after the picture",
            input: extended(0x20).lossy(4, 3).chunk("ICCP", [1, 2]).file(),
            words: ["the ICCP chunk at byte 50 stands after the picture"],
            output: extended(0x20).chunk("ICCP", [1, 2]).lossy(4, 3).file()
        ),
        Flaw(
            testDescription: "A profile that is announced and not there",
            input: extended(0x20).lossy(4, 3).file(),
            words: ["the VP8X chunk at byte 12 announces an ICCP chunk that is not there"],
            output: extended().lossy(4, 3).file()
        ),
        Flaw(
            testDescription: "Metadata that are announced and not there",
            input: extended(0x0C).lossy(4, 3).file(),
            words: [
                "the VP8X chunk at byte 12 announces an EXIF chunk that is not there",
                "the VP8X chunk at byte 12 announces an XMP chunk that is not there",
            ],
            output: extended().lossy(4, 3).file()
        ),
        Flaw(
            testDescription: "A canvas after the picture",
            input: WebPBytes().lossy(4, 3).extended(4, 3).file(),
            words: ["the VP8X chunk at byte 32 stands in a file that is one picture"],
            output: plain.file()
        ),
        Flaw(
            testDescription: "A frame without a picture",
            input: animation.frame(size: 4, 3, contents: WebPBytes()).file(),
            words: ["the ANMF chunk at byte 88 has no picture"],
            output: animation.file()
        ),
        Flaw(
            testDescription: "A second picture",
            input: plain.lossless(4, 3).file(),
            words: ["the VP8L chunk at byte 32 is a second picture"],
            output: plain.file()
        ),
    ]

    @Test(arguments: sizes + chunks)
    func `A flaw is named, mended, and gone`(_ flaw: Flaw) throws {
        let found = try ImageHeader(reading: flaw.input.span, as: .webp).flaws
        #expect(found.first.map(\.fact) == flaw.words)
        #expect(Plan([.repair]).edited(flaw.input, as: .webp) == flaw.output)
        let after = try ImageHeader(reading: flaw.output.span, as: .webp)
        #expect(after.flaws.isEmpty && after.hasEndMarker && after.trailingByteCount == 0)
    }

    static let whole: [(String, [UInt8])] = [
        ("simple", plain.file()),
        ("odd", odd.file()),
        ("with trailing bytes", plain.file() + [1, 2, 3]),
        (
            "extended",
            extended(0x2C).chunk("ICCP", [1]).lossy(4, 3).chunk("EXIF", [1])
                .chunk("XMP ", [2]).file()
        ),
        ("with what nobody knows", extended().lossy(4, 3).chunk("ABCD", [1]).file()),
    ]

    @Test(arguments: whole)
    func `A file in order has none`(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try ImageHeader(reading: bytes.span, as: .webp).flaws.isEmpty)
    }

    @Test
    func `A frame whose picture has another size has to be written anew, or go`() throws {
        let bytes = Self.animation.frame(size: 4, 2, contents: Self.plain).file()
        let flaws = try ImageHeader(reading: bytes.span, as: .webp).flaws
        #expect(flaws.first.map(\.fact).first?.hasSuffix("px, and its picture 4 × 3 px") == true)
        #expect(flaws.cures == [.rewriteFrames])
        #expect(flaws.needRewriting(keepingFirstFrameOnly: false))
        #expect(!flaws.needRewriting(keepingFirstFrameOnly: true))
    }

    @Test
    func `A picture or a frame that is cut is not whole, whatever size is claimed`() throws {
        let animation = Self.extended(0x02).chunk("ANIM", [0, 0, 0, 0, 0, 0])
            .frame(size: 4, 3, contents: Self.plain)
            .frame(size: 4, 3, contents: Self.plain)
        for bytes in [Self.plain.file(), animation.file()].map({ Array($0.dropLast(2)) }) {
            let header = try ImageHeader(reading: bytes.span, as: .webp)
            #expect(header.flaws.isEmpty && !header.hasEndMarker)
            #expect(Plan([.repair]).edited(bytes, as: .webp) == nil)
        }
    }
}
