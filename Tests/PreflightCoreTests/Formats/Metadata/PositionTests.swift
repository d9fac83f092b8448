import Testing

@testable import PreflightCore

/// A position is found wherever programs write it, and goes with the metadata.
@Suite struct PositionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        var isLocated = true

        init(_ name: String, _ bytes: [UInt8], isLocated: Bool = true) {
            testDescription = name
            self.bytes = bytes
            self.isLocated = isLocated
        }
    }

    static let attributes = packet(#"<a exif:GPSLatitude="48,8N" exif:GPSLongitude="11,34E"/>"#)
    static let elements = packet(
        "<a><exif:GPSLatitude>48,8N</exif:GPSLatitude>"
            + "<exif:GPSLongitude>11,34E</exif:GPSLongitude></a>"
    )
    static let drone = packet(#"<a drone-dji:GpsLatitude="48" drone-dji:GpsLongtitude="11"/>"#)
    static let half = packet(#"<a exif:GPSLatitude="48,8N" exif:GPSVersionID="2.2.0.0"/>"#)

    static let cases: [Case] = [
        Case("JPEG, attributes", jpeg(attributes)),
        Case("JPEG, elements", jpeg(elements)),
        Case("JPEG, names of DJI", jpeg(drone)),
        Case("JPEG, no longitude", jpeg(half), isLocated: false),
        Case("JPEG, continued packet", jpeg(attributes, "http://ns.adobe.com/xmp/extension/\0")),
        Case("JPEG, another APP1", jpeg(attributes, "http://example.org/\0"), isLocated: false),
        Case("PNG, plain", png("iTXt", international(attributes))),
        Case(
            "PNG, after the image data",
            PNGBytes().imageData().chunk("iTXt", international(elements)).end().bytes
        ),
        Case("PNG, compressed", png("iTXt", compressed(attributes))),
        Case("PNG, no longitude", png("iTXt", compressed(half)), isLocated: false),
        Case("PNG, cut", png("iTXt", compressed(attributes).dropLast(2)), isLocated: false),
        Case(
            "PNG, another text",
            png("tEXt", text("GPSLatitude", [0x34])),
            isLocated: false
        ),
        Case("PNG, raw EXIF", png("tEXt", text("Raw profile type exif", raw(located)))),
        Case(
            "PNG, raw APP1, compressed",
            png("zTXt", text("Raw profile type APP1", [0] + ZlibBytes.stored(raw(located))))
        ),
        Case("PNG, raw XMP", png("tEXt", text("Raw profile type xmp", raw(attributes)))),
        Case(
            "PNG, raw EXIF without a position",
            png("tEXt", text("Raw profile type exif", raw(ExifBytes.orientation(6)))),
            isLocated: false
        ),
        Case("WebP", webp("XMP ", attributes, flags: 0x04)),
        Case("WebP, not claimed", webp("XMP ", attributes)),
        Case("WebP, EXIF not claimed", webp("EXIF", located)),
        Case("WebP, no longitude", webp("XMP ", half, flags: 0x04), isLocated: false),
        Case("GIF", gif(attributes, "XMP DataXMP")),
        Case("GIF, no longitude", gif(half, "XMP DataXMP"), isLocated: false),
        Case("GIF, another application", gif(attributes, "XMQ DataXMP"), isLocated: false),
    ]

    @Test(arguments: cases)
    func `is found`(_ row: Case) throws {
        let header = try ImageFacts(reading: row.bytes.span).header.get()
        #expect(header.hasGPS == row.isLocated)
        #expect(header.frameCount == 1)
    }

    @Test(arguments: cases)
    func `goes with the metadata`(_ row: Case) throws {
        let format = ImageFormat(recognising: row.bytes.span)
        let stripped = try #require(Plan([.stripMetadata]).edited(row.bytes, as: format))
        #expect(try !ImageFacts(reading: stripped.span).header.get().hasGPS)
        #expect(!stripped.contains("GPSLatitude=".utf8))
        #expect(Plan([.stripMetadata]).edited(stripped, as: format) == stripped)
    }
}

extension PositionTests {
    private static let located = ExifBytes.gps(tags: [2, 4])

    private static func packet(_ description: String) -> [UInt8] {
        Array("<x:xmpmeta><rdf:RDF>\(description)</rdf:RDF></x:xmpmeta>".utf8)
    }

    private static func jpeg(
        _ packet: [UInt8],
        _ name: String = "http://ns.adobe.com/xap/1.0/\0"
    ) -> [UInt8] {
        JPEGBytes().segment(0xE1, Array(name.utf8) + packet).frame().scan().end().bytes
    }

    private static func png(_ type: String, _ data: some Sequence<UInt8>) -> [UInt8] {
        PNGBytes().chunk(type, Array(data)).imageData().end().bytes
    }

    private static func text(_ keyword: String, _ text: [UInt8]) -> [UInt8] {
        Array(keyword.utf8) + [0] + text
    }

    private static func international(_ packet: [UInt8]) -> [UInt8] {
        text("XML:com.adobe.xmp", [0, 0] + Array("en\0\0".utf8) + packet)
    }

    private static func compressed(_ packet: [UInt8]) -> [UInt8] {
        text("XML:com.adobe.xmp", [1, 0, 0, 0] + ZlibBytes.stored(packet))
    }

    private static func raw(_ profile: [UInt8]) -> [UInt8] {
        let digits = profile.flatMap { byte in
            [byte >> 4, byte & 15].flatMap { Array(String($0, radix: 16).utf8) }
        }
        return Array("\nexif\n  \(profile.count)\n".utf8) + digits + [0x0A]
    }

    private static func webp(_ fourCC: String, _ data: [UInt8], flags: UInt8 = 0) -> [UInt8] {
        WebPBytes().extended(4, 3, flags: flags).lossy(4, 3).chunk(fourCC, data).file()
    }

    /// The packet as it stands, and the trailer that leads readers to its end.
    private static func gif(_ packet: [UInt8], _ application: String) -> [UInt8] {
        let lengths: [UInt8] = [1] + (0...255).reversed().map { UInt8($0) } + [0]
        return GIFBytes(screen: 4, 3)
            .raw([0x21, 0xFF, 11] + Array(application.utf8) + packet + lengths)
            .image(size: 4, 3).trailer().bytes
    }
}
