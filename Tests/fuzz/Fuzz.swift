internal import CFuzzer

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Has libFuzzer look for bytes that a target does not stand.
///
/// `fuzz TARGET [options and folders of libFuzzer]` runs one, `fuzz --list` names all, and
/// `fuzz --seeds TARGET FOLDER` writes what no file of the project shows.
@main
struct Fuzz {
    private static let words = CommandLine.arguments.dropFirst()

    /// The one that is run; nil for any other use.
    private static let target = words.first.flatMap(FuzzTarget.init)

    static func main() throws {
        switch words.first {
        case "--list": for target in FuzzTarget.allCases { print(target.rawValue) }
        case "--seeds" where words.count == 3:
            guard let target = FuzzTarget(rawValue: words[2]) else { exit(EX_USAGE) }
            try target.writeSeeds(to: words[3])
        default:
            guard target != nil else { exit(EX_USAGE) }
            exit(run())
        }
    }

    /// Runs libFuzzer, which takes the name of the target for that of the program.
    private static func run() -> Int32 {
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        return unsafe arguments.withUnsafeMutableBufferPointer { buffer in
            var count = Int32(words.count)
            var start = buffer.baseAddress
            return unsafe LLVMFuzzerRunDriver(&count, &start) { bytes, byteCount in
                let input = unsafe UnsafeBufferPointer(start: bytes, count: byteCount)
                if let broken = unsafe Fuzz.target?.brokenPromise(by: Array(input)) {
                    print("Broken promise: \(broken)")
                    abort()
                }
                return 0
            }
        }
    }
}
