import Fixtures
import Foundation
import Testing

/// `imgcheck request --body` where all images of a body together have too many bytes.
struct BodyBytesTests {
    private static func conversation() throws -> String {
        let photo = try Fixture.jpegPhoto.part(mediaType: "image/jpeg")
        return ExistingBody.chat(ExistingBody.text, photo, photo, ExistingBody.text, photo)
    }

    /// The body without its base64.
    private static func frame(_ body: String) -> String {
        body.replacing(/base64,[^"]*/, with: "")
    }

    @Test(arguments: [50_000, 80_000])
    func `the images come into the bytes, and nothing else changes`(budget: Int) throws {
        let body = try Self.conversation()
        let scene = try RequestScene()
        let run = try scene.repair(body, "--budget", "\(budget)")
        #expect(run.status == 0)
        #expect(run.output.utf8.count <= budget)
        #expect(run.output.utf8.count > budget * 8 / 10)
        #expect(Self.frame(run.output) == Self.frame(body))
        #expect(run.errors.contains("encode as JPEG"))
    }

    @Test
    func `a body that keeps to its bytes stays as it is`() throws {
        let body = try Self.conversation()
        let scene = try RequestScene()
        let run = try scene.repair(body, "--budget", "\(body.utf8.count)")
        #expect(run.status == 0)
        #expect(run.output == body)
        let less = try scene.repair(body, "--budget", "\(body.utf8.count - 1)")
        #expect(less.status == 0)
        #expect(less.output.utf8.count < body.utf8.count)
    }

    @Test
    func `each line keeps to the bytes`() throws {
        let body = try Self.conversation().replacing("\n", with: " ")
        let small = ExistingBody.chat(ExistingBody.text)
        let run = try RequestScene().repair("\(body)\n\(small)\n", "--budget", "80000")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines.map { $0.utf8.count <= 80_000 } == [true, true])
        #expect(lines.last.map(String.init) == small)
    }

    @Test
    func `bytes that hold nothing are refused, and nothing is written`() throws {
        let run = try RequestScene().repair(Self.conversation(), "--budget", "900")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("fit into 900 bytes together"))
    }

    @Test(arguments: [[], ["photo"]])
    func `a text that is too long alone is named`(images: [String]) throws {
        let text = #"{"type":"text","text":"\#(String(repeating: "a", count: 8_000))"}"#
        let photo = try Fixture.jpegPhoto.part(mediaType: "image/jpeg")
        let parts = [text] + images.map { _ in photo }
        let body = ExistingBody.chat(parts.joined(separator: ", "))
        let run = try RequestScene().repair(body, "--budget", "5000")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("bytes without its images, and may have at most 5,000"))
        #expect(run.errors.contains("shorten the text"))
    }

    /// Claude takes edges of more than 2000 px in requests of at most 20 images.
    @Test
    func `an image that is left out does not count for the others`() throws {
        let large = try Fixture.size2001x200.part(mediaType: "image/png")
        let fine = try Fixture.pngRGB8.part(mediaType: "image/png")
        let bad = #"{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}"#
        let rest = Array(repeating: fine, count: 19).joined(separator: ",")
        let body = ExistingBody.chat(bad, large, rest, model: FixScene.claude)
        let scene = try RequestScene()
        let run = try scene.repair(body, "--on-reject", "omit", "--resize", "limits")
        #expect(run.status == 0)
        #expect(run.output.contains(large))
        let crowded = ExistingBody.chat(fine, large, rest, model: FixScene.claude)
        let scaled = try scene.repair(crowded, "--resize", "limits")
        #expect(scaled.status == 0)
        #expect(!scaled.output.contains(large))
    }
}
