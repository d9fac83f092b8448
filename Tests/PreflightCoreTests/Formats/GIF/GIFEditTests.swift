import PreflightCore
import Testing

/// What stays of a GIF file and what goes, block by block.
struct GIFEditTests {
    static let start = GIFBytes(screen: 4, 3)
    static let still = start.image(size: 4, 3)
    static let plain = still.trailer().bytes
    static let comment: [UInt8] = [0x21, 0xFE, 2, 0x68, 0x69, 0]

    /// A file with one application extension.
    static func file(_ name: String) -> [UInt8] {
        start.application(name, data: [1, 0, 0]).image(size: 4, 3).trailer().bytes
    }

    /// A file with one extension before its image.
    static func file(extension label: UInt8) -> [UInt8] {
        start.raw([0x21, label, 1, 9, 0]).image(size: 4, 3).trailer().bytes
    }

    static let metadata: [EditCase] = [
        EditCase("A loop stays", .stripMetadata, keeping: file("NETSCAPE2.0")),
        EditCase("Another name for it", .stripMetadata, keeping: file("ANIMEXTS1.0")),
        EditCase("A profile stays", .stripMetadata, keeping: file("ICCRGBG1012")),
        EditCase("XMP goes", .stripMetadata, from: file("XMP DataXMP"), to: plain),
        EditCase("Any application goes", .stripMetadata, from: file("abc"), to: plain),
        EditCase(
            "A comment goes",
            .stripMetadata,
            from: start.raw(comment).image(size: 4, 3).raw(comment).trailer().bytes,
            to: plain
        ),
        EditCase(
            "A comment stays without being asked",
            .trim,
            keeping: still.raw(comment).trailer().bytes
        ),
        EditCase("Plain text stays", .stripMetadata, keeping: file(extension: 0x01)),
        EditCase("The last label of control", .stripMetadata, keeping: file(extension: 0xF8)),
        EditCase(
            "The first of special purpose",
            .stripMetadata,
            from: file(extension: 0xFA),
            to: plain
        ),
    ]

    static let control = start.graphicControl(isTransparent: true)
    static let first = control.image(size: 4, 3)

    static let frames: [EditCase] =
        [
            EditCase(
                "Two frames",
                .firstFrame(of: 2),
                from: first.graphicControl(isTransparent: true).image(size: 2, 2).trailer().bytes,
                to: first.trailer().bytes
            ),
            EditCase(
                "The loop goes",
                .firstFrame(of: 2),
                from: start.application("NETSCAPE2.0", data: [1, 0, 0]).image(size: 4, 3)
                    .image(size: 4, 3).trailer().bytes,
                to: plain
            ),
            EditCase(
                "Comments stay, text on later frames does not",
                .firstFrame(of: 2),
                from: still.raw(comment).image(size: 4, 3).raw([0x21, 0x01, 1, 9, 0]).trailer()
                    .bytes,
                to: still.raw(comment).trailer().bytes
            ),
            EditCase(
                "The second is cut off",
                .firstFrame(of: 2),
                from: still.image(size: 4, 3).bytes.dropLast(),
                to: plain
            ),
            EditCase(
                "The first is cut off",
                .firstFrame(of: 1),
                from: still.bytes.dropLast(),
                to: nil
            ),
            EditCase(
                "Part of the canvas is bare and stays clear",
                .firstFrame(of: 2),
                from: control.image(size: 2, 3).image(size: 4, 3).trailer().bytes,
                to: control.image(size: 2, 3).trailer().bytes
            ),
            EditCase(
                "Part of the canvas is bare in an opaque file",
                .firstFrame(of: 2),
                from: start.image(size: 2, 3).image(size: 4, 3).trailer().bytes,
                to: start.image(size: 2, 3).trailer().bytes
            ),
        ]
        + bare.map { name, image in
            EditCase(
                "Bare on the \(name), clear by the second frame only",
                .firstFrame(of: 2),
                from: image.graphicControl(isTransparent: true).image(size: 4, 3).trailer().bytes,
                to: nil
            )
        }
        + [
            EditCase(
                "Covered, clear in the second frame only",
                .firstFrame(of: 2),
                from: still.graphicControl(isTransparent: true).image(size: 4, 3).trailer().bytes,
                to: plain
            )
        ]

    static let bare = [
        ("right", start.image(size: 3, 3)), ("bottom", start.image(size: 4, 2)),
        ("left", start.image(at: 1, 0, size: 4, 3)), ("top", start.image(at: 0, 1, size: 4, 3)),
    ]

    static let ends: [EditCase] = [
        EditCase("Nothing to cut", .trim, keeping: plain),
        EditCase("Cut after the end", .trim, from: plain + [0], to: plain),
        EditCase("Stripping cuts too", .stripMetadata, from: plain + plain, to: plain),
        EditCase("No end", .trim, from: still.bytes, to: plain),
        EditCase("Half a comment", .trim, from: still.bytes + comment.dropLast(), to: plain),
        EditCase("An introducer", .trim, from: still.bytes + [0x21], to: plain),
        EditCase("Half a descriptor", .trim, from: still.bytes + [0x2C, 0, 0], to: plain),
        EditCase("No block", .trim, from: still.bytes + [0, 1, 2], to: plain),
        EditCase("Half an image", .trim, from: still.bytes.dropLast(), to: nil),
        EditCase(
            "Half a second image",
            .trim,
            from: still.image(size: 4, 3).bytes.dropLast(),
            to: nil
        ),
        EditCase(
            "A trailer for image data",
            .trim,
            from: still.image(size: 4, 3, codeSize: 0x3B, data: []).bytes,
            to: plain
        ),
        EditCase(
            "A trailer after the code size",
            .trim,
            from: still.image(size: 4, 3, data: [0x3B]).bytes,
            to: plain
        ),
        EditCase("No image", .trim, from: start.trailer().bytes, to: nil),
        EditCase("Half a colour table", .trim, from: start.bytes.dropLast(), to: nil),
    ]

    @Test(arguments: metadata + frames + ends)
    func `What comes of a file`(_ edit: EditCase) {
        #expect(edit.result(as: .gif) == edit.expected)
    }
}
