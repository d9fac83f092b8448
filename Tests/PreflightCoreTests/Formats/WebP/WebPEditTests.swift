import PreflightCore
import Testing

/// What stays of a WebP file and what goes, chunk by chunk.
struct WebPEditTests {
    static let simple = WebPBytes().lossy(4, 3)
    static let turned = ExifBytes.orientation(6)
    static let minimal = ExifBytes.orientation(6, isLittleEndian: false)

    /// An extended file, whose flags are those of EXIF and XMP unless others are given.
    static func extended(_ flags: UInt8 = 0x0C) -> WebPBytes {
        WebPBytes().extended(4, 3, flags: flags)
    }

    static let metadata: [EditCase] = [
        EditCase(
            "EXIF and XMP go",
            .stripMetadata,
            from: extended().lossy(4, 3).chunk("EXIF", [1]).chunk("XMP ", [2]).file(),
            to: extended(0).lossy(4, 3).file()
        ),
        EditCase(
            "Unclaimed EXIF goes",
            .stripMetadata,
            from: extended(0).lossy(4, 3).chunk("EXIF", turned).file(),
            to: extended(0).lossy(4, 3).file()
        ),
        EditCase(
            "EXIF and XMP stay without being asked",
            .trim,
            keeping: extended().lossy(4, 3).chunk("EXIF", [1]).chunk("XMP ", [2]).file()
        ),
        EditCase(
            "A profile and alpha stay",
            .stripMetadata,
            keeping: extended(0x30).chunk("ICCP", [1]).chunk("ALPH", [0]).lossy(4, 3).file()
        ),
        EditCase(
            "Frames stay",
            .stripMetadata,
            keeping: extended(0x02).chunk("ANIM", [0, 0, 0, 0, 0, 0])
                .frame(size: 4, 3, contents: simple).file()
        ),
        EditCase(
            "Chunks that nobody knows go",
            .stripMetadata,
            from: extended(0).chunk("ABCD", [1]).lossy(4, 3).file(),
            to: extended(0).lossy(4, 3).file()
        ),
        EditCase(
            "Turned, the orientation is left",
            .stripMetadata,
            from: extended().lossy(4, 3).chunk("EXIF", turned).chunk("XMP ", [2]).file(),
            to: extended(0x08).lossy(4, 3).chunk("EXIF", minimal).file()
        ),
        EditCase(
            "Of two the first counts",
            .stripMetadata,
            from: extended().lossy(4, 3).chunk("EXIF", turned).chunk("EXIF", [2]).file(),
            to: extended(0x08).lossy(4, 3).chunk("EXIF", minimal).file()
        ),
        EditCase(
            "What follows a simple picture goes",
            .stripMetadata,
            from: simple.chunk("EXIF", turned).lossless(4, 3).file(),
            to: simple.file()
        ),
    ]

    static let alpha = WebPBytes().chunk("ALPH", [0]).lossy(4, 3)
    static let lossless = WebPBytes().lossless(4, 3, usesAlpha: true)

    /// An animation whose first frame is `contents`.
    static func animation(_ contents: WebPBytes, flags: UInt8 = 0x12) -> WebPBytes {
        extended(flags).chunk("ANIM", [0, 0, 0, 0, 0, 0]).frame(size: 4, 3, contents: contents)
            .frame(size: 2, 2, contents: WebPBytes().lossy(2, 2))
    }

    static let frames: [EditCase] =
        [
            EditCase(
                "Lossy",
                .firstFrame(of: 2),
                from: animation(simple).file(),
                to: extended(0).lossy(4, 3).file()
            ),
            EditCase(
                "Lossy with alpha",
                .firstFrame(of: 2),
                from: animation(alpha).file(),
                to: extended(0x10).chunk("ALPH", [0]).lossy(4, 3).file()
            ),
            EditCase(
                "Lossless with alpha",
                .firstFrame(of: 2),
                from: animation(lossless).file(),
                to: extended(0x10).lossless(4, 3, usesAlpha: true).file()
            ),
            EditCase(
                "Lossless without",
                .firstFrame(of: 2),
                from: animation(WebPBytes().lossless(4, 3)).file(),
                to: extended(0).lossless(4, 3).file()
            ),
            EditCase(
                "What nobody knows in a frame goes",
                .firstFrame(of: 2),
                from: animation(WebPBytes().chunk("ABCD", [1]).lossy(4, 3)).file(),
                to: extended(0).lossy(4, 3).file()
            ),
            EditCase(
                "EXIF stays",
                .firstFrame(of: 2),
                from: animation(simple, flags: 0x0A).chunk("EXIF", turned).file(),
                to: extended(0x08).lossy(4, 3).chunk("EXIF", turned).file()
            ),
        ]
        + partial.map { name, animation in
            EditCase(name, .firstFrame(of: 2), from: animation.file(), to: nil)
        }

    static let partial: [(String, WebPBytes)] = [
        ("Narrower", extended(2).frame(size: 3, 3, contents: WebPBytes().lossy(3, 3))),
        ("Lower", extended(2).frame(size: 4, 2, contents: WebPBytes().lossy(4, 2))),
        ("To the right", extended(2).frame(at: 2, 0, size: 4, 3, contents: simple)),
        ("Below", extended(2).frame(at: 0, 2, size: 4, 3, contents: simple)),
        ("Another size inside", extended(2).frame(size: 4, 3, contents: WebPBytes().lossy(3, 3))),
        ("No picture", extended(2).frame(size: 4, 3, contents: WebPBytes().chunk("ALPH", [0]))),
    ]

    static let ends: [EditCase] = [
        EditCase("Nothing to cut", .trim, keeping: simple.file()),
        EditCase("Cut after the end", .trim, from: simple.file() + [0], to: simple.file()),
        EditCase(
            "Stripping cuts too",
            .stripMetadata,
            from: simple.file() + simple.file(),
            to: simple.file()
        ),
        EditCase(
            "Size without padding, which is there",
            .trim,
            from: odd.file(riffSize: odd.chunks.count + 3),
            to: odd.file()
        ),
        EditCase("Padding missing", .trim, from: odd.file().dropLast(), to: odd.file()),
        EditCase("Too large a size", .trim, from: simple.file(riffSize: 999), to: simple.file()),
        EditCase(
            "Less than a chunk before the end",
            .trim,
            from: simple.file(riffSize: simple.chunks.count + 11) + [1, 2, 3, 4, 5, 6, 7],
            to: simple.file()
        ),
        EditCase(
            "Half an XMP chunk",
            .trim,
            from: extended(0x04).lossy(4, 3).chunk("XMP ", [1, 2]).file().dropLast(),
            to: extended(0).lossy(4, 3).file()
        ),
        EditCase(
            "Half an EXIF chunk, turned",
            .trim,
            from: extended(0x08).lossy(4, 3).chunk("EXIF", turned).file().dropLast(2),
            to: extended(0x08).lossy(4, 3).chunk("EXIF", minimal).file()
        ),
        EditCase("Half a picture", .trim, from: simple.file().dropLast(), to: nil),
        EditCase(
            "Half a picture by the size",
            .trim,
            from: simple.file(riffSize: simple.chunks.count + 3),
            to: simple.file()
        ),
        EditCase("Half a second frame", .trim, from: animation(simple).file().dropLast(), to: nil),
        EditCase(
            "Half a second frame that goes",
            .firstFrame(of: 2),
            from: animation(simple).file().dropLast(),
            to: extended(0).lossy(4, 3).file()
        ),
    ]

    static let odd = WebPBytes().chunk("VP8 ", WebPBytes.lossyPayload(4, 3) + [0])

    @Test(arguments: metadata + frames + ends)
    func `What comes of a file`(_ edit: EditCase) {
        #expect(edit.result(as: .webp) == edit.expected)
    }
}
