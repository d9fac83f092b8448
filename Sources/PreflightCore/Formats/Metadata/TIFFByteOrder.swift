/// The order of bytes in the integers of one TIFF structure, as its first four bytes say.
enum TIFFByteOrder {
    case littleEndian
    case bigEndian

    init?(of tiff: Span<UInt8>) {
        if tiff.matches("II\u{2A}\0") {
            self = .littleEndian
        } else if tiff.matches("MM\0\u{2A}") {
            self = .bigEndian
        } else {
            return nil
        }
    }

    func integer16(at offset: Int, in tiff: Span<UInt8>) throws(HeaderError) -> Int {
        switch self {
        case .littleEndian: try tiff.littleEndian16(at: offset)
        case .bigEndian: try tiff.bigEndian16(at: offset)
        }
    }

    func integer32(at offset: Int, in tiff: Span<UInt8>) throws(HeaderError) -> Int {
        switch self {
        case .littleEndian: try tiff.littleEndian32(at: offset)
        case .bigEndian: try tiff.bigEndian32(at: offset)
        }
    }
}
