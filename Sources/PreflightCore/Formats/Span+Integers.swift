/// Bounds-checked reads of the integers that image headers are made of.
///
/// Every function throws ``HeaderError/truncated(offset:)`` instead of trapping, whatever the
/// offset, so that a reader need not check what it is about to read.
extension Span<UInt8> {
    /// The byte at `offset`.
    func byte(at offset: Int) throws(HeaderError) -> UInt8 {
        guard offset >= 0, offset < count else { throw .truncated(offset: count) }
        return self[offset]
    }

    /// Two bytes, the most significant first.
    func bigEndian16(at offset: Int) throws(HeaderError) -> Int {
        try requireBytes(2, at: offset)
        return Int(self[offset]) << 8 | Int(self[offset + 1])
    }

    /// Four bytes, the most significant first.
    func bigEndian32(at offset: Int) throws(HeaderError) -> Int {
        try requireBytes(4, at: offset)
        return Int(self[offset]) << 24 | Int(self[offset + 1]) << 16
            | Int(self[offset + 2]) << 8 | Int(self[offset + 3])
    }

    /// Two bytes, the least significant first.
    func littleEndian16(at offset: Int) throws(HeaderError) -> Int {
        try requireBytes(2, at: offset)
        return Int(self[offset + 1]) << 8 | Int(self[offset])
    }

    /// Three bytes, the least significant first.
    func littleEndian24(at offset: Int) throws(HeaderError) -> Int {
        try requireBytes(3, at: offset)
        return Int(self[offset + 2]) << 16 | Int(self[offset + 1]) << 8 | Int(self[offset])
    }

    /// Four bytes, the least significant first.
    func littleEndian32(at offset: Int) throws(HeaderError) -> Int {
        try requireBytes(4, at: offset)
        return Int(self[offset + 3]) << 24 | Int(self[offset + 2]) << 16
            | Int(self[offset + 1]) << 8 | Int(self[offset])
    }

    /// Whether the bytes of `signature` stand at `offset`; false where the file is shorter.
    func matches(_ signature: StaticString, at offset: Int = 0) -> Bool {
        matches(Array(signature.description.utf8), at: offset)
    }

    /// Whether `signature` stands at `offset`; false where the file is shorter.
    func matches(_ signature: [UInt8], at offset: Int = 0) -> Bool {
        guard offset >= 0, offset <= count, signature.count <= count - offset else { return false }
        for index in signature.indices where self[offset + index] != signature[index] {
            return false
        }
        return true
    }

    /// A copy of the bytes in `range`, which must lie inside.
    func bytes(in range: Range<Int>) -> [UInt8] {
        range.map { self[$0] }
    }

    private func requireBytes(_ wanted: Int, at offset: Int) throws(HeaderError) {
        guard offset >= 0, offset <= count, wanted <= count - offset else {
            throw .truncated(offset: count)
        }
    }
}
