import Fixtures
import Foundation
import Testing

/// The catalogue, the folder and the page that describes them say the same.
struct FixtureCatalogueTests {
    @Test
    func `Every file is in the catalogue and every entry has a file`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.folder)
        #expect(files.sorted() == Fixture.all.map(\.name).sorted())
    }

    @Test
    func `No name stands twice`() {
        #expect(Set(Fixture.all.map(\.name)).count == Fixture.all.count)
    }

    @Test
    func `The images take less than 600,000 bytes together`() throws {
        let byteCount = try Fixture.all.reduce(0) { try $0 + $1.bytes().count }
        #expect(byteCount < 600_000)
    }

    @Test
    func `The page states name, byte count and recipe of each`() throws {
        let page = URL(filePath: Fixture.folder).deletingLastPathComponent()
            .appending(path: "README.md")
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        for fixture in Fixture.all {
            let row = rows.first { $0.hasPrefix("| \(fixture.name) |") }
            let byteCount = try fixture.bytes().count
            #expect(row?.filter { $0 != "," }.contains("| \(byteCount) |") == true, "\(fixture)")
            #expect(row?.hasSuffix("| \(fixture.recipe) |") == true, "\(fixture)")
        }
    }
}
