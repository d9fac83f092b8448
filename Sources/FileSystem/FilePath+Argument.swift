extension FilePath {
    /// The command line's arguments, byte for byte, as text that ``init(argument:)`` takes back.
    ///
    /// A name that is not UTF-8 does not survive as a `String`. On Linux the arguments are
    /// therefore read from `/proc/self/cmdline` (proc(5)); where that cannot be read, they are
    /// those of Swift.
    public static var commandLineArguments: [String] {
        guard let file = try? OpenFile(reading: FilePath("/proc/self/cmdline")),
            let bytes = try? file.remainder(upTo: argumentsByteCountAtMost), bytes.last == 0
        else { return Array(CommandLine.arguments.dropFirst()) }
        return bytes.dropLast()
            .split(separator: 0, omittingEmptySubsequences: false)
            .dropFirst()
            .map { FilePath(bytes: $0).argument }
    }

    /// The path as text that keeps every byte: one that is not part of a character becomes one of
    /// the last 256 private-use characters, U+10FF00 to U+10FFFF.
    public var argument: String {
        characters.reduce(into: "") { text, character in
            switch character {
            case .scalar(let scalar) where scalar.value < Self.firstByteStandIn:
                text.unicodeScalars.append(scalar)
            case .scalar(let scalar):
                text.unicodeScalars += String(scalar).utf8.compactMap(Self.standIn)
            case .byte(let byte):
                text.unicodeScalars += [byte].compactMap(Self.standIn)
            }
        }
    }

    /// Creates a path from what ``argument`` gave.
    public init(argument: String) {
        self.init(
            bytes: argument.unicodeScalars.flatMap { scalar in
                guard scalar.value >= Self.firstByteStandIn else {
                    return Array(String(scalar).utf8)
                }
                return [UInt8(truncatingIfNeeded: scalar.value)]
            }
        )
    }

    /// More than any system passes to a process (execve(2)).
    private static let argumentsByteCountAtMost = 1 << 30

    private static let firstByteStandIn: UInt32 = 0x10FF00

    private static func standIn(for byte: UInt8) -> Unicode.Scalar? {
        Unicode.Scalar(firstByteStandIn + UInt32(byte))
    }
}
