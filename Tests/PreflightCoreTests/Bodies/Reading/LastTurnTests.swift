import Testing

@testable import PreflightCore

/// How many images stand in the user's last turn.
struct LastTurnTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let body: String
        let count: Int?

        init(_ description: String, _ body: String, _ count: Int?) {
            testDescription = description
            self.body = body
            self.count = count
        }
    }

    private static func images(_ count: Int, _ image: String) -> String {
        Array(repeating: image, count: count).joined(separator: ",")
    }

    private static func chat(_ count: Int) -> String {
        images(count, #"{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBOR"}}"#)
    }

    private static func responses(_ count: Int) -> String {
        images(count, #"{"type":"input_image","image_url":"data:image/png;base64,iVBOR"}"#)
    }

    private static func gemini(_ count: Int) -> String {
        images(count, #"{"inlineData":{"mimeType":"image/png","data":"iVBOR"}}"#)
    }

    private static func turn(_ role: String, _ content: String) -> String {
        #"{"role":"\#(role)","content":[\#(content)]}"#
    }

    static let rows = [
        Row("one turn", "{\"messages\":[\(turn("user", chat(3)))]}", 3),
        Row(
            "three, an answer, one",
            "{\"messages\":[\(turn("user", chat(3))),\(turn("assistant", "")),\(turn("user", chat(1)))]}",
            1
        ),
        Row(
            "three, and an answer with one",
            "{\"messages\":[\(turn("user", chat(3))),\(turn("assistant", chat(1)))]}",
            3
        ),
        Row(
            "two, then text",
            "{\"messages\":[\(turn("user", chat(2))),\(turn("user", #"{"type":"text","text":"?"}"#))]}",
            0
        ),
        Row(
            "Responses, with a call in between",
            "{\"input\":[\(turn("user", responses(3))),{\"type\":\"reasoning\",\"content\":[]},"
                + "\(turn("user", responses(2)))]}",
            2
        ),
        Row(
            "Gemini, without roles",
            "{\"contents\":[{\"parts\":[\(gemini(2))]},{\"role\":\"model\",\"parts\":[]},"
                + "{\"parts\":[\(gemini(1))]}]}",
            1
        ),
        Row("no turn of the user", "{\"messages\":[\(turn("assistant", chat(2)))]}", nil),
    ]

    @Test(arguments: rows)
    func `the user's last turn is counted`(_ row: Row) throws {
        let body = try RequestBody(Array(row.body.utf8))
        #expect(body.requests.map(\.lastTurnImageCount) == [row.count])
    }
}
