import Testing

@testable import PreflightCore

@Suite struct PNGReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var file: PNGBytes
        var expected: ImageHeader
        var testDescription: String { name }
    }

    static let noProfile: StructuralFlaws = {
        var flaws = StructuralFlaws()
        flaws.add(
            StructuralFlaw(
                "the iCCP chunk at byte 33 is no profile",
                refusedBy: [.pillow, .strictLibpng]
            )
        )
        return flaws
    }()

    static let size = PixelSize(width: 4, height: 3)
    static let maximumSide = 0x7FFF_FFFF

    static let structureCases: [Case] = [
        Case(
            name: "plain",
            file: PNGBytes().imageData().end(),
            expected: ImageHeader(size: size, isLossless: true)
        ),
        Case(
            name: "interlaced",
            file: PNGBytes(methods: [0, 0, 1]).imageData().end(),
            expected: ImageHeader(size: size, isLossless: true)
        ),
        Case(
            name: "largest size",
            file: PNGBytes(width: maximumSide, height: maximumSide).imageData().end(),
            expected: ImageHeader(
                size: PixelSize(width: maximumSide, height: maximumSide),
                isLossless: true
            )
        ),
        Case(
            name: "bytes after the end",
            file: PNGBytes().imageData().end().appending([1, 2, 3]),
            expected: ImageHeader(size: size, isLossless: true, trailingByteCount: 3)
        ),
        Case(
            name: "chunks after the end do not count",
            file: PNGBytes().imageData().end().appending([0, 0, 0, 0])
                .chunk("eXIf", ExifBytes.orientation(6)),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                trailingByteCount: 4 + 12 + ExifBytes.orientation(6).count
            )
        ),
        Case(
            name: "no end",
            file: PNGBytes().imageData(),
            expected: ImageHeader(size: size, isLossless: true, hasEndMarker: false)
        ),
        Case(
            name: "image data cut off",
            file: PNGBytes().appending([0, 0, 0, 9] + Array("IDAT".utf8) + [1]),
            expected: ImageHeader(size: size, isLossless: true, hasEndMarker: false)
        ),
        Case(
            name: "chunk type that is no letters",
            file: PNGBytes().imageData().chunk("a1cd").end(),
            expected: ImageHeader(size: size, isLossless: true, hasEndMarker: false)
        ),
        Case(
            name: "length beyond what is allowed",
            file: PNGBytes().imageData().appending([0x80, 0, 0, 0] + Array("teXt".utf8)),
            expected: ImageHeader(size: size, isLossless: true, hasEndMarker: false)
        ),
        Case(
            name: "no image data",
            file: PNGBytes().end(),
            expected: ImageHeader(size: size, frameCount: 0, isLossless: true)
        ),
        Case(
            name: "IHDR only",
            file: PNGBytes(),
            expected: ImageHeader(size: size, frameCount: 0, isLossless: true, hasEndMarker: false)
        ),
    ]

    static let metadataCases: [Case] = [
        Case(
            name: "orientation before the image data",
            file: PNGBytes().chunk("eXIf", ExifBytes.orientation(6)).imageData().end(),
            expected: ImageHeader(
                size: size,
                orientation: Orientation(rawValue: 6) ?? .upright,
                isLossless: true
            )
        ),
        Case(
            name: "position after the image data",
            file: PNGBytes().imageData().chunk("eXIf", ExifBytes.gps(tags: [2, 4])).end(),
            expected: ImageHeader(size: size, isLossless: true, hasGPS: true)
        ),
        Case(
            name: "the first EXIF chunk counts",
            file: PNGBytes().chunk("eXIf", [1]).chunk("eXIf", ExifBytes.orientation(6))
                .imageData().end(),
            expected: ImageHeader(size: size, isLossless: true)
        ),
        Case(
            name: "sRGB profile",
            file: PNGBytes().profile(zlib: ZlibBytes.stored(standardProfile)).imageData()
                .end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                iccProfile: ICCProfile(isStandard: true)
            )
        ),
        Case(
            name: "Display P3 profile with a name",
            file: PNGBytes().profile(zlib: ZlibBytes.stored(wideProfile)).imageData().end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                iccProfile: ICCProfile(isStandard: false, name: "Display P3")
            )
        ),
        Case(
            name: "profile that cannot be uncompressed",
            file: PNGBytes().profile(zlib: [1, 2, 3]).imageData().end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                iccProfile: ICCProfile(isStandard: false)
            )
        ),
        Case(
            name: "profile chunk without a name",
            file: PNGBytes().chunk("iCCP", []).imageData().end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                flaws: noProfile
            )
        ),
        Case(
            name: "profile with an unknown compression",
            file: PNGBytes()
                .chunk("iCCP", Array("n\0\u{1}".utf8) + ZlibBytes.stored(standardProfile))
                .imageData().end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                flaws: noProfile
            )
        ),
        Case(
            name: "profile after the image data",
            file: PNGBytes().imageData().profile(zlib: ZlibBytes.stored(wideProfile)).end(),
            expected: ImageHeader(size: size, isLossless: true)
        ),
        Case(
            name: "colour chunks that are no profile",
            file: PNGBytes().chunk("sRGB", [0]).chunk("gAMA", [0, 1, 2, 3])
                .chunk("cICP", [9, 16, 0, 1]).imageData().end(),
            expected: ImageHeader(
                size: size,
                isLossless: true,
                declaredColor: DeclaredColor(
                    name: "colours of BT.2020 with PQ (cICP)",
                    encoding: ColorEncoding(primaries: .bt2020, transfer: .pq)
                )
            )
        ),
    ]

    static let standardProfile = ICCBytes.primaries(ICCBytes.standardPrimaries).bytes
    static let wideProfile = ICCBytes.primaries(ICCBytes.displayP3Primaries)
        .named(Array("Display P3".utf8)).bytes

    @Test(arguments: structureCases + metadataCases)
    func readsTheHeader(_ row: Case) throws {
        #expect(try PNGReader.header(of: row.file.bytes.span) == row.expected)
    }

    @Test(arguments: [((4 << 20) - 1, true), (4 << 20, true), ((4 << 20) + 1, false)])
    func limitsTheLengthOfAProfileChunk(byteCount: Int, isRead: Bool) throws {
        let data = Array("name\0\0".utf8) + ZlibBytes.stored(Self.standardProfile)
        let padding = [UInt8](repeating: 0, count: byteCount - data.count)
        let file = PNGBytes().chunk("iCCP", data + padding).imageData().end()
        let profile = try PNGReader.header(of: file.bytes.span).iccProfile
        #expect(profile == ICCProfile(isStandard: isRead))
    }

    struct Failure: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var expected: HeaderError
        var testDescription: String { name }
    }

    static let failures: [Failure] = [
        Failure(
            name: "empty",
            bytes: [],
            expected: .malformed(offset: 0, reason: "no PNG signature")
        ),
        Failure(
            name: "signature only",
            bytes: PNGBytes.signatureOnly.bytes,
            expected: .truncated(offset: 8)
        ),
        Failure(
            name: "IHDR cut off",
            bytes: Array(PNGBytes().bytes.dropLast()),
            expected: .truncated(offset: 32)
        ),
        Failure(
            name: "another chunk first",
            bytes: PNGBytes.signatureOnly.imageData().bytes,
            expected: .malformed(offset: 12, reason: "first chunk is not IHDR")
        ),
        Failure(
            name: "IHDR too short",
            bytes: PNGBytes.signatureOnly.chunk("IHDR", [UInt8](repeating: 1, count: 12)).bytes,
            expected: .malformed(offset: 8, reason: "IHDR of the wrong length")
        ),
        Failure(
            name: "IHDR too long",
            bytes: PNGBytes.signatureOnly.chunk("IHDR", [UInt8](repeating: 1, count: 14)).bytes,
            expected: .malformed(offset: 8, reason: "IHDR of the wrong length")
        ),
        Failure(
            name: "width 0",
            bytes: PNGBytes(width: 0).bytes,
            expected: .malformed(offset: 16, reason: "side of 0 pixels")
        ),
        Failure(
            name: "height 0",
            bytes: PNGBytes(height: 0).bytes,
            expected: .malformed(offset: 20, reason: "side of 0 pixels")
        ),
        Failure(
            name: "width too large",
            bytes: PNGBytes(width: maximumSide + 1).bytes,
            expected: .oversize(PixelSize(width: maximumSide + 1, height: size.height))
        ),
        Failure(
            name: "colour type 1",
            bytes: PNGBytes(colorType: 1).bytes,
            expected: .malformed(offset: 25, reason: "colour type 1")
        ),
        Failure(
            name: "compression method",
            bytes: PNGBytes(methods: [1, 0, 0]).bytes,
            expected: .malformed(offset: 26, reason: "compression method 1")
        ),
        Failure(
            name: "filter method",
            bytes: PNGBytes(methods: [0, 1, 0]).bytes,
            expected: .malformed(offset: 27, reason: "filter method 1")
        ),
        Failure(
            name: "interlace method",
            bytes: PNGBytes(methods: [0, 0, 2]).bytes,
            expected: .malformed(offset: 28, reason: "interlace method 2")
        ),
    ]

    @Test(arguments: failures)
    func refuses(_ row: Failure) {
        #expect(throws: row.expected) { try PNGReader.header(of: row.bytes.span) }
    }

    @Test func survivesEveryTruncationAndChange() {
        let file = PNGBytes(colorType: 3).chunk("eXIf", ExifBytes.gps(tags: [2, 4]))
            .profile(zlib: ZlibBytes.stored([1, 2, 3])).chunk("tRNS", [0]).animation(claiming: 2)
            .frameControl().imageData().frameControl(x: 1).frameData().end().appending([1, 2])
        let violations = HeaderInvariants.violations(
            inVariantsOf: file.bytes,
            read: PNGReader.header
        )
        #expect(violations == [])
    }
}
