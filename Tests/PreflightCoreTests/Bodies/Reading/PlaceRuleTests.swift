import Testing

@testable import PreflightCore

/// Where an image may stand is a rule of the table.
struct PlaceRuleTests {
    private static let url = "data:image/png;base64,AAAA"
    private static let chatPart = BodySample.imagePart(url: url)
    private static let source =
        #"{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}"#

    private static var table: RuleTable {
        var table = RuleTable.sample([])
        table.dialects = [
            DialectRule(
                dialect: "chat",
                roles: ["user"],
                parts: ["image_url"],
                evidence: .documented,
                source: "a"
            ),
            DialectRule(
                dialect: "converse",
                parts: ["image", "toolResult"],
                evidence: .documented,
                source: "d"
            ),
            DialectRule(dialect: "anthropic", roles: [], evidence: .measured, source: "b"),
            DialectRule(
                dialect: "responses",
                roles: ["user"],
                takesAddresses: false,
                evidence: .inferred,
                source: "c"
            ),
        ]
        return table
    }

    /// A body and what is said of its places.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var body: String
        var severity: Severity?
        var says = ""
    }

    private static func turn(_ role: String, _ part: String) -> String {
        #"{"messages":[{"role":"\#(role)","content":[\#(part)]}]}"#
    }

    private static func item(_ url: String, role: String = "user") -> String {
        #"{"input":[{"role":"\#(role)","content":[{"type":"input_image","image_url":"\#(url)"}]}]}"#
    }

    static let rows = [
        Row(testDescription: "a user's", body: turn("user", chatPart)),
        Row(testDescription: "nobody's", body: #"{"messages":[{"content":[\#(chatPart)]}]}"#),
        Row(
            testDescription: "a tool's",
            body: turn("tool", chatPart),
            severity: .error,
            says: "at messages[0].content[0] is in a tool message, and"
        ),
        Row(
            testDescription: "two of the system's",
            body: turn("system", "\(chatPart),\(chatPart)"),
            severity: .error,
            says: "at messages[0].content[0] (and 1 more)"
        ),
        Row(
            testDescription: "a dialect that is refused",
            body: turn("user", source),
            severity: .error,
            says: "in a body of Anthropic messages"
        ),
        Row(
            testDescription: "a dialect that nobody speaks of",
            body:
                #"{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}]}"#,
            severity: .warning,
            says: "in a body of Google Gemini"
        ),
        Row(
            testDescription: "a part of another dialect",
            body: turn("user", #"{"type":"input_image","image_url":"\#(url)"}"#),
            severity: .error,
            says: "A part of OpenAI Responses"
        ),
        Row(
            testDescription: "an inferred rule",
            body: item(url, role: "assistant"),
            severity: .warning,
            says: "in an assistant message"
        ),
        Row(
            testDescription: "an address",
            body: item("https://localhost/a.png"),
            severity: .warning,
            says: "at input[0].content[0] is an address"
        ),
        Row(
            testDescription: "a part of a kind that is taken",
            body: turn("user", #"{"image":{"format":"png","source":{"bytes":"AAAA"}}}"#)
        ),
        Row(
            testDescription: "one in a part of a kind that is taken",
            body: turn(
                "user",
                #"{"toolResult":{"content":[{"image":{"format":"png","source":{"bytes":"AAAA"}}}]}}"#
            )
        ),
        Row(
            testDescription: "a part of a kind that is not taken",
            body: turn(
                "user",
                #"{"guardContent":{"image":{"format":"png","source":{"bytes":"AAAA"}}}}"#
            ),
            severity: .error,
            says: "in a part of the kind “guardContent”"
        ),
        Row(
            testDescription: "an uploaded file where an address is meant",
            body: turn("user", #"{"type":"image_file","image_file":{"file_id":"a"}}"#),
            severity: .error,
            says: "in a part of the kind “image_file”"
        ),
        Row(
            testDescription: "a tool's parts in a string",
            body:
                #"{"messages":[{"role":"tool","content":"[{\"type\":\"image\",\"data\":\"AAAA\"}]"}]}"#,
            severity: .warning,
            says: "at messages[0].content[0] are written into a string"
        ),
        Row(
            testDescription: "what a library makes a request of",
            body: turn("tool", #"{"type":"image","data":"AAAA","mimeType":"image/png"}"#)
        ),
        Row(
            testDescription: "a saved turn",
            body: #"{"role":"tool","content":[\#(source)]}"#
        ),
    ]

    @Test(arguments: rows)
    func `A place is held against the table`(_ row: Row) throws {
        let body = try RequestBody(Array(row.body.utf8))
        let findings = Self.table.placeFindings(for: body.images)
        #expect(findings.map(\.severity) == [row.severity].compactMap(\.self))
        #expect(findings.allSatisfy { $0.code == .misplacedImage && $0.remedy == nil })
        #expect(findings.allSatisfy { $0.message.description.contains(row.says) })
    }

    @Test(arguments: [
        (nil, Severity.error), (false, .error), (true, .warning),
    ])
    func `How much unusual base64 weighs is a fact of the table`(
        _ isTaken: Bool?,
        _ severity: Severity
    ) throws {
        var table = RuleTable.sample([])
        table.dialects =
            isTaken.map { isTaken in
                [
                    DialectRule(
                        dialect: "chat",
                        takesUnusualBase64: isTaken,
                        evidence: .documented,
                        source: "a"
                    )
                ]
            } ?? []
        let body = try RequestBody(Array(Self.turn("user", Self.chatPart).utf8))
        let narrowed = table.narrowed(to: body.images[0])
        #expect(narrowed.base64Severity == severity)
        var image = InspectedImage(
            label: .none,
            facts: ImageFacts(format: .png, byteCount: 1, header: .failure(.truncated(offset: 1)))
        )
        image.base64Faults = [.padding]
        let findings = narrowed.findings(for: image, amongImages: 1)
        #expect(findings.first { $0.code == .unusualBase64 }?.severity == severity)
    }

    @Test
    func `A guardrail's image is of its own formats, whatever the model takes`() throws {
        let limit = Limit(
            code: .unacceptedFormat,
            measure: .format,
            bound: .oneOf([.jpeg, .png, .gif, .webp]),
            evidence: .documented,
            source: "a"
        )
        let part = #"{"image":{"format":"gif","source":{"bytes":"AAAA"}}}"#
        let body = try RequestBody(
            Array(Self.turn("user", "\(part),{\"guardContent\":\(part)}").utf8)
        )
        let taken = body.images.map { RuleTable.sample([limit]).narrowed(to: $0).acceptedFormats }
        #expect(taken == [[.jpeg, .png, .gif, .webp], [.jpeg, .png]])
    }

    @Test
    func `Without rules nothing is said`() throws {
        let body = try RequestBody(Array(Self.turn("tool", Self.chatPart).utf8))
        #expect(RuleTable.sample([]).placeFindings(for: body.images).isEmpty)
    }

    @Test(
        arguments: [
            (Dialect.chat, nil, ""), (.responses, nil, ""),
            (.anthropic, Severity.error, "does not take"),
            (.gemini, .warning, "is not known to take"),
        ] as [(Dialect, Severity?, String)]
    )
    func `Requests in a dialect that the model does not take are told before they are written`(
        _ dialect: Dialect,
        _ severity: Severity?,
        _ words: String
    ) {
        let finding = Self.table.placeFinding(ofRequestsIn: dialect)
        #expect(finding?.severity == severity)
        #expect(finding?.code == severity.map { _ in .misplacedImage })
        #expect(words.isEmpty || finding?.message.fact.contains(words) == true)
        #expect(RuleTable.sample([]).placeFinding(ofRequestsIn: dialect) == nil)
    }
}
