import Foundation
import PreflightCore
import Testing

/// What a line of a stream says, and what is no line at all.
struct StreamLineTests {
    @Test(arguments: [
        (#""a""#, #""a""#), (#""\u0041\n\"\/""#, #""A\n\"/""#), ("7", "7"), ("-0", "-0"),
        ("1.50e+3", "1.50e+3"), ("12345678901234567890123", "12345678901234567890123"),
        ("null", "null"), ("true", "true"), ("false", "false"), ("[]", "[]"), ("{}", "{}"),
        (#"[1, "b" ,[null]]"#, #"[1,"b",[null]]"#),
        (#"{"z":1,"a":{"b":2}}"#, #"{"z":1,"a":{"b":2}}"#),
        (#""日本 🖼""#, #""日本 🖼""#),
    ])
    func `an identity of any kind is kept`(id: String, kept: String) throws {
        let line = try StreamLine(Array(#"{"id":\#(id),"path":"a.png"}"#.utf8))
        #expect(line.id == kept)
        #expect(line.image == .path("a.png"))
    }

    @Test
    func `an identity is not needed`() throws {
        #expect(try StreamLine(Array(#"{"path":"a"}"#.utf8)).id == nil)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let image: StreamLine.Image

        init(_ line: String, _ image: StreamLine.Image) {
            testDescription = line
            self.image = image
        }
    }

    @Test(arguments: [
        Case(#"{"path":"dir/a b.png"}"#, .path("dir/a b.png")),
        Case(#" { "other" : 1 , "path" : "\u00e9" } "#, .path("é")),
        Case(#"{"path":""}"#, .path("")),
        Case(#"{"data":""}"#, .bytes([], [])),
        Case(#"{"data":"AQL/"}"#, .bytes([1, 2, 255], [])),
        Case(#"{"data":"AQL\/"}"#, .bytes([1, 2, 255], [])),
        Case(#"{"data":"AQ=="}"#, .bytes([1], [])),
        Case(#"{"data":"data:image/png;base64,AQ=="}"#, .bytes([1], [.superfluousPrefix])),
        Case(#"{"path":"a"}"# + "\r", .path("a")),
        Case(#"{"path":"a","data":null}"#, .path("a")),
        Case(#"{"path":null,"data":"AQ=="}"#, .bytes([1], [])),
    ])
    func `an image is a path or bytes`(_ c: Case) throws {
        #expect(try StreamLine(Array(c.testDescription.utf8)).image == c.image)
    }

    @Test
    func `base64 of base64 is decoded twice where an image comes of it`() throws {
        let twice = String(
            decoding: Base64.encode(Array(Base64RecoveryTests.plain.utf8)),
            as: UTF8.self
        )
        let line = try StreamLine(Array(#"{"data":"\#(twice)"}"#.utf8))
        #expect(line.image == .bytes(Base64RecoveryTests.file, [.encodedTwice]))
    }

    @Test(arguments: ["!!!!", "A", "AQ=", "AQ==AQ==", "AQ==\\n", "data:image/png;base64,A"])
    func `base64 that cannot be read is said of the image, with the identity`(
        data: String
    ) throws {
        let line = try StreamLine(Array(#"{"id":5,"data":"\#(data)"}"#.utf8))
        #expect(line.id == "5")
        guard case .malformed(let reason) = line.image else {
            Issue.record("expected malformed base64, found \(line.image)")
            return
        }
        #expect(reason.hasPrefix("its base64 is malformed: "))
    }

    @Test(arguments: [
        ("", "The line has neither \"path\" nor \"data\""),
        (#","Path":"a""#, "The line has neither \"path\" nor \"data\""),
        (#","path":null,"data":null"#, "The line has neither \"path\" nor \"data\""),
        (#","path":"a","data":"""#, "The line has both \"path\" and \"data\""),
        (#","path":7,"data":"""#, "The line has both \"path\" and \"data\""),
        (#","path":7"#, "\"path\" is 7, not a text"),
        (#","data":[]"#, "\"data\" is an array, not a text"),
    ])
    func `an object without an image keeps its identity and says what is wrong`(
        members: String,
        expected: String
    ) throws {
        let line = try StreamLine(Array(#"{"id":1.0\#(members)}"#.utf8))
        #expect(line.id == "1.0")
        guard case .absent(let reason) = line.image else {
            Issue.record("expected no image, found \(line.image)")
            return
        }
        let parts = reason.components(separatedBy: ": ")
        #expect(parts.first == expected)
        #expect(parts.count > 1 && reason.hasSuffix("."), "what to write is said: \(reason)")
    }

    @Test(arguments: [
        "", " ", "nope", "{", #"{"path":"a""#, #"{"path":"a"} {"path":"b"}"#, "[1]", "1", "null",
        #""path""#,
    ])
    func `what is not understood is one sentence`(line: String) {
        let error = #expect(throws: StreamLineError.self) {
            try StreamLine(Array(line.utf8))
        }
        #expect(error?.reason.hasPrefix("The line is ") == true)
        #expect(error?.reason.hasSuffix(".") == true)
    }

    @Test(arguments: [
        ("", "The line is empty: leave it out."),
        ("oops", "The line is not JSON: at column 1, a value should be here, not “oops”."),
        (
            #"{"id":"ü","path" "a"}"#,
            "The line is not JSON: at column 18, “:” after a name should be here, not “\"”."
        ),
        (
            "[1]",
            "The line is an array, not a JSON object: write {\"path\": \"a.png\"}, "
                + "or {\"data\": \"…\"} with the file in base64."
        ),
    ])
    func `a mistake is told with its place and its cure`(line: String, reason: String) {
        let error = #expect(throws: StreamLineError.self) { try StreamLine(Array(line.utf8)) }
        #expect(error?.reason == reason)
    }

    @Test
    func `text that is not UTF-8 is not understood`() {
        #expect(throws: StreamLineError.self) {
            try StreamLine(Array(#"{"path":""#.utf8) + [0xFF] + Array(#""}"#.utf8))
        }
    }
}
