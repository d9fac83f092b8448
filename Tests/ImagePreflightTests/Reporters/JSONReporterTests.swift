import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// The document that programs rely on.
struct JSONReporterTests {
    @Test
    func `a report`() throws {
        try Snapshot.expect(JSONReporter().text(for: [SampleReport.full]), matches: "report.json")
    }

    @Test
    func `a report in the shape of schema version 1`() throws {
        let old = try Self.object(
            JSONReporter(schemaVersion: .one).text(for: [SampleReport.full])
        )
        let new = try Self.object(JSONReporter().text(for: [SampleReport.full]))
        let report = try #require((new["reports"] as? [NSDictionary])?.first)
        let expected = try #require(report.mutableCopy() as? NSMutableDictionary)
        expected["schemaVersion"] = 1
        #expect(old == expected)
        let several = try Self.object(
            JSONReporter(schemaVersion: .one).text(for: [SampleReport.full, SampleReport.single])
        )
        #expect(several["schemaVersion"] as? Int == 1)
        #expect((several["reports"] as? [NSDictionary])?.first == expected)
    }

    @Test
    func `several reports, compact`() throws {
        let text = JSONReporter(isPretty: false)
            .text(for: [SampleReport.full, SampleReport.single])
        try Snapshot.expect(text, matches: "reports.json")
    }

    @Test
    func `a line an image and a last one for the request`() throws {
        let text = JSONLinesReporter().text(for: [SampleReport.full, SampleReport.single])
        try Snapshot.expect(text, matches: "reports.jsonl")
    }

    @Test(arguments: [true, false])
    func `keys are sorted and slashes stand as they are`(isPretty: Bool) throws {
        let text = JSONReporter(isPretty: isPretty).text(for: [SampleReport.plain])
        var options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { options.insert(.prettyPrinted) }
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let written = try JSONSerialization.data(withJSONObject: parsed, options: options)
        #expect(String(decoding: written, as: UTF8.self) + "\n" == text)
    }

    @Test
    func `names come back as they went in`() throws {
        let text = JSONReporter().text(for: [SampleReport.full])
        let document = try JSONDecoder().decode(Documents.self, from: Data(text.utf8)).reports[0]
        #expect(document.images.map(\.source) == SampleReport.full.images.map(\.source))
        #expect(
            document.images.map { $0.findings?.map(\.message) ?? [] }
                == SampleReport.full.images.map { $0.findings.map(\.message.description) }
        )
        #expect(text.unicodeScalars.filter(\.controlsDisplay).isEmpty)
    }

    @Test
    func `numbers are numbers, flags are flags, and what does not apply is absent`() throws {
        let text = JSONReporter().text(for: [SampleReport.full])
        let document = try JSONDecoder().decode(Documents.self, from: Data(text.utf8)).reports[0]
        #expect(document.request.tokenCount == 1_234)
        #expect(document.request.payloadByteCount == 16_461_234)

        let curable = document.images[1]
        #expect(curable.base64ByteCount == 16_000_000)
        #expect(curable.facts?.width == 9_000 && curable.facts?.displayWidth == 10)
        #expect(curable.facts?.isAnimated == true && curable.facts?.hasGPS == true)
        #expect(curable.findings?[0].measured == 9_000 && curable.findings?[0].limit == 8_000)
        #expect(curable.findings?[1].measured == nil && curable.findings?[1].source == nil)

        #expect(document.images[4].facts?.byteCount == 3_000_000_000)
        #expect(document.images[4].facts?.width == nil && document.images[4].tokenCount == nil)
        #expect(document.images[5].facts == nil && document.images[5].findings == nil)
        #expect(document.images[5].error == "No such file or directory")
    }

    @Test
    func `the lines are the parts of the document`() throws {
        let lines = JSONLinesReporter().text(for: [SampleReport.full])
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == SampleReport.full.images.count + 2 && lines.last == "")
        let documents = try Self.object(JSONReporter().text(for: [SampleReport.full]))
        let document = try #require((documents["reports"] as? [NSDictionary])?.first)
        let images = try #require(document["images"] as? [NSDictionary])
        for (line, image) in zip(lines, images) {
            let expected = try #require(image.mutableCopy() as? NSMutableDictionary)
            expected["type"] = "image"
            expected["model"] = document["model"]
            #expect(try Self.object(String(line)) == expected)
        }
        let rest = try #require(document.mutableCopy() as? NSMutableDictionary)
        rest.removeObject(forKey: "images")
        rest["type"] = "request"
        rest["schemaVersion"] = documents["schemaVersion"]
        #expect(try Self.object(String(lines[images.count])) == rest)
    }

    private static func object(_ text: String) throws -> NSDictionary {
        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return NSDictionary(dictionary: try #require(parsed as? [String: Any]))
    }
}

/// What the tests read of a document; a number that is written as text does not decode.
private struct Document: Decodable {
    struct Request: Decodable {
        var tokenCount: Int?
        var payloadByteCount: Int
    }

    struct Facts: Decodable {
        var byteCount: Int
        var width: Int?
        var displayWidth: Int?
        var isAnimated: Bool?
        var hasGPS: Bool?
    }

    struct Finding: Decodable {
        var message: String
        var measured: Int?
        var limit: Int?
        var source: String?
    }

    struct Image: Decodable {
        var source: String
        var base64ByteCount: Int?
        var tokenCount: Int?
        var facts: Facts?
        var findings: [Finding]?
        var error: String?
    }

    var request: Request
    var images: [Image]
}

private struct Documents: Decodable {
    var reports: [Document]
}
