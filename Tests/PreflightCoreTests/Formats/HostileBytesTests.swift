import Fixtures
import PreflightCore
import Testing

/// Whatever is done to a file, its facts are read without a trap and do not contradict themselves.
struct HostileBytesTests {
    @Test(arguments: Fixture.all)
    func `every truncation is read`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        var lies: [Int] = []
        for byteCount in 0...bytes.count {
            let facts = ImageFacts(reading: bytes.span.extracting(first: byteCount))
            if facts.byteCount != byteCount || !Self.holds(facts) { lies.append(byteCount) }
        }
        #expect(lies.isEmpty)
    }

    @Test(arguments: Fixture.all.filter { ((try? $0.bytes().count) ?? 0) <= 2_048 })
    func `every changed byte is read`(_ fixture: Fixture) throws {
        var bytes = try fixture.bytes()
        var lies: [Int] = []
        for offset in bytes.indices {
            let original = bytes[offset]
            for changed in Set([original ^ 0xFF, original ^ 0x01, 0]) {
                bytes[offset] = changed
                if !Self.holds(ImageFacts(reading: bytes.span)) { lies.append(offset) }
            }
            bytes[offset] = original
        }
        #expect(lies.isEmpty)
    }

    private static func holds(_ facts: ImageFacts) -> Bool {
        let isRead = facts.format.isDecodable || [.heic, .avif, .bmp, .tiff].contains(facts.format)
        return switch facts.header {
        case .success(let header):
            isRead && HeaderInvariants.holds(header, byteCount: facts.byteCount)
        case .failure(let error):
            (error == .notDecodable) == !isRead
        }
    }
}
