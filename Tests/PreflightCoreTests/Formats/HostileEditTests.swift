import Fixtures
import PreflightCore
import Testing

/// Whatever is done to a file, editing it does not trap, and what comes out keeps its promises.
struct HostileEditTests {
    /// Small fixtures on which there is something to edit, and a few on which there is not.
    static let small =
        [.jpegGray, .pngGray8, .gifStill, .webpLossy]
        + FileEditTests.pictures.filter { fixture in
            guard let edited = try? EditedFile(of: fixture, by: everything) else { return false }
            return edited.result != edited.original && edited.original.count <= 1_500
        }

    static let everything = Plan([.firstFrame(of: 2), .stripMetadata, .trim])

    @Test(arguments: small, [everything, Plan([.trim])])
    func `Every truncation`(_ fixture: Fixture, _ plan: Plan) throws {
        let bytes = try fixture.bytes()
        let broken = (0...bytes.count)
            .filter { byteCount in
                !EditedFile(Array(bytes.prefix(byteCount)), by: plan).brokenPromises.isEmpty
            }
        #expect(broken == [])
    }

    @Test(arguments: small)
    func `Every changed byte`(_ fixture: Fixture) throws {
        var bytes = try fixture.bytes()
        var broken: [Int] = []
        for offset in bytes.indices {
            let original = bytes[offset]
            for changed in Set([original ^ 0xFF, original ^ 0x01, 0]) {
                bytes[offset] = changed
                let edited = EditedFile(bytes, by: Self.everything)
                if !edited.brokenPromises.isEmpty { broken.append(offset) }
            }
            bytes[offset] = original
        }
        #expect(broken == [])
    }
}
