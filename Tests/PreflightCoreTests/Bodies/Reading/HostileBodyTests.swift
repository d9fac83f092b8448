import PreflightCore
import Testing

/// Whatever is done to a body, it is read without a trap, and what is read holds together.
struct HostileBodyTests {
    private static let sample = Array(BodySample.mixed.utf8)

    /// Whether what is read from `bytes` keeps to their bounds, and can be rewritten.
    private static func holds(_ bytes: [UInt8]) -> Bool {
        let body: RequestBody
        do {
            body = try RequestBody(bytes)
        } catch {
            return (0...bytes.count).contains(error.offset) && error.line > 0 && error.column > 0
        }
        for image in body.images { _ = try? body.imageBytes(of: image) }
        let replacements = [
            0: BodyReplacement.text("x"), 1: .image([1, 2], mediaType: "image/gif"),
        ]
        return body.rewritten([:]) == bytes
            && (try? RequestBody(body.rewritten(replacements)))?.requests.count
                == body.requests.count
    }

    @Test
    func `Every truncation is a mistake at its end`() {
        for byteCount in 0..<Self.sample.count {
            let bytes = Array(Self.sample[..<byteCount])
            let error = #expect(throws: RequestBodyError.self) { try RequestBody(bytes) }
            #expect((error?.offset ?? -1) >= byteCount - Self.longestTokenByteCount)
        }
        #expect(Self.holds(Self.sample))
    }

    /// A mistake is placed at the start of an escape or a literal, at most this far from its end.
    private static let longestTokenByteCount = 8

    @Test(arguments: [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF] as [UInt8])
    func `Every changed byte is read`(_ mask: UInt8) {
        var bytes = Self.sample
        var lies: [Int] = []
        for offset in bytes.indices {
            bytes[offset] ^= mask
            if !Self.holds(bytes) { lies.append(offset) }
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
            if !Self.holds(bytes) { lies.append(offset) }
            bytes.remove(at: offset + 1)
            if !Self.holds(bytes) { lies.append(offset) }
            bytes.remove(at: offset)
            if !Self.holds(bytes) { lies.append(offset) }
        }
        #expect(lies.isEmpty)
    }
}
