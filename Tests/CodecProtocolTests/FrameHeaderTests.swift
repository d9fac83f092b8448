import CodecProtocol
import Testing

/// The header of a frame says what follows, or is refused.
struct FrameHeaderTests {
    private static let header = FrameHeader(
        kind: .applied,
        isShared: true,
        headByteCount: 300,
        bulkByteCount: 70_000
    )

    @Test(arguments: MessageKind.allCases)
    func `a header comes back as it went`(_ kind: MessageKind) throws {
        var header = Self.header
        header.kind = kind
        #expect(header.bytes.count == FrameHeader.byteCount)
        #expect(try FrameHeader(header.bytes) == header)
    }

    @Test func `a header that is cut short or too long is refused`() {
        for length in 0..<FrameHeader.byteCount {
            #expect(throws: ProtocolError.cutShort) {
                try FrameHeader(Array(Self.header.bytes.prefix(length)))
            }
        }
        #expect(throws: ProtocolError.overlong) { try FrameHeader(Self.header.bytes + [0]) }
    }

    @Test func `another version is named`() {
        var bytes = Self.header.bytes
        bytes[4] = 7
        #expect(throws: ProtocolError.version(7)) { try FrameHeader(bytes) }
    }

    @Test(arguments: [
        (FrameHeader.headByteCountAtMost - 1, true), (FrameHeader.headByteCountAtMost, true),
        (FrameHeader.headByteCountAtMost + 1, false),
    ])
    func `a head has a most`(byteCount: Int, isTaken: Bool) {
        var header = Self.header
        header.headByteCount = byteCount
        #expect(((try? FrameHeader(header.bytes)) != nil) == isTaken)
    }

    @Test(arguments: [
        (FrameHeader.bulkByteCountAtMost - 1, true), (FrameHeader.bulkByteCountAtMost, true),
        (FrameHeader.bulkByteCountAtMost + 1, false), (Int.max, false),
    ])
    func `a bulk has a most`(byteCount: Int, isTaken: Bool) {
        var header = Self.header
        header.bulkByteCount = byteCount
        #expect(((try? FrameHeader(header.bytes)) != nil) == isTaken)
    }

    @Test func `a flipped bit is refused or another header`() {
        for index in 0..<FrameHeader.byteCount {
            for bit in 0..<8 {
                var bytes = Self.header.bytes
                bytes[index] ^= 1 << bit
                #expect((try? FrameHeader(bytes)) != Self.header)
            }
        }
    }
}
