internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight

extension ReportOptions {
    /// Makes sure that the report does not replace what is read.
    ///
    /// - Parameter inputs: The files that are read.
    /// - Throws: `ValidationError` where `--output` is one of them, under whatever name or link.
    func requireApart(from inputs: [FilePath]) throws {
        guard let output = output?.path, let found = try? FileStatus(of: output),
            found.kind == .regular,
            inputs.contains(where: { (try? FileStatus(of: $0).identity) == found.identity })
        else { return }
        throw ValidationError(
            "The report would replace \(output.text.neutralised), which is read: choose another "
                + "file for --output."
        )
    }

    /// Makes sure that the report does not go where an output will, as far as that is known before.
    ///
    /// - Parameters:
    ///   - folder: The folder of the outputs.
    ///   - isName: Whether an output may get a name below the folder.
    /// - Throws: `ValidationError` where it would.
    func requireApart(
        fromOutputsIn folder: FilePath?,
        named isName: (FilePath) -> Bool
    ) throws {
        guard let output = output?.path, let folder, let name = output.name(below: folder),
            isName(name)
        else { return }
        throw ValidationError(
            "The report and what goes into --out would both be \(output.text.neutralised): choose "
                + "another file for --output."
        )
    }

    /// Makes sure that the report does not replace an output.
    ///
    /// - Throws: ``Failure`` where `--output` is one of them, under whatever name or link.
    func requireApart(fromWritten paths: [FilePath]) throws(Failure) {
        guard let output = output?.path, let found = try? FileStatus(of: output),
            paths.contains(where: { (try? FileStatus(of: $0).identity) == found.identity })
        else { return }
        throw Failure(
            "The report is not written, since it would replace \(output.text), which was just "
                + "written: choose another file for --output."
        )
    }
}

extension FilePath {
    /// The path below a folder, as the names or the file system have it; nil where it is not below.
    fileprivate func name(below folder: FilePath) -> FilePath? {
        let (names, above) = (components, folder.components)
        let isRooted = bytes.first == UInt8(ascii: "/")
        if isRooted == (folder.bytes.first == UInt8(ascii: "/")), names.starts(with: above) {
            return Self.joined(names.dropFirst(above.count))
        }
        guard let identity = try? FileStatus(of: folder).identity else { return nil }
        var (path, rest) = (self, ArraySlice<FilePath>())
        while let last = path.components.last {
            rest = [last] + rest
            let parent = path.parent ?? FilePath(isRooted ? "/" : ".")
            if (try? FileStatus(of: parent).identity) == identity { return Self.joined(rest) }
            guard parent.components.count < path.components.count, path.parent != nil else { break }
            path = parent
        }
        return nil
    }

    private static func joined(_ names: ArraySlice<FilePath>) -> FilePath? {
        names.dropFirst().reduce(names.first) { path, name in path?.appending(name) }
    }
}
