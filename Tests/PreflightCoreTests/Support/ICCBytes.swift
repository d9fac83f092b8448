/// A small ICC profile.
struct ICCBytes {
    /// Four letters that name the colour space of the data.
    var colorSpace = "RGB "
    /// The data of each tag by its signature, in the order in which they are written.
    var tags: [(signature: String, data: [UInt8])] = []

    /// A profile with three primaries, each as XYZ, and nothing else.
    static func primaries(_ primaries: [[Double]]) -> ICCBytes {
        let signatures = ["rXYZ", "gXYZ", "bXYZ"]
        return ICCBytes(tags: zip(signatures, primaries.map(xyz)).map { ($0, $1) })
    }

    /// The profile: the header of 128 bytes, the table of tags, the tags.
    var bytes: [UInt8] {
        var header = [UInt8](repeating: 0, count: 128)
        header.replaceSubrange(16..<20, with: colorSpace.utf8)
        header.replaceSubrange(36..<40, with: "acsp".utf8)
        var table = tags.count.bigEndianBytes(4)
        var data: [UInt8] = []
        let start = header.count + 4 + 12 * tags.count
        for tag in tags {
            table += Array(tag.signature.utf8) + (start + data.count).bigEndianBytes(4)
            table += tag.data.count.bigEndianBytes(4)
            data += tag.data
        }
        return header + table + data
    }

    /// The profile with a description as version 2 has it.
    func named(_ name: [UInt8]) -> ICCBytes {
        adding("desc", Array("desc\0\0\0\0".utf8) + (name.count + 1).bigEndianBytes(4) + name + [0])
    }

    /// The profile with a description as version 4 has it: texts by their language.
    func localized(_ texts: [(language: String, text: String)]) -> ICCBytes {
        var records: [UInt8] = []
        var data: [UInt8] = []
        for (language, text) in texts {
            let encoded = text.utf16.flatMap { Int($0).bigEndianBytes(2) }
            let offset = 16 + 12 * texts.count + data.count
            records += Array((language + "XX").utf8)
            records += encoded.count.bigEndianBytes(4) + offset.bigEndianBytes(4)
            data += encoded
        }
        let header = Array("mluc\0\0\0\0".utf8) + texts.count.bigEndianBytes(4)
        return adding("desc", header + 12.bigEndianBytes(4) + records + data)
    }

    /// The profile with one more tag.
    func adding(_ signature: String, _ data: [UInt8]) -> ICCBytes {
        var copy = self
        copy.tags.append((signature, data))
        return copy
    }

    private static func xyz(_ values: [Double]) -> [UInt8] {
        let numbers = values.map { Int(($0 * 65_536).rounded()) }
        return Array("XYZ \0\0\0\0".utf8) + numbers.flatMap { $0.bigEndianBytes(4) }
    }
}

extension ICCBytes {
    /// The primaries of sRGB as the profile of its authors (1998) has them.
    static let standardPrimaries = [
        [0.43607, 0.22249, 0.01392], [0.38515, 0.71687, 0.09708], [0.14307, 0.06061, 0.71410],
    ]
    /// Those of Display P3.
    static let displayP3Primaries = [
        [0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189], [0.15710, 0.06657, 0.78407],
    ]
}
