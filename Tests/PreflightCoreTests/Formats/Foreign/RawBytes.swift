/// The first directory of a TIFF file as cameras write it.
struct RawBytes {
    let bytes: [UInt8]

    /// Canon's header, with its format behind it.
    static let canon: [UInt8] = [0x49, 0x49, 0x2A, 0, 16, 0, 0, 0, 0x43, 0x52, 2, 0]

    init(
        maker: String,
        isBig: Bool = true,
        hasSubdirectories: Bool = true,
        extra: Int? = nil
    ) {
        func integer(_ value: Int, _ byteCount: Int) -> [UInt8] {
            let big = value.bigEndianBytes(byteCount)
            return isBig ? big : big.reversed()
        }
        let tags = [0x010F] + (hasSubdirectories ? [0x014A] : []) + (extra.map { [$0] } ?? [])
        let text = Array(maker.utf8) + [0]
        let textOffset = 8 + 2 + tags.count * 12 + 4
        var bytes = Array((isBig ? "MM\0\u{2A}" : "II\u{2A}\0").utf8) + integer(8, 4)
        bytes += integer(tags.count, 2)
        for tag in tags {
            let isShort = tag == 0x010F && text.count <= 4
            bytes += integer(tag, 2) + integer(tag == 0x010F ? 2 : 4, 2)
            bytes += integer(tag == 0x010F ? text.count : 1, 4)
            bytes +=
                isShort ? text + Array(repeating: 0, count: 4 - text.count) : integer(textOffset, 4)
        }
        self.bytes = bytes + integer(0, 4) + text
    }
}
