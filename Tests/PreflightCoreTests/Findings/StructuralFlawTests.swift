import PreflightCore
import Testing

/// How flaws are counted, and what a finding says of them and of missing pixels.
struct StructuralFlawTests {
    static func flaws(_ count: Int, cure: StructuralFlaw.Cure = .repair) -> StructuralFlaws {
        var flaws = StructuralFlaws()
        for number in 0..<count {
            flaws.add(StructuralFlaw("fact \(number)", refusedBy: [.pillow, .goImage], cure: cure))
        }
        return flaws
    }

    static func findings(_ header: ImageHeader, damage: String? = nil) throws -> [Finding] {
        let facts = ImageFacts(format: .png, byteCount: 100, header: .success(header))
        let decoded = DecodedImage(size: header.size, frameCount: 1, damage: damage)
        let image = InspectedImage(
            label: .none,
            facts: facts,
            decoding: [.first: .decoded(decoded), .all: .decoded(decoded)]
        )
        return RuleTable.sample().findings(for: image, amongImages: 1)
            .filter { [.damaged, .undecodable].contains($0.code) }
    }

    @Test(arguments: [0, 1, 3, 4, 1_003])
    func `The first three are kept and the others counted`(_ count: Int) {
        let flaws = Self.flaws(count)
        #expect(flaws.first.count == min(count, 3))
        #expect(flaws.furtherCount == max(0, count - 3))
        #expect(flaws.isEmpty == (count == 0))
        #expect(flaws.areRepairable == (count > 0))
    }

    @Test
    func `A finding names the flaws, who refuses them, and the lossless cure`() throws {
        var header = ImageHeader(size: PixelSize(width: 300, height: 300), flaws: Self.flaws(1))
        let one = try #require(try Self.findings(header).first)
        #expect(one.code == .damaged)
        #expect(one.message.description.contains("Fact 0 (Pillow and Go refuse it)"))
        #expect(one.message.description.contains("repair the file"))
        header.flaws = Self.flaws(5)
        header.hasEndMarker = false
        let five = try #require(try Self.findings(header).first)
        #expect(five.message.description.contains("2 more like these; the PNG has no end marker"))
        header.flaws = Self.flaws(1, cure: .rewrite)
        #expect(
            try Self.findings(header).first?.message.description.contains("write it anew") == true
        )
    }

    @Test(
        arguments: [
            (
                MissingPixels(.row, from: 240, count: 240, of: 480),
                "rows 240–479 of 480 are missing"
            ),
            (MissingPixels(.row, from: 479, count: 1, of: 480), "row 479 of 480 is missing"),
            (MissingPixels(.pass, from: 5, count: 3, of: 7), "passes 5–7 of 7 are missing"),
            (
                MissingPixels(.row, from: 0, count: 9, of: 9, inFrame: 2),
                "rows 0–8 of 9 are missing in frame 2"
            ),
        ]
    )
    func `Missing pixels cannot be decoded`(_ missing: MissingPixels, words: String) throws {
        #expect(missing.description == words)
        let size = PixelSize(width: 300, height: 300)
        let findings = try Self.findings(ImageHeader(size: size, missingPixels: missing))
        #expect(findings.map(\.code) == [.undecodable])
        #expect(findings.first?.message.description.contains(words) == true)
        #expect(findings.first?.remedy == nil)
    }
}
