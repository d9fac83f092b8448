internal import FileSystem
internal import ImagePreflight

/// Writes bodies to standard output or into a folder.
struct RequestWriter {
    /// The folder; nil for standard output.
    let folder: FilePath?

    /// The files that were read; none of them is ever replaced.
    let inputs: [FilePath]

    /// Whether a file that is there is replaced.
    let replacesFiles: Bool

    /// Writes the bodies, in their order.
    ///
    /// - Throws: ``Failure`` where one cannot be written.
    func write(_ bodies: [[UInt8]]) throws(Failure) {
        guard let folder else {
            try Terminal.write(bodies.count == 1 ? bodies[0] : Self.lines(of: bodies))
            return
        }
        let output = try OutputFolder.opened(
            folder,
            protecting: inputs,
            replacesFiles: replacesFiles
        )
        do throws(OutputError) {
            for (index, body) in bodies.enumerated() {
                try output.write(body, to: FilePath(Self.name(ofNumber: index + 1)))
            }
        } catch {
            throw Failure("\(error)")
        }
    }

    private static func lines(of bodies: [[UInt8]]) -> [UInt8] {
        bodies.reduce(into: []) { $0 += $1 + [UInt8(ascii: "\n")] }
    }

    private static func name(ofNumber number: Int) -> String {
        let digits = String(number)
        return "request-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            + ".json"
    }
}
