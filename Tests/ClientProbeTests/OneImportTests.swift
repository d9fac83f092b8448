import Foundation
import ImagePreflight
import Testing

/// One import gives a client all that the library's signatures name.
struct OneImportTests {
    @Test func `facts, rules, plans and findings come with the library`() throws {
        let table = try RuleLibrary.builtIn.table(named: "databricks-gpt-5")
        let formats: Set<ImageFormat> = Set(table.acceptedFormats)
        #expect(formats.contains(.png))
        #expect(FindingCode(rawValue: "IMG101")?.rawValue == "IMG101")
        #expect(PlanOptions().lossAtMost == Loss.meaning)
    }

    @Test func `an error is a sentence, also for Foundation`() {
        let error = #expect(throws: UnknownModelError.self) { try Preflight(model: "gpt-0") }
        #expect(error?.localizedDescription == error?.description)
        #expect(error?.localizedDescription.contains("gpt-0") == true)
    }

    @Test func `a report encodes as the JSON of the contract`() async throws {
        let preflight = try Preflight(model: "databricks-gpt-5")
        let report = try await preflight.check([.bytes([], name: "empty.png")])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(report), as: UTF8.self)
        let document = JSONReporter(isPretty: false).text(for: [report])
        #expect(document == #"{"reports":["# + text + #"],"schemaVersion":2}"# + "\n")
        #expect(text.contains(#""code":"IMG101""#))
    }
}
