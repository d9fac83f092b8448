internal import FileSystem
internal import ImagePreflight

/// The names in a list, as people's tools write lists.
struct NameList {
    /// The names, byte for byte, without empty ones.
    let names: [FilePath]

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - list: The file, or standard input.
    ///   - endWithNull: Whether a zero ends a name, and not the end of a line.
    /// - Throws: ``Failure`` where the list cannot be read, or is not in bytes of a file system.
    init(in list: PathArgument, endWithNull: Bool) throws(Failure) {
        let bytes: [UInt8]
        do throws(FileError) {
            let file =
                list.isStandardInput ? OpenFile.standardInput : try OpenFile(reading: list.path)
            bytes = try file.remainder(upTo: Self.byteCountAtMost)
        } catch {
            throw Failure("\(list.path.text): \(error.sentence)")
        }
        guard !endWithNull else {
            names = bytes.split(separator: 0).map { FilePath(bytes: $0) }
            return
        }
        if let mistake = Self.mistake(in: bytes) {
            throw Failure("\(list.path.text): \(mistake)")
        }
        names = Self.lines(in: bytes)
    }

    /// The names in lines that end in LF or CRLF, behind a byte order mark or none.
    private static func lines(in bytes: [UInt8]) -> [FilePath] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        return text.split(separator: UInt8(ascii: "\n"))
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            .filter { !$0.isEmpty }
            .map { FilePath(bytes: $0) }
    }

    /// What is wrong with a list in which there are zeros, which no name holds; nil without one.
    private static func mistake(in bytes: [UInt8]) -> String? {
        guard let zero = bytes.firstIndex(of: 0) else { return nil }
        // Of UTF-16, every other byte of plain names is a zero, and every end of a line holds one.
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let isWide = zero <= 1 && bytes.count > zero + 2 && bytes[zero + 2] == 0
        guard isMarked || isWide else {
            return "the names in the list end with NUL and not with a new line: give -0 as well."
        }
        return "the list is in UTF-16, in which no name is found: save it as UTF-8."
    }

    /// A list is held in memory as a whole.
    private static let byteCountAtMost = 1_000_000_000
}
