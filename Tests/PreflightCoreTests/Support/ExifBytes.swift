/// A small TIFF structure as EXIF data has it, in either byte order.
struct ExifBytes {
    /// Whether the least significant byte comes first.
    var isLittleEndian = true
    /// The first directory.
    var entries: [Entry] = []
    /// The directory of GPS tags, to which an entry is added in the first; none where nil.
    var gpsTags: [Int]?

    /// One entry of a directory.
    struct Entry {
        var tag: Int
        var type = 3
        var value: Int
    }

    /// EXIF data with an orientation and nothing else.
    static func orientation(_ value: Int, isLittleEndian: Bool = true) -> [UInt8] {
        let entry = Entry(tag: 0x0112, value: value)
        return ExifBytes(isLittleEndian: isLittleEndian, entries: [entry]).bytes
    }

    /// EXIF data with a GPS directory and nothing else.
    static func gps(tags: [Int]) -> [UInt8] {
        ExifBytes(gpsTags: tags).bytes
    }

    /// The structure, beginning with its byte order.
    var bytes: [UInt8] {
        let start = 8
        var first = entries
        if gpsTags != nil {
            let gpsOffset = start + 2 + 12 * (entries.count + 1) + 4
            first.append(Entry(tag: 0x8825, type: 4, value: gpsOffset))
        }
        let header = Array((isLittleEndian ? "II" : "MM").utf8) + integer(42, 2) + integer(start, 4)
        let gps = gpsTags.map { $0.map { Entry(tag: $0, value: 0) } }
        return header + directory(first) + (gps.map(directory) ?? [])
    }

    private func directory(_ entries: [Entry]) -> [UInt8] {
        integer(entries.count, 2) + entries.flatMap(bytes) + integer(0, 4)
    }

    private func bytes(_ entry: Entry) -> [UInt8] {
        let value =
            entry.type == 3 ? integer(entry.value, 2) + integer(0, 2) : integer(entry.value, 4)
        return integer(entry.tag, 2) + integer(entry.type, 2) + integer(1, 4) + value
    }

    private func integer(_ value: Int, _ byteCount: Int) -> [UInt8] {
        let bytes = value.bigEndianBytes(byteCount)
        return isLittleEndian ? bytes.reversed() : bytes
    }
}
