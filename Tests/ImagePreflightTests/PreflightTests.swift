import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// The library call: what goes in, what comes out, and in which order.
struct PreflightTests {
    @Test
    func `files and bytes are judged alike, in the order of the inputs`() async throws {
        let report = try await Preflight(model: BuiltIn.gpt5)
            .check([
                .file(Fixture.pngRGB8.path),
                .bytes(try Fixture.jpegCMYK.bytes(), name: "inks.jpg"),
                .file(Fixture.gif2Frames.path),
                .bytes(try Fixture.cutPngIDAT.bytes(), name: "cut"),
            ])
        #expect(
            report.images.map(\.source) == [
                Fixture.pngRGB8.path, "inks.jpg", Fixture.gif2Frames.path, "cut",
            ]
        )
        #expect(
            report.images.map { $0.findings.map(\.code) } == [
                [], [.unusualColor], [.animationRefused], [.undecodable],
            ]
        )
        #expect(report.images.map(\.verdict) == [.accepted, .accepted, .fixable, .rejected])
        #expect(report.images.map { $0.tokenCount != nil } == [true, true, true, false])
        #expect(report.verdict == .rejected)
        #expect(report.request.totals.imageCount == 4)
        #expect(report.request.totals.fileByteCount == 790 + 3_139 + 2_803 + 395)
        #expect(report.request.tokenCount == report.images.compactMap(\.tokenCount).reduce(0, +))
    }

    @Test
    func `the verdict of a request counts its own findings`() async throws {
        let five = Array(repeating: ImageInput.file(Fixture.pngRGB8.path), count: 5)
        let gemma = try Preflight(model: BuiltIn.gemma)
        #expect(try await gemma.check(five).verdict == .accepted)
        let six = try await gemma.check(five + five.prefix(1))
        #expect(six.verdict == .fixable)
        #expect(six.images.allSatisfy { $0.verdict == .accepted })
    }

    @Test
    func `a request without images is accepted`() async throws {
        let report = try await Preflight(model: BuiltIn.gpt5).check([])
        #expect(report.verdict == .accepted)
        #expect(report.request.totals.imageCount == 0)
        #expect(report.request.tokenCount == nil)
    }

    @Test
    func `the report names the model, the table and the tools`() async throws {
        let codec = ScriptedCodec { _ in .failure(CodecError(stage: .open, detail: "")) }
        var table = try BuiltIn.table(BuiltIn.claude)
        let builtIn = try await Preflight(table: table, codec: codec).check([])
        #expect(builtIn.model.name == BuiltIn.claude)
        #expect(builtIn.model.table == "built-in")
        #expect(builtIn.model.verifiedOn == table.verifiedOn)
        #expect(builtIn.tool.name == "imgcheck")
        #expect(builtIn.tool.codecVersion == "scripted")
        table.origin = "mine.json"
        #expect(
            try await Preflight(table: table, codec: codec).check([]).model.table == "mine.json"
        )
    }

    @Test
    func `several tables at once say what each says alone`() async throws {
        let fixtures = Fixture.animations + Fixture.damage + Fixture.foreign + Fixture.sizes
        let inputs = fixtures.map { ImageInput.file($0.path) }
        var whole = try BuiltIn.table(BuiltIn.gpt5)
        whole.limits.removeAll { $0.measure == .frameCount }
        let tables = BuiltIn.tables + [whole]
        let together = try await Preflight.check(inputs, under: tables, options: .init())
        for (table, report) in zip(tables, together) {
            #expect(try await Preflight(table: table).check(inputs) == report, "\(table.name)")
        }
    }

    @Test(arguments: [
        ("databricks-gpt5", ["databricks-gpt-5"]),
        ("databricks-claude-3.7-sonet", ["databricks-claude-3-7-sonnet"]),
        ("gemma", ["databricks-gemma-3-12b"]),
        ("something else entirely", []),
        ("", []),
    ])
    func `an unknown model is answered with the nearest names`(
        name: String,
        nearest: [String]
    ) throws {
        let error = try #require(throws: UnknownModelError.self) { try Preflight(model: name) }
        #expect(error.name == name)
        #expect(error.nearest.first == nearest.first)
        #expect(error.description.contains("“\(name)”"))
    }
}

/// What a table that takes animations whole looks at.
struct WholeAnimationTests {
    @Test(arguments: [
        (Fixture.guard249Frames, false), (.guard250Frames, false), (.guard251Frames, true),
        (.guard65535Frame, true), (.gif2Frames, false),
    ])
    func `the guard on all frames applies where all are decoded`(
        fixture: Fixture,
        isOver: Bool
    ) async throws {
        var table = try BuiltIn.table(BuiltIn.gpt5)
        table.limits.removeAll { $0.measure == .frameCount }
        let codec = ScriptedCodec { bytes in
            let header = try? ImageFacts(reading: bytes.span).header.get()
            return header.map { .success(DecodedImage(size: $0.size, frameCount: $0.frameCount)) }
                ?? .failure(CodecError(stage: .open, detail: ""))
        }
        let report = try await Preflight(table: table, codec: codec).check([.file(fixture.path)])
        #expect(report.images[0].findings.contains { $0.code == .overDecodeGuard } == isOver)
        #expect(codec.usage.scopes == (isOver ? [] : [.all]))
    }
}
