import Testing

@testable import PreflightCore

/// HEIC and AVIF: the size is read, and under a table that lists them nothing else is asked.
struct HEIFReaderTests {
    private static func box(_ type: String, _ body: [UInt8]) -> [UInt8] {
        number(body.count + 8) + Array(type.utf8) + body
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func size(_ width: Int, _ height: Int) -> [UInt8] {
        box("ispe", [0, 0, 0, 0] + number(width) + number(height))
    }

    static func file(brand: String = "heic", _ properties: [[UInt8]]) -> [UInt8] {
        let brands = Array("\(brand)".utf8) + [0, 0, 0, 0] + Array("mif1\(brand)".utf8)
        let properties = box("iprp", box("ipco", properties.flatMap(\.self)))
        return box("ftyp", brands) + box("meta", [0, 0, 0, 0] + box("hdlr", []) + properties)
            + box("mdat", [1, 2, 3])
    }

    @Test(arguments: [
        ("heic", [size(512, 512), size(4_032, 3_024), size(320, 240)], 4_032, 3_024),
        ("avif", [size(100, 50)], 100, 50),
        ("heic", [size(4_032, 3_024), box("irot", [1])], 3_024, 4_032),
        ("heic", [size(4_032, 3_024), box("irot", [2])], 4_032, 3_024),
    ])
    func `the largest size counts`(
        brand: String,
        properties: [[UInt8]],
        width: Int,
        height: Int
    ) throws {
        let facts = ImageFacts(reading: Self.file(brand: brand, properties).span)
        #expect(facts.format.rawValue == brand)
        #expect(try facts.header.get().size == PixelSize(width: width, height: height))
    }

    private static func track(version: UInt8, _ width: Int, _ height: Int) -> [UInt8] {
        let before = [UInt8](repeating: 0, count: version == 1 ? 87 : 75)
        return box("tkhd", [version] + before + number(width << 16) + number(height << 16))
    }

    /// Sequences, which have no items, and what is left of a file that is cut off.
    @Test(arguments: [
        (
            "HEVC sequence",
            box("ftyp", Array("msf1".utf8) + [0, 0, 0, 0] + Array("hevc".utf8))
                + box("mdat", [1, 2]) + box("moov", box("trak", track(version: 0, 640, 480))),
            PixelSize(width: 640, height: 480) as PixelSize?
        ),
        (
            "AV1 sequence, its data of 64 bits first",
            box("ftyp", Array("avis".utf8) + [0, 0, 0, 0] + Array("msf1".utf8))
                + number(1) + Array("mdat".utf8) + number(0) + number(18) + [1, 2]
                + box("moov", box("trak", track(version: 1, 32, 16))),
            PixelSize(width: 32, height: 16)
        ),
        (
            "cut within the properties",
            Array(file([size(4_032, 3_024), size(320, 240)]).dropLast(30)),
            PixelSize(width: 4_032, height: 3_024)
        ),
        ("cut before the properties", Array(file([size(4_032, 3_024)]).prefix(40)), nil),
    ])
    func `no file of the format is called damaged`(
        name: String,
        bytes: [UInt8],
        size: PixelSize?
    ) {
        let facts = ImageFacts(reading: bytes.span)
        #expect((try? facts.header.get())?.size == size)
        let table = RuleTable.sample([], formats: [.jpeg, .heic, .avif])
        let findings = table.findings(
            for: InspectedImage(label: .none, facts: facts),
            amongImages: 1
        )
        #expect(findings.map(\.code) == [.notDecoded])
    }

    @Test(arguments: [
        ("image/heic", true), ("image/heif", true), ("image/heif-sequence", true),
        ("image/avif", false), ("image/jpeg", false), ("", false),
    ])
    func `HEIC goes as HEIF too`(declared: String, isRight: Bool) {
        let facts = ImageFacts(reading: Self.file([Self.size(64, 64)]).span)
        let image = InspectedImage(label: .declaredMediaType(declared), facts: facts)
        let table = RuleTable.sample([], formats: [.jpeg, .heic])
        let codes = table.findings(for: image, amongImages: 1).map(\.code)
        #expect(codes.contains(.mislabelled) != isRight)
    }

    @Test
    func `no beginning of a file traps, and none has another size`() {
        let file = Self.file([Self.size(4_032, 3_024)])
        for count in file.indices {
            let header = try? HEIFReader.header(of: Array(file[..<count]).span)
            #expect(header == nil || header?.size == PixelSize(width: 4_032, height: 3_024))
        }
        for index in file.indices {
            var flipped = file
            flipped[index] ^= 0xFF
            _ = try? HEIFReader.header(of: flipped.span)
        }
    }

    @Test
    func `a table that lists it takes it with a note, and nothing is done to it`() throws {
        let facts = ImageFacts(reading: Self.file([Self.size(4_032, 3_024)]).span)
        let image = InspectedImage(label: .none, facts: facts)
        let table = RuleTable.sample([], formats: [.jpeg, .heic])
        let findings = table.findings(for: image, amongImages: 1)
        #expect(findings.map(\.code) == [.notDecoded])
        #expect(findings.map(\.severity) == [.note])
        #expect(try table.plan(for: image, amongImages: 1).isEmpty)
        // What is too long cannot be made shorter here.
        let strict = RuleTable.sample(
            [.atMost(4_000, .longEdgePixels, .edgeTooLong)],
            formats: [.jpeg, .heic]
        )
        let refused = strict.findings(for: image, amongImages: 1)
        #expect(Verdict(of: refused) == .rejected)
        #expect(throws: PlanRefusal.self) { try strict.plan(for: image, amongImages: 1) }
    }

    @Test
    func `a table that does not list it refuses it, and nothing else is said`() {
        let facts = ImageFacts(reading: Self.file([Self.size(4_032, 3_024)]).span)
        let image = InspectedImage(label: .none, facts: facts)
        let findings = RuleTable.sample().findings(for: image, amongImages: 1)
        #expect(findings.map(\.code) == [.unacceptedFormat])
        #expect(findings.allSatisfy { $0.remedy == nil })
    }
}
