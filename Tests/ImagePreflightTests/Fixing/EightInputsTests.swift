import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Eight ordinary inputs that an optimiser can ruin in silence.
///
/// It crops, turns, blackens and enlarges them, keeps one frame, or shrinks them to nothing. Here
/// each comes out right, or is refused with a reason.
struct EightInputsTests {
    @Test
    func `1: a sideways photograph comes out upright and whole`() async throws {
        // Red to the left of blue as stored; the tag asks for a quarter turn clockwise.
        var stored = Picture(width: 1_000, height: 600, of: [200, 40, 40])
        stored.fill(500, 0, 500, 600, with: [40, 70, 190])
        let bytes = try stored.encoded(as: .jpeg(quality: 90)).tagged(orientation: 6)
        let prepared = try await PreparedPicture(bytes)

        #expect(prepared.codes.contains(.notUpright))
        #expect(prepared.picture.size == PixelSize(width: 600, height: 1_000))
        let top = CIELab(prepared.picture.colour(300, 100))
        let bottom = CIELab(prepared.picture.colour(300, 900))
        #expect(top.difference(from: CIELab([200, 40, 40])) < 4)
        #expect(bottom.difference(from: CIELab([40, 70, 190])) < 4)
        let facts = ImageFacts(reading: prepared.bytes.span)
        #expect(try facts.header.get().orientation == .upright)
        #expect(prepared.report.output?.scaleX == 1)
        #expect(prepared.report.output?.scaleY == 1)
    }

    @Test
    func `2: a half that is white is kept`() async throws {
        var picture = Picture(width: 1_000, height: 600, of: [255, 255, 255])
        picture.write("NOTE", 620, 250, dot: 12, ink: [10, 60, 10])
        try await expectUntouched(picture.encoded(as: .jpeg(quality: 90)))
    }

    @Test
    func `3: a small word on white is not cropped`() async throws {
        var picture = Picture(width: 280, height: 280, of: [255, 255, 255])
        picture.write("EXIT", 120, 130, dot: 1, ink: [0, 0, 0])
        try await expectUntouched(picture.encoded(as: .png))
    }

    @Test
    func `4: a screenshot does not grow, and stays readable`() async throws {
        let screenshot = Picture.screenshot(width: 1_920, height: 1_080)
        let bytes = try screenshot.encoded(as: .png)

        // Scaled down its letters get soft edges, which takes more bytes: so it is left as it is.
        let untouched = try await PreparedPicture(bytes)
        #expect(untouched.codes == [.largerThanLookedAt])
        #expect(untouched.bytes == bytes)
        #expect(untouched.report.notes.map { $0.fact.prefix(12) } == ["IMG203 stays"])

        let scaled = try await PreparedPicture(bytes, PlanOptions(resize: .target))
        #expect(scaled.bytes.count > bytes.count)
        #expect(scaled.steps.last == .encode(.png))
        #expect(scaled.report.notes.isEmpty)
        #expect(scaled.picture.size == PixelSize(width: 1_430, height: 804))
        let reference = Plane(screenshot).scaled(to: scaled.picture.size)
        #expect(Plane(scaled.picture).similarity(to: reference) >= 0.98)
    }

    @Test
    func `4: a small one is scaled, though it takes a few bytes more`() async throws {
        var picture = Picture(width: 1_600, height: 200, of: [255, 255, 255])
        picture.write("EXIT", 120, 30, dot: 8, ink: [0, 0, 0])
        let prepared = try await PreparedPicture(picture.encoded(as: .png))
        #expect(prepared.picture.size == PixelSize(width: 1_568, height: 196))
    }

    @Test
    func `4: a sideways screenshot does not grow either`() async throws {
        let screenshot = Picture.screenshot(width: 1_080, height: 1_920)
        let bytes = try screenshot.encoded(as: .jpeg(quality: 100)).tagged(orientation: 6)
        let prepared = try await PreparedPicture(bytes)
        #expect(prepared.steps.contains { $0.name == "upright" })
        #expect(prepared.bytes.count <= bytes.count)
    }

    @Test
    func `5: black text on nothing stays as it is where alpha is taken`() async throws {
        var picture = Picture(width: 300, height: 300, of: [0, 0, 0, 0])
        picture.write("TEXT", 40, 120, dot: 8, ink: [0, 0, 0, 255])
        let bytes = try picture.encoded(as: .png)
        try await expectUntouched(bytes)

        let flattened = try await PreparedPicture(bytes, under: .claude(taking: .jpeg))
        #expect(flattened.steps.contains(.flatten(.white)))
        #expect(flattened.picture.colour(5, 5).allSatisfy { $0 > 250 })
        #expect(flattened.picture.colour(60, 150).allSatisfy { $0 < 12 })
    }

    @Test
    func `6: half a JPEG is refused by name`() async throws {
        let whole = try Picture.screenshot(width: 1_200, height: 800)
            .encoded(as: .jpeg(quality: 90))
        let prepared = try await Preflight(model: BuiltIn.claude)
            .prepare([.bytes(whole.prefix(whole.count / 2), name: "half.jpg")])

        #expect(prepared.images.isEmpty)
        #expect(prepared.report.verdict == .rejected)
        let image = try #require(prepared.report.images.first)
        #expect(image.source == "half.jpg")
        #expect(image.findings.map(\.code).contains(.undecodable))
        #expect(image.refusal?.description.contains("are missing") == true)
    }

    @Test
    func `7: an animation is kept where a frame of it is seen, and says so`() async throws {
        let bytes = try Self.animation()
        let kept = try await PreparedPicture(bytes)
        #expect(
            kept.codes.filter { ![.transparent, .hardToSee].contains($0) } == [.onlyFirstFrameSeen]
        )
        #expect(kept.steps.isEmpty)
        #expect(kept.bytes == bytes)
    }

    @Test
    func `7: where animations are refused the first frame is taken, and says so`() async throws {
        let table = try BuiltIn.table(BuiltIn.gpt5)
        let first = try await PreparedPicture(Self.animation(), under: table)
        #expect(
            first.codes.filter { ![.transparent, .hardToSee].contains($0) } == [.animationRefused]
        )
        #expect(first.steps.first == .firstFrame(of: 5))
        #expect(first.report.plan?.loss == .meaning)
        #expect(first.picture.size == PixelSize(width: 300, height: 300))
        let colour = first.picture.colour(150, 150)
        #expect(CIELab(colour).difference(from: CIELab([40, 70, 190])) < 3, "\(colour)")

        let refused = try await Preflight(table: table)
            .prepare(
                [.bytes(Self.animation(), name: "a.gif")],
                options: RequestOptions(plan: PlanOptions(lossAtMost: .detail))
            )
        #expect(refused.images.isEmpty)
        #expect(refused.report.images.first?.refusal?.description.contains("firstFrame") == true)
    }

    @Test
    func `8: a ribbon is scaled to what is looked at, and said to be hard to read`() async throws {
        var ribbon = Picture(width: 12_000, height: 100, of: [255, 255, 255])
        for x in stride(from: 20, to: 11_800, by: 320) {
            ribbon.write("NOTE TEXT", x, 40, dot: 4, ink: [0, 0, 0])
        }
        let prepared = try await PreparedPicture(ribbon.encoded(as: .png))
        #expect(prepared.codes == [.edgeTooLong, .largerThanLookedAt, .tooSmall])
        #expect(prepared.picture.size == PixelSize(width: 1_568, height: 13))
        let output = try #require(prepared.report.output)
        #expect(output.scaleX == 1_568.0 / 12_000)
        #expect(output.scaleY == 0.13)
    }
}

extension EightInputsTests {
    /// Five frames, the first of them blue.
    private static func animation() throws -> [UInt8] {
        var frames = Picture(width: 300, height: 1_500, of: [40, 70, 190])
        for frame in 1..<5 {
            let shade = UInt8(frame * 50)
            frames.fill(0, frame * 300, 300, 300, with: [shade, 200, 255 - shade])
        }
        return try frames.encoded(as: .gif, frameHeight: 300)
    }

    private func expectUntouched(_ bytes: [UInt8]) async throws {
        let prepared = try await PreparedPicture(bytes)
        #expect(prepared.report.verdict == .accepted)
        #expect(prepared.steps.isEmpty)
        #expect(prepared.bytes == bytes)
    }
}

extension [UInt8] {
    /// A JPEG with an EXIF segment after SOI that holds the orientation and nothing else.
    fileprivate func tagged(orientation: UInt8) -> [UInt8] {
        let directory: [UInt8] = [
            1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
        ]
        let exif = Array("Exif\0\0".utf8) + [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + directory
        return prefix(2) + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + dropFirst(2)
    }
}
