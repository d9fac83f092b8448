import Testing

@testable import PreflightCore

/// The findings about content that is no image say what it is, and what cures it.
struct ForeignFindingTests {
    @Test
    func `content of another kind is named in IMG101`() throws {
        let finding = try finding(Array("version https://git-lfs.github.com/spec/v1".utf8))
        #expect(finding.code == .unacceptedFormat)
        #expect(
            finding.message.description
                == "The content is a Git LFS pointer, and sample takes JPEG, PNG, GIF or WebP: "
                + "run `git lfs pull`."
        )
        #expect(finding.remedy == nil)
    }

    @Test
    func `content without a cure of its own keeps the common one`() throws {
        let finding = try finding(Array("{}".utf8))
        #expect(
            finding.message.description
                == "The content is a JSON text, and sample takes JPEG, PNG, GIF or WebP: "
                + "send an image, exported as JPEG, PNG, GIF or WebP."
        )
    }

    @Test
    func `Apple's PNG is named in IMG105`() throws {
        let bytes = PNGBytes.signatureOnly.chunk("CgBI", [0x50, 0, 0x20, 2]).bytes
        let failed = Decoding.failed(CodecError(stage: .open, detail: "CgBI: unknown chunk"))
        for decoding in [Decoding.notAttempted, failed] {
            let finding = try finding(bytes, decoding)
            #expect(finding.code == .undecodable)
            #expect(finding.message.description.contains("an Apple CgBI PNG"))
            #expect(finding.message.description.contains("pngcrush -revert-iphone-optimizations"))
        }
    }

    @Test
    func `Apple's PNG that a decoder shows is no damage`() throws {
        let bytes = PNGBytes.signatureOnly.chunk("CgBI", [0x50, 0, 0x20, 2]).bytes
        let image = DecodedImage(size: PixelSize(width: 1, height: 1), frameCount: 1)
        #expect(try finding(bytes, .decoded(image)).code == .headerDisagrees)
    }

    private func finding(
        _ bytes: [UInt8],
        _ decoding: Decoding = .notAttempted
    ) throws -> Finding {
        let image = InspectedImage(
            label: .none,
            facts: ImageFacts(reading: bytes.span),
            decoding: [.first: decoding, .all: decoding]
        )
        return try #require(RuleTable.sample().findings(for: image, amongImages: 1).first)
    }
}
