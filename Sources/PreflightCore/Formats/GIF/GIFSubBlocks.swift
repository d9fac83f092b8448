/// A run of sub-blocks of a GIF file: each a length in one byte and that much data, the last of
/// length 0 (GIF89a, sections 15 and 16).
enum GIFSubBlocks {
    /// The offset after the terminator of the run at `start`, or nil where the file ends first.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            let byteCount = Int(bytes[offset])
            offset += 1 + byteCount
            if byteCount == 0 { return offset }
        }
        return nil
    }

    /// What the run at `start` holds, as far as it is in the file; nil where it holds nothing.
    static func joined(in bytes: Span<UInt8>, from start: Int) -> [UInt8]? {
        var joined: [UInt8] = []
        var offset = start
        while offset < bytes.count, bytes[offset] != 0 {
            let end = min(offset + 1 + Int(bytes[offset]), bytes.count)
            for index in (offset + 1)..<end { joined.append(bytes[index]) }
            offset = end
        }
        return joined.isEmpty ? nil : joined
    }
}
