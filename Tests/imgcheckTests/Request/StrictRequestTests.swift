import Fixtures
import Foundation
import Testing

/// `--strict` reaches what is written: where sources conflict on the bytes of a body, the smaller
/// limit is kept to.
struct StrictRequestTests {
    /// A table whose body has no limit but one on which sources conflict.
    private static let rules = """
        {
          "schemaVersion": 2, "name": "doubtful", "title": "Doubtful", "provider": "Nobody",
          "verifiedOn": "2026-11-01",
          "sources": {
            "page": { "title": "A page", "address": "https://example.com", "checkedOn": "2026-11-01" }
          },
          "limits": [
            { "code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png"],
              "evidence": "documented", "source": "page" },
            { "code": "REQ402", "measure": "bodyByteCount", "atMost": 90000,
              "evidence": "documented", "source": "page" },
            { "code": "REQ403", "measure": "bodyByteCount", "atMost": 30000,
              "evidence": "documented", "source": "page" }
          ],
          "tokens": []
        }
        """

    private static func run(_ arguments: String..., in scratch: Scratch) throws -> Program.Run {
        try scratch.write(Array(rules.utf8), to: "rules.json")
        return try Program.run(
            ["request", "--rules", "rules.json", "--model", "doubtful"] + arguments
                + [Fixture.jpegPhoto.path],
            in: scratch.path
        )
    }

    @Test
    func `without it the smaller limit is told of what was written`() throws {
        let run = try Self.run(in: try Scratch())
        #expect(run.status == 0)
        #expect(run.output.utf8.count > 30_000)
        #expect(run.errors.contains("1 image; accepted; REQ403"))
    }

    @Test
    func `with it the body keeps to the smaller limit`() throws {
        let run = try Self.run("--strict", "--squeeze", in: try Scratch())
        #expect(run.status == 0)
        #expect(run.output.utf8.count <= 30_000)
        #expect(run.errors.contains("1 image; accepted\n"))
    }

    @Test
    func `a body that cannot keep to it is not written`() throws {
        let run = try Self.run("--strict", "--loss", "none", in: try Scratch())
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
    }
}
