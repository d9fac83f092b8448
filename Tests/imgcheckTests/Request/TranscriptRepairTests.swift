import Fixtures
import Testing

/// Saved transcripts, one message a line, are judged and repaired as the conversation they hold.
struct TranscriptRepairTests {
    /// Lines of several kinds around a message with these images, and one of which says nothing.
    private static func transcript(_ parts: String...) -> String {
        let message = #"{"content":[\#(parts.joined(separator: " , "))], "role":"user"}"#
        return """
            {"type":"queue-operation" , "content":"x"}\r
            {"type":"user","message":\(message),"uuid":"1\\/2"}

            {"type":"assistant","message":{"role":"assistant","content":[\(ExistingBody.text)]}}
            {"type":"summary","n":1.0e0}
            """
    }

    @Test
    func `only the poisoned image changes`() throws {
        let fine = try Fixture.pngRGB8.part(mediaType: "image/png")
        let bad = try Fixture.pngRGB8.part(mediaType: "image/gif")
        let run = try RequestScene().repair(Self.transcript(fine, bad), model: Example.model)
        #expect(run.status == 0)
        #expect(run.errors.contains("line 2: message.content[1]"))
        #expect(run.errors.contains("IMG102"))
        #expect(run.output == Self.transcript(fine, fine))
    }

    @Test
    func `an image that cannot be cured makes way for a text in its line`() throws {
        let fine = try Fixture.pngRGB8.part(mediaType: "image/png")
        let bad = #"{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}"#
        let scene = try RequestScene()
        let run = try scene.repair(
            Self.transcript(bad, fine),
            "--on-reject",
            "omit",
            model: Example.model
        )
        #expect(run.status == 0)
        let (head, tail) = ("[", ##" , \##(fine)], "role""##)
        #expect(
            run.output.contains(#"\#(head){"type":"text","text":"[An image was left out here.]"#)
        )
        #expect(run.output.contains(tail))
    }

    @Test
    func `the images of all lines are one request`() throws {
        let fine = try Fixture.pngRGB8.part(mediaType: "image/png")
        let line = #"{"role":"user","content":[\#(fine),\#(fine)]}"#
        let lines = Array(repeating: line, count: 3).joined(separator: "\n")
        let scene = try RequestScene()
        let run = try scene.repair(lines, model: RequestScene.gemma)
        Case("", [], status: 1, errors: ["REQ401", "has 6 images"]).verify(run)
        #expect(try scene.repair(lines, model: Example.model).output == lines)
    }

    @Test
    func `the model is asked for`() throws {
        let run = try RequestScene().repair(Self.transcript(ExistingBody.text))
        Case("", [], status: 64, errors: ["give --model"]).verify(run)
    }
}
