import Testing

@testable import PreflightCore

/// What one image is told, and what silences what.
struct JudgingTests {
    /// A table with a limit on everything.
    static let table = RuleTable.sample([
        .atMost(1, .frameCount, .onlyFirstFrameSeen, evidence: .inferred),
        .atMost(100, .longEdgePixels, .edgeTooLong),
        .atMost(50, .longEdgePixels, .edgeTooLongForCount, when: .imageCountMoreThan(2)),
        .atMost(40, .base64ByteCount, .imageBytesOverLimit),
    ])

    /// A header that raises everything a header can.
    static let header = ImageHeader(
        size: PixelSize(width: 101, height: 10),
        orientation: Orientation(rawValue: 6) ?? .upright,
        frameCount: 2,
        bitsPerSample: 16,
        hasAlpha: true,
        hasGPS: true,
        hasEndMarker: false
    )

    /// What ``header`` raises in a request of three whatever the decoder says.
    static let headerCodes: [FindingCode] = [
        .onlyFirstFrameSeen, .edgeTooLong, .edgeTooLongForCount, .notUpright, .unusualColor,
        .carriesGPS, .transparent, .imageBytesOverLimit,
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let decoding: Decoding
        let code: FindingCode

        init(_ name: String, _ decoding: Decoding, _ code: FindingCode) {
            testDescription = name
            self.decoding = decoding
            self.code = code
        }
    }

    static let decodings = [
        Case("decoded", .decoded(DecodedImage(size: header.size, frameCount: 2)), .damaged),
        Case("not attempted", .notAttempted, .damaged),
        Case("failed", .failed(CodecError(stage: .decode, detail: "why")), .undecodable),
        Case(
            "over the guard",
            .overGuard(.init(measured: 2, limit: 1, bound: .framePixels)),
            .overDecodeGuard
        ),
        Case(
            "another size",
            .decoded(DecodedImage(size: PixelSize(width: 101, height: 11), frameCount: 2)),
            .headerDisagrees
        ),
        Case(
            "the sides exchanged",
            .decoded(DecodedImage(size: header.size.transposed, frameCount: 2)),
            .headerDisagrees
        ),
        Case(
            "fewer frames",
            .decoded(DecodedImage(size: header.size, frameCount: 1)),
            .headerDisagrees
        ),
    ]

    @Test(arguments: decodings)
    func `whatever the decoder says, header findings stand`(_ c: Case) {
        let expected = ([c.code] + Self.headerCodes).sorted { $0.rawValue < $1.rawValue }
        #expect(codes(of: image(.success(Self.header), c.decoding), amongImages: 3) == expected)
    }

    @Test
    func `a condition that does not hold takes its finding away, and no other`() {
        let found = codes(of: image(.success(Self.header), .notAttempted), amongImages: 2)
        let all = ([.damaged] + Self.headerCodes).filter { $0 != .edgeTooLongForCount }
        #expect(Set(found) == Set(all))
    }

    @Test(arguments: ImageFormat.allCases, decodings)
    func `of a refused format nothing else is said`(format: ImageFormat, _ c: Case) throws {
        let table = RuleTable.sample(
            [.atMost(1, .frameCount, .animationRefused)] + Self.table.limits.dropFirst(2),
            formats: ImageFormat.allCases.filter { $0 != format }
        )
        let refused = image(.success(Self.header), c.decoding, as: format, named: "pdf")
        let findings = table.findings(for: refused, amongImages: 3)
        #expect(findings.map(\.code) == [.unacceptedFormat])
        // The decoder sees one frame of every PNG.
        let isReadable =
            c.code == .damaged || format == .png && c.testDescription == "fewer frames"
        let isCurable = format.isDecodable && isReadable
        #expect(findings.first?.remedy == (isCurable ? .convert : nil))
        #expect(findings.first?.source == "page")
    }

    @Test(arguments: [
        HeaderError.truncated(offset: 7), .malformed(offset: 7, reason: "no size"),
        .oversize(PixelSize(width: 1 << 31, height: 1)),
    ])
    func `without a header the bytes are judged all the same`(error: HeaderError) {
        #expect(
            codes(of: image(.failure(error), .notAttempted), amongImages: 3)
                == [.undecodable, .imageBytesOverLimit]
        )
        let decoded = Decoding.decoded(DecodedImage(size: Self.header.size, frameCount: 1))
        #expect(
            codes(of: image(.failure(error), decoded), amongImages: 3)
                == [.headerDisagrees, .imageBytesOverLimit]
        )
    }

    @Test
    func `frames that are cut off do not make header and decoder disagree`() {
        let decoded = Decoding.decoded(DecodedImage(size: Self.header.size, frameCount: 7))
        #expect(!codes(of: image(.success(Self.header), decoded)).contains(.headerDisagrees))
    }

    @Test
    func `an animated PNG that the decoder takes for a still is no disagreement`() {
        let decoded = Decoding.decoded(DecodedImage(size: Self.header.size, frameCount: 1))
        let asPNG = image(.success(Self.header), decoded, as: .png)
        #expect(!codes(of: asPNG).contains(.headerDisagrees))
    }

    @Test
    func `a decoding of frames that the table does not look at says nothing`() {
        let failed = Decoding.failed(CodecError(stage: .decode, detail: ""))
        var inspected = image(.success(Self.header), .notAttempted)
        inspected.decoding = [.all: failed]
        #expect(!codes(of: inspected).contains(.undecodable))
        inspected.decoding = [.first: failed]
        #expect(codes(of: inspected).contains(.undecodable))
    }

    private func image(
        _ header: Result<ImageHeader, HeaderError>,
        _ decoding: Decoding,
        as format: ImageFormat = .gif,
        named ending: String? = nil
    ) -> InspectedImage {
        InspectedImage(
            label: ending.map(ImageLabel.fileNameExtension) ?? .none,
            facts: ImageFacts(format: format, byteCount: 31, header: header),
            decoding: decoding == .notAttempted ? [:] : [.first: decoding]
        )
    }

    private func codes(of image: InspectedImage, amongImages imageCount: Int = 1) -> [FindingCode] {
        Self.table.findings(for: image, amongImages: imageCount).map(\.code)
    }
}
