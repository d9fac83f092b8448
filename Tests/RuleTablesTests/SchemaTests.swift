import Foundation
import Testing

@testable import PreflightCore

/// The schema and the decoder agree on every key, so that an editor and `rules lint` do too.
struct SchemaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// A name under `$defs`; nil for the document.
        let definition: String?
        let keys: RuleTableKeys
        var testDescription: String { definition ?? "document" }
    }

    static let cases =
        [
            Case(definition: nil, keys: .table),
            Case(definition: "source", keys: .source),
            Case(definition: "limit", keys: .limit),
            Case(definition: "condition", keys: .condition),
            Case(definition: "conflict", keys: .conflict),
            Case(definition: "target", keys: .target),
            Case(definition: "patches", keys: .patches),
            Case(definition: "advice", keys: .advice),
        ]
        + TokenMethodName.allCases.map {
            Case(definition: $0.rawValue, keys: .reading(by: $0))
        }

    @Test(arguments: cases)
    func `keys`(_ c: Case) throws {
        let object = try Self.definition(c.definition)
        #expect(Self.names(of: object["properties"]) == Set(c.keys.all))
        // What the document requires depends on whether it extends another.
        let requiring = c.definition == nil ? try Self.members(of: object["else"]) : object
        #expect(Self.strings(requiring["required"]) == Set(c.keys.required))
        #expect(object["additionalProperties"]?.content == .bool(false))
    }

    @Test func `a table that extends another needs less`() throws {
        let extending = try Self.members(of: Self.definition(nil)["then"])
        #expect(Self.strings(extending["required"]) == Set(RuleTableKeys.overlay.required))
        #expect(Set(RuleTableKeys.overlay.all) == Set(RuleTableKeys.table.all))
    }

    @Test func `a detail has the keys of a reading but details of its own`() throws {
        let values = try Self.members(of: Self.definition("detail")["additionalProperties"])
        #expect(values["$ref"]?.content == .string("#/$defs/reading"))
        let excluded = try Self.members(of: values["properties"])
        #expect(excluded.keys.sorted() == ["detail"] && excluded["detail"]?.content == .bool(false))
        for method in TokenMethodName.allCases {
            let own = Set(RuleTableKeys.detail(by: method).all)
            #expect(own.union(["detail"]) == Set(RuleTableKeys.reading(by: method).all))
        }
    }

    struct Choice: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let path: [String]
        let values: [String]
    }

    @Test(arguments: [
        Choice(
            testDescription: "codes",
            path: ["limit", "properties", "code"],
            values: LimitShape.codes.map(\.rawValue)
        ),
        Choice(
            testDescription: "measures",
            path: ["limit", "properties", "measure"],
            values: Measure.allCases.map(\.rawValue)
        ),
        Choice(
            testDescription: "formats",
            path: ["limit", "properties", "oneOf", "items"],
            values: ImageFormat.allCases.filter { $0 != .unknown }.map(\.rawValue)
        ),
        Choice(
            testDescription: "evidence",
            path: ["evidence"],
            values: Evidence.allCases.map(\.rawValue)
        ),
    ])
    func `choices`(_ c: Choice) throws {
        var object = try Self.members(of: Self.schema()["$defs"])
        for name in c.path { object = try Self.members(of: object[name]) }
        #expect(Self.strings(object["enum"]) == Set(c.values))
    }

    @Test func `ways of images and requests`() throws {
        let condition = try Self.members(of: Self.definition("condition")["properties"])
        func choices(_ name: String) throws -> Set<String> {
            let items = try Self.members(of: Self.members(of: condition[name])["items"])
            return Self.strings(items["enum"])
        }
        #expect(try choices("sentAs") == Set(Carrier.allCases.map(\.rawValue)))
        #expect(try choices("routes") == Set(Circumstances.routeNames))
    }

    struct Range: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let range: ClosedRange<Int>
    }

    @Test(arguments: [
        Range(testDescription: "edgePixels", range: RuleTableNumbers.edgePixels),
        Range(testDescription: "pixelCount", range: RuleTableNumbers.pixelCount),
        Range(testDescription: "imageCount", range: RuleTableNumbers.imageCount),
        Range(testDescription: "byteCount", range: RuleTableNumbers.byteCount),
        Range(testDescription: "patchCount", range: RuleTableNumbers.patchCount),
        Range(testDescription: "tokenCount", range: RuleTableNumbers.tokenCount),
        Range(testDescription: "optionalTokenCount", range: RuleTableNumbers.optionalTokenCount),
    ])
    func `ranges`(_ c: Range) throws {
        let object = try Self.definition(c.testDescription)
        #expect(object["minimum"]?.wholeNumber == c.range.lowerBound)
        #expect(object["maximum"]?.wholeNumber == c.range.upperBound)
    }
}

// MARK: - Reading the schema

extension SchemaTests {
    private static func schema() throws -> [String: JSONValue] {
        let file = EmbeddingTests.folder.deletingLastPathComponent()
            .appending(components: "schema", "rule-table.schema.json")
        return try members(of: JSONParser.value(of: Array(try Data(contentsOf: file))))
    }

    private static func definition(_ name: String?) throws -> [String: JSONValue] {
        guard let name else { return try schema() }
        return try members(of: members(of: schema()["$defs"])[name])
    }

    private static func members(of value: JSONValue?) throws -> [String: JSONValue] {
        let members = try #require(value).members
        return Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private static func names(of value: JSONValue?) -> Set<String> {
        Set((value?.members ?? []).map(\.name))
    }

    private static func strings(_ value: JSONValue?) -> Set<String> {
        guard case .array(let values) = value?.content else { return [] }
        return Set(
            values.compactMap { value -> String? in
                guard case .string(let text) = value.content else { return nil }
                return text
            }
        )
    }
}
