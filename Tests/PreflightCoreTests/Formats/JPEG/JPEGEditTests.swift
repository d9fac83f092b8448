import PreflightCore
import Testing

/// What stays of a JPEG file and what goes, segment by segment.
struct JPEGEditTests {
    static let start = JPEGBytes()
    static let turned = ExifBytes.orientation(6)
    static let minimal = ExifBytes.orientation(6, isLittleEndian: false)

    static func picture(after start: JPEGBytes) -> JPEGBytes { start.frame().scan() }

    static let plain = picture(after: start).end().bytes

    /// A file with one segment before its picture.
    static func file(_ code: UInt8, _ payload: String) -> [UInt8] {
        picture(after: start.segment(code, Array(payload.utf8))).end().bytes
    }

    static let metadata: [EditCase] = [
        EditCase("JFIF stays", .stripMetadata, keeping: file(0xE0, "JFIF\0........")),
        EditCase("Adobe stays", .stripMetadata, keeping: file(0xEE, "Adobe......\u{1}")),
        EditCase(
            "A profile stays",
            .stripMetadata,
            keeping: picture(after: start.profilePart(1, of: 1, [1])).end().bytes
        ),
        EditCase("JFXX goes", .stripMetadata, from: file(0xE0, "JFXX\0."), to: plain),
        EditCase("XMP goes", .stripMetadata, from: file(0xE1, "http://ns.adobe"), to: plain),
        EditCase("MPF goes", .stripMetadata, from: file(0xE2, "MPF\0"), to: plain),
        EditCase("FPXR goes", .stripMetadata, from: file(0xE2, "FPXR\0"), to: plain),
        EditCase("IPTC goes", .stripMetadata, from: file(0xED, "Photoshop 3.0"), to: plain),
        EditCase("APP15 goes", .stripMetadata, from: file(0xEF, ""), to: plain),
        EditCase("A comment goes", .stripMetadata, from: file(0xFE, "hello"), to: plain),
        EditCase("A comment stays without being asked", .trim, keeping: file(0xFE, "hello")),
        EditCase("The index of other pictures goes", .trim, from: file(0xE2, "MPF\0"), to: plain),
    ]

    static let exif: [EditCase] = [
        EditCase(
            "Upright, nothing is left",
            .stripMetadata,
            from: picture(after: start.exif(ExifBytes.orientation(1))).end().bytes,
            to: plain
        ),
        EditCase(
            "Turned, the orientation is left, the position is not",
            .stripMetadata,
            from: picture(
                after: start.exif(
                    ExifBytes(entries: [.init(tag: 0x0112, value: 6)], gpsTags: [2, 4]).bytes
                )
            )
            .end().bytes,
            to: picture(after: start.exif(minimal)).end().bytes
        ),
        EditCase(
            "Of two the first counts",
            .stripMetadata,
            from: picture(after: start.exif(turned).exif(ExifBytes.orientation(3))).end().bytes,
            to: picture(after: start.exif(minimal)).end().bytes
        ),
        EditCase(
            "EXIF after a scan is replaced there",
            .stripMetadata,
            from: picture(after: start).exif(turned).appending([1]).end().bytes,
            to: picture(after: start).exif(minimal).end().bytes
        ),
    ]

    static let table = start.segment(0xDB, [])

    static let betweenMarkers: [EditCase] = [
        EditCase(
            "Fill bytes go with their marker",
            .stripMetadata,
            from: picture(after: start.appending([0xFF, 0xFF]).segment(0xFE, [])).end().bytes,
            to: plain
        ),
        EditCase(
            "Stray bytes go",
            .stripMetadata,
            from: picture(after: table.appending([1]).segment(0xFE, []).appending([2])).end().bytes,
            to: picture(after: table).end().bytes
        ),
        EditCase(
            "Stray bytes go where the first segments stand, too",
            .stripMetadata,
            from: picture(after: start.segment(0xFE, []).appending([2])).end().bytes,
            to: plain
        ),
        EditCase(
            "A comment between scans goes",
            .stripMetadata,
            from: picture(after: start).segment(0xFE, []).scan().end().bytes,
            to: picture(after: start).scan().end().bytes
        ),
        EditCase(
            "Two comments at the end go",
            .stripMetadata,
            from: picture(after: start).segment(0xFE, []).segment(0xFE, [1]).end().bytes,
            to: plain
        ),
        EditCase(
            "What looks like a comment amid picture data",
            .stripMetadata,
            from: picture(after: start).segment(0xFE, []).appending([1]).end().bytes,
            to: nil
        ),
        EditCase(
            "The same before a reserved code",
            .stripMetadata,
            from: picture(after: start).segment(0xFE, []).segment(0xBF, []).end().bytes,
            to: nil
        ),
        EditCase(
            "Length 0 is read as 2",
            .stripMetadata,
            from: picture(after: start.appending([0xFF, 0xFE, 0, 0])).end().bytes,
            to: plain
        ),
    ]

    static let ends: [EditCase] = [
        EditCase("Nothing to cut", .trim, keeping: plain),
        EditCase("Cut after the end", .trim, from: plain + [0], to: plain),
        EditCase("Stripping cuts too", .stripMetadata, from: plain + plain, to: plain),
        EditCase("No end", .trim, from: picture(after: start).bytes, to: plain),
        EditCase(
            "Half an end",
            .trim,
            from: picture(after: start).bytes + [0xFF],
            to: picture(after: start).bytes + [0xFF, 0xFF, 0xD9]
        ),
        EditCase(
            "A table cut off after a scan",
            .trim,
            from: picture(after: start).bytes + [0xFF, 0xC4, 0, 9, 1],
            to: plain
        ),
        EditCase(
            "A marker without its length",
            .trim,
            from: picture(after: start).bytes + [0xFF, 0xFF, 0xDA],
            to: plain
        ),
        EditCase(
            "A reserved code, after which the scan may go on",
            .trim,
            from: picture(after: start).bytes + [0xFF, 0xBF, 9, 9, 1],
            to: nil
        ),
        EditCase("No picture", .trim, from: start.frame().bytes, to: nil),
        EditCase("No frame header", .trim, from: start.end().bytes, to: nil),
    ]

    @Test(arguments: metadata + exif + betweenMarkers + ends)
    func `What comes of a file`(_ edit: EditCase) {
        #expect(edit.result(as: .jpeg) == edit.expected)
    }
}
