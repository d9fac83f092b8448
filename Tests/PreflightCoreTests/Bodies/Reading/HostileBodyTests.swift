import PreflightCore
import Testing

/// Whatever is done to a body, it is read without a trap, and what is read holds together.
struct HostileBodyTests {
    private static let sample = Array(BodySample.mixed.utf8)

    @Test
    func `Every truncation is a mistake at its end`() {
        for byteCount in 0..<Self.sample.count {
            let bytes = Array(Self.sample[..<byteCount])
            let error = #expect(throws: RequestBodyError.self) { try RequestBody(bytes) }
            #expect((error?.offset ?? -1) >= byteCount - Self.longestTokenByteCount)
        }
        #expect(BodyPromises.hold(of: Self.sample))
    }

    /// A mistake is placed at the start of an escape or a literal, at most this far from its end.
    private static let longestTokenByteCount = 8

    @Test(arguments: [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF] as [UInt8])
    func `Every changed byte is read`(_ mask: UInt8) {
        var bytes = Self.sample
        var lies: [Int] = []
        for offset in bytes.indices {
            bytes[offset] ^= mask
            if !BodyPromises.hold(of: bytes) { lies.append(offset) }
            bytes[offset] ^= mask
        }
        #expect(lies.isEmpty)
    }

    @Test(arguments: Array(#"{}[]",:\"#.utf8) + [0, 0x0A])
    func `Every inserted or replaced byte is read`(_ byte: UInt8) {
        var lies: [Int] = []
        for offset in Self.sample.indices {
            var bytes = Self.sample
            bytes.insert(byte, at: offset)
            if !BodyPromises.hold(of: bytes) { lies.append(offset) }
            bytes.remove(at: offset + 1)
            if !BodyPromises.hold(of: bytes) { lies.append(offset) }
            bytes.remove(at: offset)
            if !BodyPromises.hold(of: bytes) { lies.append(offset) }
        }
        #expect(lies.isEmpty)
    }
}
