internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes bodies to standard output or into a folder.
struct RequestWriter {
    /// The folder; nil for standard output.
    let folder: FilePath?

    /// The files that were read; none of them is ever replaced.
    let inputs: [FilePath]

    /// Whether a file that is there is replaced.
    let replacesFiles: Bool

    /// Writes the bodies, in their order, if all of them may be written.
    ///
    /// - Parameter bodies: The pieces of each; only the one that is written has to be in memory.
    /// - Returns: Their files, in the same order; none on standard output.
    /// - Throws: ``Failure`` where one cannot be written.
    @discardableResult
    func write(_ bodies: [some Sequence<[UInt8]>]) throws(Failure) -> [FilePath] {
        guard let folder else {
            for body in bodies {
                for piece in body { try Terminal.write(piece) }
                if bodies.count > 1 { try Terminal.write([UInt8(ascii: "\n")]) }
            }
            return []
        }
        let output = try OutputFolder.opened(
            folder,
            protecting: inputs,
            replacesFiles: replacesFiles
        )
        let names = bodies.indices.map { Self.name(ofNumber: $0 + 1) }
        do throws(OutputError) {
            try output.requireFree(names)
            for (name, body) in zip(names, bodies) { try output.write(pieces: body, to: name) }
        } catch {
            throw Failure("\(error)")
        }
        Self.tellOfOthers(in: folder, than: names)
        return names.map(output.path)
    }
}

extension RequestWriter {
    /// Whether a file name is one that a body may get: `request-001.json`.
    static func isName(_ name: FilePath) -> Bool {
        let digits = name.text.dropFirst(prefix.count).dropLast(suffix.count)
        return Int(digits).map { self.name(ofNumber: $0) == name } ?? false
    }

    private static let prefix = "request-"
    private static let suffix = ".json"

    private static func name(ofNumber number: Int) -> FilePath {
        FilePath(prefix + String(number).padded(to: 3, before: "0") + suffix)
    }

    /// Names the bodies of earlier runs, which whoever sends the whole folder would send too.
    private static func tellOfOthers(in folder: FilePath, than names: [FilePath]) {
        let found = (try? DirectoryListing.names(in: folder)) ?? []
        let others = found.filter { isName($0) && !names.contains($0) }
        guard let first = others.first else { return }
        let more = others.count == 1 ? "" : " and \((others.count - 1).grouped) more"
        Terminal.complain(
            "\(folder.appending(first).text.neutralised)\(more) stay from an earlier run: remove "
                + "what is not to be sent."
        )
    }
}
