import Fixtures
import Testing

@testable import PreflightCore

/// What decoders refuse about a JPEG file whose picture is whole, and how an edit mends it.
struct JPEGFlawTests {
    struct Flaw: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: [UInt8]
        let words: String
        let refusedBy: [StructuralFlaw.DecoderFamily]
        let output: [UInt8]
    }

    static func start(jfif: Bool = false, adobe: UInt8? = nil) -> JPEGBytes {
        var bytes = JPEGBytes()
        if jfif {
            bytes = bytes.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        }
        guard let adobe else { return bytes }
        return bytes.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, adobe])
    }

    static func file(
        jfif: Bool = false,
        adobe: UInt8? = nil,
        components count: Int = 3
    ) -> [UInt8] {
        start(jfif: jfif, adobe: adobe).frame(componentCount: count).scan().end().bytes
    }

    /// Components called R, G and B, of which the scan has the first.
    static func named(_ start: JPEGBytes) -> [UInt8] {
        let frame: [UInt8] = [8, 0, 3, 0, 4, 3, 0x52, 0x11, 0, 0x47, 0x11, 0, 0x42, 0x11, 0]
        return start.segment(0xC0, frame).segment(0xDA, [1, 0x52, 0, 0, 63, 0])
            .appending([0x12]).end().bytes
    }

    static func numbered(_ start: JPEGBytes) -> [UInt8] {
        start.frame().segment(0xDA, [1, 1, 0, 0, 63, 0]).appending([0x12]).end().bytes
    }

    static func scanning(_ selection: [UInt8], _ code: UInt8 = 0xC0) -> [UInt8] {
        JPEGBytes().frame(code).segment(0xDA, [1, 1, 0] + selection).appending([0x12]).end().bytes
    }

    static let scans = [[0, 0, 0], [1, 63, 0], [0, 62, 0], [0, 63, 1]]
        .map { selection in
            Flaw(
                testDescription: "A scan header with \(selection)",
                input: scanning(selection.map(UInt8.init)),
                words: "has \(selection.map(String.init).joined(separator: ", ")) where",
                refusedBy: [.strictLibjpegTurbo],
                output: scanning([0, 63, 0])
            )
        }

    static let colors: [Flaw] = [
        Flaw(
            testDescription: "RGB by Adobe, YCbCr by JFIF",
            input: file(jfif: true, adobe: 0),
            words: "calls the colours RGB, and JFIF calls them YCbCr",
            refusedBy: [.java],
            output: file(jfif: true, adobe: 1)
        ),
        Flaw(
            testDescription: "YCCK of three components",
            input: file(adobe: 2),
            words: "calls the colours YCCK, and there are 3 components",
            refusedBy: [.strictLibjpegTurbo],
            output: file(adobe: 1)
        ),
        Flaw(
            testDescription: "YCbCr of four components",
            input: file(adobe: 1, components: 4),
            words: "calls the colours YCbCr, and there are 4 components",
            refusedBy: [.strictLibjpegTurbo],
            output: file(adobe: 2, components: 4)
        ),
        Flaw(
            testDescription: "An unknown transform",
            input: file(adobe: 7),
            words: "has the unknown transform 7, and there are 3 components",
            refusedBy: [.strictLibjpegTurbo],
            output: file(adobe: 1)
        ),
        Flaw(
            testDescription: "YCbCr of a grey picture",
            input: file(jfif: true, adobe: 1, components: 1),
            words: "calls the colours YCbCr, and the picture is grey",
            refusedBy: [.java],
            output: file(jfif: true, adobe: 0, components: 1)
        ),
        Flaw(
            testDescription: "Components R, G and B under JFIF",
            input: named(start(jfif: true)),
            words: "numbered R, G and B, and JFIF calls them YCbCr",
            refusedBy: [.java],
            output: numbered(start(jfif: true))
        ),
        Flaw(
            testDescription: "Components R, G and B that Adobe calls YCbCr",
            input: named(start(adobe: 1)),
            words: "so that Go shows other colours",
            refusedBy: [],
            output: numbered(start(adobe: 1))
        ),
    ]

    private static let plain = JPEGBytes().frame().scan().end().bytes

    private static func opening(_ bytes: [UInt8]) -> [UInt8] {
        JPEGBytes().appending(bytes).frame().scan().end().bytes
    }

    private static func short(_ code: UInt8, _ payload: [UInt8], _ name: String, _ least: Int)
        -> Flaw
    {
        Flaw(
            testDescription: "A \(name) segment of \(payload.count) bytes",
            input: JPEGBytes().segment(code, payload).frame().scan().end().bytes,
            words:
                "the \(name) segment at byte 2 has \(payload.count) bytes of data, less than \(least)",
            refusedBy: [.pillow],
            output: plain
        )
    }

    static let segments: [Flaw] = [
        Flaw(
            testDescription: "A byte between segments",
            input: opening([0]),
            words: "1 byte stands between segments at byte 2",
            refusedBy: [.strictLibjpegTurbo],
            output: plain
        ),
        Flaw(
            testDescription: "Bytes between segments",
            input: opening([0, 1, 0xFF, 0, 2]),
            words: "5 bytes stand between segments at byte 2",
            refusedBy: [.strictLibjpegTurbo],
            output: plain
        ),
        Flaw(
            testDescription: "A marker that nobody knows",
            input: opening([0xFF, 1]),
            words: "2 bytes stand between segments at byte 2",
            refusedBy: [.pillow],
            output: plain
        ),
        short(0xE0, Array("JFIF".utf8), "JFIF", 7),
        short(0xE0, Array("JFIF\0".utf8) + [1], "JFIF", 7),
        short(0xEE, Array("Adobe".utf8), "Adobe", 7),
        short(0xEE, Array("Adobe".utf8) + [0], "Adobe", 7),
        short(0xE2, Array("ICC_PROFILE\0".utf8), "ICC profile", 14),
        short(0xE2, Array("ICC_PROFILE\0".utf8) + [1], "ICC profile", 14),
    ]

    static let longSegments: [(UInt8, [UInt8])] = [
        (0xE0, Array("JFIF\0".utf8) + [1, 1]), (0xEE, Array("Adobe".utf8) + [0, 100]),
        (0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1]), (0xE0, []), (0xE0, Array("JFXX\0".utf8)),
        (0xED, Array("Adobe".utf8)),
    ]

    @Test(arguments: longSegments)
    func `A segment that is long enough, or another, is no flaw`(_ code: UInt8, _ payload: [UInt8])
        throws
    {
        let file = JPEGBytes().segment(code, payload).frame().scan().end().bytes
        #expect(try ImageHeader(reading: file.span, as: .jpeg).flaws.isEmpty)
    }

    /// What is known of a file once a decoder read it with a warning.
    static func facts(of bytes: [UInt8], afterWarning warning: String) throws -> ImageFacts {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        let size = try facts.header.get().size
        let decoded = DecodedImage(size: size, frameCount: 1, damage: warning)
        _ = facts.readDamage(of: bytes, after: .decoded(decoded))
        return facts
    }

    static let strayCounts = [1, 8, 5000]

    @Test(arguments: pictures, strayCounts)
    func `Bytes that no row needs are named and left out`(_ fixture: Fixture, _ count: Int) throws {
        let whole = try fixture.bytes()
        let stray = [UInt8](repeating: 0x12, count: count)
        let input = Array(whole.dropLast(2)) + stray + [0xFF, 0xD9]
        let header = try Self.facts(of: input, afterWarning: "extraneous bytes").header.get()
        let noun = count == 1 ? "byte stands" : "bytes stand"
        #expect(header.flaws.first.map(\.refusedBy) == [[.strictLibjpegTurbo]])
        #expect(
            header.flaws.first.first?.fact
                .hasPrefix("\(count.grouped) \(noun) after the coded rows")
                == true
        )
        #expect(Plan([.repair]).edited(input, as: .jpeg) == whole)
        let sound = try Self.facts(of: whole, afterWarning: "of another kind").header.get()
        #expect(sound.flaws.isEmpty)
    }

    @Test(arguments: 0...16)
    func `Words after data that end in letters are no data`(letterCount: Int) {
        let words = Array("Never sent: HTTP error 500. ".utf8)
        let text = (0..<10).flatMap { _ in words }
        let data =
            [UInt8](repeating: 0x9A, count: 40)
            + [UInt8](repeating: 0x41, count: letterCount)
        let end = JPEGDataEnd(in: data + text + [0xFF, 0xD9], from: 0)
        #expect(end.isAtMarker && end.offset == data.count + text.count)
        #expect(end.fillingOffset == 40)
        #expect(end.fillingOffset.map { $0 + end.doubtfulByteCount >= data.count } == true)
    }

    @Test
    func `Bytes before a restart are found once a decoder warned of them`() throws {
        let bytes = try Fixture.warningJpegScan.bytes()
        let flaws = try Self.facts(of: bytes, afterWarning: "extraneous bytes").header.get().flaws
        #expect(flaws.first.first?.fact.hasPrefix("3 bytes stand after the coded rows") == true)
        #expect(Plan([.repair]).edited(bytes, as: .jpeg) == (try Fixture.restartsJpeg.bytes()))
    }

    @Test(arguments: scans + colors + segments)
    func `A flaw is named, mended, and gone`(_ flaw: Flaw) throws {
        let found = try ImageHeader(reading: flaw.input.span, as: .jpeg).flaws
        #expect(found.first.count == 1)
        #expect(found.first.first?.fact.contains(flaw.words) == true)
        #expect(found.first.first?.refusedBy == flaw.refusedBy)
        #expect(found.cures == [.repair])
        #expect(Plan([.repair]).edited(flaw.input, as: .jpeg) == flaw.output)
        #expect(try ImageHeader(reading: flaw.output.span, as: .jpeg).flaws.isEmpty)
    }

    @Test(arguments: scans + colors)
    func `Truncated and changed, it is read and mended without a trap`(_ flaw: Flaw) {
        for offset in flaw.input.indices {
            for change: UInt8 in [0xFF, 0x01] {
                var changed = flaw.input
                changed[offset] ^= change
                for variant in [changed, Array(changed.prefix(offset + 1))] {
                    guard let mended = Plan([.repair]).edited(variant, as: .jpeg) else { continue }
                    #expect(Plan([.repair]).edited(mended, as: .jpeg) == mended)
                }
            }
        }
        let short: [UInt8] = [0xFF, 0xC0, 0, 3, 8]
        let twoFrames = Array(flaw.input.prefix(2)) + short + flaw.input.dropFirst(2)
        _ = Plan([.repair]).edited(twoFrames, as: .jpeg)
    }

    static let consistent: [(String, [UInt8])] = [
        ("JFIF alone", file(jfif: true)),
        ("Adobe's RGB alone", file(adobe: 0)),
        ("Adobe's YCbCr under JFIF", file(jfif: true, adobe: 1)),
        ("inks", file(adobe: 0, components: 4)),
        ("YCCK", file(adobe: 2, components: 4)),
        ("inks without a word", file(components: 4)),
        ("R, G and B without a word", named(start())),
        ("R, G and B that Adobe calls RGB", named(start(adobe: 0))),
        ("an extended frame", scanning([0, 63, 0], 0xC1)),
        (
            "a short Adobe segment",
            JPEGBytes().segment(0xEE, Array("Adobe".utf8) + [0, 1, 2])
                .frame().scan().end().bytes
        ),
    ]

    @Test(arguments: consistent)
    func `What does not contradict itself has none`(_ name: String, _ bytes: [UInt8]) throws {
        #expect(try ImageHeader(reading: bytes.span, as: .jpeg).flaws.isEmpty)
        #expect(Plan([.repair]).edited(bytes, as: .jpeg) == bytes)
    }

    @Test(
        arguments: [
            (0xC3, 8, "lossless coding (SOF3)"), (0xC5, 8, "hierarchical coding (SOF5)"),
            (0xC9, 8, "arithmetic coding (SOF9)"), (0xCA, 8, "arithmetic coding (SOF10)"),
            (0xC1, 12, "12 bits a sample"), (0xC9, 12, "12 bits a sample"),
        ] as [(UInt8, UInt8, String)]
    )
    func `A coding that decoders do not read is named`(
        code: UInt8,
        precision: UInt8,
        words: String
    ) throws {
        let bytes = JPEGBytes().frame(code, precision: precision).scan().end().bytes
        let flaw = try #require(try ImageHeader(reading: bytes.span, as: .jpeg).flaws.first.first)
        #expect(flaw.fact == "the picture has \(words)")
        #expect(flaw.refusedBy.contains(.browsers) && flaw.cure == .rewrite)
        #expect(flaw.refusedBy.contains(.libjpegTurbo) == !words.contains("arithmetic"))
    }
}

/// Where the coded data of a picture ends, and what stands there instead of an end marker.
extension JPEGFlawTests {
    static let pictures = [
        Fixture.jpegPhoto, .jpegGray, .jpegProgressive, .restartsJpeg, .jpegCMYK, .jpegMark,
    ]

    static let trailers: [(String, [UInt8])] = [
        ("nothing", []), ("zeros", [UInt8](repeating: 0, count: 100_000)),
        ("half a marker", [0xFF]), ("text", Array("SEFHe\0\0\0".utf8)),
        ("a video", [0, 0, 0, 24] + Array("ftypmp42".utf8) + [1, 2, 3]),
        ("a second picture", JPEGBytes().frame().scan().end().bytes),
        ("bytes with markers and an end", [7, 0xFF, 0x33, 1, 2, 0xFF, 0xD9, 0xFF, 0xC0, 9]),
    ]

    @Test(arguments: pictures, trailers)
    func `A picture without end marker is cut where its scan ends, and closed`(
        _ fixture: Fixture,
        _ trailer: (String, [UInt8])
    ) throws {
        let whole = try fixture.bytes()
        let input = Array(whole.dropLast(2)) + trailer.1
        var facts = ImageFacts(reading: input.span)
        facts.readImageData(of: input)
        let header = try facts.header.get()
        #expect(!header.hasEndMarker && header.missingPixels == nil)
        let words =
            [0: "nothing follows", 1: "1 byte follows"][trailer.1.count]
            ?? "\(trailer.1.count.grouped) bytes follow"
        #expect(header.flaws.first.first?.fact == "\(words) the last scan")
        #expect(Plan([.trim, .repair]).edited(input, as: .jpeg) == whole)
    }

    @Test(arguments: pictures)
    func `Where a byte of the data is missing, no end is found`(_ fixture: Fixture) throws {
        let input = Array(try fixture.bytes().dropLast(4))
        let found = JPEGCodedData(of: input)
        // A progressive picture may end with an earlier scan.
        #expect(!found.hasAllScans && found.endOffset ?? 0 < input.count - 8)
        #expect(JPEGCodedData(of: input + [0xFF, 0xD9]).endOffset == nil)
    }
}
