import PreflightCore
import Testing

@testable import struct PreflightCore.PNGChunk

/// What stays of a PNG file and what goes, chunk by chunk.
struct PNGEditTests {
    static let end = PNGChunk.bytes(type: PNGChunk.imageEnd)
    static let plain = PNGBytes().imageData().end().bytes

    /// A file with one chunk before its picture.
    static func file(_ type: String, _ data: [UInt8] = [1, 2]) -> [UInt8] {
        PNGBytes().chunk(type, data).imageData().end().bytes
    }

    /// Chunks that can change what is seen, each of a length that it may have.
    static let kept: [EditCase] =
        [
            ("tRNS", 6), ("cHRM", 32), ("gAMA", 4), ("sBIT", 3), ("sRGB", 1), ("cICP", 4),
            ("mDCV", 24),
            ("cLLI", 8), ("bKGD", 6), ("pHYs", 9), ("fcTL", 26),
            ("PLTE", 3),
            ("ABCD", 2),
        ]
        .map { (type: String, byteCount: Int) in
            let data = [UInt8](repeating: 0, count: byteCount)
            return EditCase("\(type) stays", .stripMetadata, keeping: file(type, data))
        } + [EditCase("iCCP stays", .stripMetadata, keeping: file("iCCP", Array("k\0\0abc".utf8)))]
        + [
            EditCase(
                "acTL of no frame goes",
                .stripMetadata,
                from: file("acTL", [UInt8](repeating: 0, count: 8)),
                to: plain
            ),
            EditCase(
                "fdAT of no frame goes",
                .trim,
                from: file("fdAT", [0, 0, 0, 0, 1]),
                to: plain
            ),
        ]

    static let dropped: [EditCase] = [
        "eXIf", "tEXt", "zTXt", "iTXt", "hIST", "sPLT", "oFFs", "iDOT", "caBX",
    ]
    .flatMap { type in
        [
            EditCase("\(type) goes", .stripMetadata, from: file(type), to: plain),
            EditCase("\(type) stays without being asked", .trim, keeping: file(type)),
        ]
    }

    static let minimal = PNGChunk.bytes(
        type: PNGChunk.exif,
        data: ExifBytes.orientation(6, isLittleEndian: false)
    )

    static let exif: [EditCase] = [
        EditCase(
            "Upright, nothing is left",
            .stripMetadata,
            from: file("eXIf", ExifBytes.orientation(1)),
            to: plain
        ),
        EditCase(
            "Turned, the orientation is left",
            .stripMetadata,
            from: file("eXIf", ExifBytes.orientation(6)),
            to: PNGBytes().appending(minimal).imageData().end().bytes
        ),
        EditCase(
            "In its place, and of two the first",
            .stripMetadata,
            from: PNGBytes().imageData().chunk("eXIf", ExifBytes.orientation(6))
                .chunk("eXIf", ExifBytes.orientation(3)).end().bytes,
            to: PNGBytes().imageData().appending(minimal).end().bytes
        ),
    ]

    static let animated = PNGBytes().animation(claiming: 2).frameControl().imageData()
        .frameControl().frameData()

    static let frames: [EditCase] = [
        EditCase("Two frames", .firstFrame(of: 2), from: animated.end().bytes, to: plain),
        EditCase("Two frames stay", .stripMetadata, keeping: animated.end().bytes),
        EditCase(
            "The picture that stills show, though it is no frame",
            .firstFrame(of: 1),
            from: PNGBytes().animation(claiming: 1).imageData().frameControl().frameData().end()
                .bytes,
            to: plain
        ),
        EditCase(
            "No picture but that of a frame",
            .firstFrame(of: 1),
            from: PNGBytes().animation(claiming: 1).chunk("IDAT").frameControl().frameData().end()
                .bytes,
            to: nil
        ),
        EditCase(
            "The second is cut off",
            .firstFrame(of: 2),
            from: animated.bytes.dropped(last: 1),
            to: PNGBytes().imageData().bytes + end
        ),
        EditCase("Of an animation", .trim, from: animated.bytes.dropped(last: 1), to: nil),
    ]

    static let picture = PNGBytes().imageData().bytes

    static let ends: [EditCase] = [
        EditCase("Nothing to cut", .trim, keeping: plain),
        EditCase("Cut after the end", .trim, from: plain + [0], to: plain),
        EditCase("Stripping cuts too", .stripMetadata, from: plain + plain, to: plain),
        EditCase("No end", .trim, from: picture, to: picture + end),
        EditCase("Half an end", .trim, from: picture + end.dropped(last: 1), to: picture + end),
        EditCase("Half a header", .trim, from: picture + end.prefix(7), to: picture + end),
        EditCase(
            "Half a text",
            .trim,
            from: picture + [0, 0, 0, 9] + Array("tEXtabc".utf8),
            to: picture + end
        ),
        EditCase(
            "No chunk, a little of it",
            .trim,
            from: picture + [0, 0, 0, 0, 0, 0, 0],
            to: picture + end
        ),
        EditCase("No chunk", .trim, from: picture + [0, 0, 0, 0, 0, 0, 0, 0], to: nil),
        EditCase("Image data without its checksum", .trim, from: picture.dropped(last: 1), to: nil),
        EditCase(
            "A second part of it",
            .trim,
            from: picture + [0, 0, 0, 9] + Array("IDATab".utf8),
            to: nil
        ),
        EditCase(
            "A palette cut off",
            .trim,
            from: picture + [0, 0, 0, 9] + Array("PLTEab".utf8),
            to: nil
        ),
        EditCase("No picture", .trim, from: PNGBytes().bytes, to: nil),
    ]

    @Test(arguments: kept + dropped + exif + frames + ends)
    func `What comes of a file`(_ edit: EditCase) {
        #expect(edit.result(as: .png) == edit.expected)
    }

    @Test
    func `A new chunk has the checksum of the specification's own example`() {
        let bytes: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        #expect(Self.end == bytes)
    }
}

extension [UInt8] {
    /// All but the last `count` bytes.
    fileprivate func dropped(last count: Int) -> [UInt8] { Array(dropLast(count)) }
}
