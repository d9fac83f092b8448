package import FileSystem
internal import Synchronization

/// The folder that outputs are written to, each whole or not at all.
///
/// An output is written under a temporary name in its own folder, brought to the disk, and only
/// then given its name. The folder itself may be reached through a symbolic link, those below it
/// may not. Several threads may write at a time.
package final class OutputFolder: Sendable {
    /// The folder's path as it was given.
    package let root: FilePath

    /// The folder itself.
    let folder: OpenFolder

    /// The ``FileStatus/identity`` of each input.
    let inputs: Set<[UInt64]>

    /// Whether a file that is there is replaced.
    let replacesFiles: Bool

    /// What changes while outputs are written.
    let state = Mutex(State())

    /// What changes while outputs are written.
    struct State {
        /// Whether no file may appear any more.
        var isStopped = false
        /// The temporary files that exist, by name, with the folder they are in.
        var temporaries: [FilePath: OpenFolder] = [:]
        /// The folders in which what an interrupted run left was looked for.
        var sweptFolders: Set<FilePath> = []
        /// The files that this run wrote.
        var written: Set<[UInt64]> = []
    }

    /// Opens the folder and creates it where it is missing.
    ///
    /// - Parameters:
    ///   - root: Its path, as `--out` gives it.
    ///   - inputs: The ``FileStatus/identity`` of each input; none of them is ever replaced.
    ///   - replacesFiles: Whether a file that is there is replaced, as `--force` asks.
    /// - Throws: ``OutputError`` where it cannot be had.
    package init(
        root: FilePath,
        protecting inputs: [[UInt64]],
        replacesFiles: Bool
    ) throws(OutputError) {
        self.root = root
        self.inputs = Set(inputs)
        self.replacesFiles = replacesFiles
        do throws(FileError) {
            try OpenFolder.create(root)
            folder = try OpenFolder(root)
        } catch .notDirectory {
            throw .notFolder(root)
        } catch {
            throw .failed(root, error)
        }
    }
}

extension OutputFolder {
    /// The path of an output, as reports give it.
    package func path(of name: FilePath) -> FilePath { root.appending(name) }

    /// Makes sure that outputs may get names in the folder itself, before the first is written.
    ///
    /// - Throws: ``OutputError`` for the first name that is taken, or of which nobody can tell.
    package func requireFree(_ names: [FilePath]) throws(OutputError) {
        let written = state.withLock(\.written)
        for name in names {
            try requireFree(Place(folder: folder, name: name, path: path(of: name)), written)
        }
    }

    /// Writes an output and brings it to the disk.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - name: Its path below the folder; folders that are missing are created.
    ///   - replaces: Whether a file that is there is replaced in any case.
    /// - Throws: ``OutputError``; nothing of the output is there then, and what was there still is.
    ///   Only where the disk fails after the output got its name, it keeps it.
    package func write(
        _ bytes: [UInt8],
        to name: FilePath,
        replacing replaces: Bool = false
    ) throws(OutputError) {
        try write(pieces: CollectionOfOne(bytes), to: name, replacing: replaces)
    }

    /// The same with an output that is made piece by piece.
    func write(
        pieces: some Sequence<[UInt8]>,
        to name: FilePath,
        replacing replaces: Bool = false
    ) throws(OutputError) {
        guard let last = name.components.last, name.components.allSatisfy(\.isPlainName) else {
            throw .outside(name)
        }
        let place = Place(
            folder: try folder(below: name.components.dropLast()),
            name: last,
            path: path(of: name)
        )
        try requireFree(place, state.withLock(\.written), replacing: replaces)
        let temporary = try createTemporary(for: place)
        defer { state.withLock { _ = $0.temporaries.removeValue(forKey: temporary.name) } }
        do throws(OutputError) {
            try place.wording { () throws(FileError) in
                for piece in pieces { try temporary.file.write(piece) }
                try temporary.file.synchronise()
            }
            try publish(temporary, at: place, replacing: replaces)
        } catch {
            // What it was is told already, and a temporary that resists is swept by the next run.
            try? place.folder.remove(temporary.name)
            throw error
        }
    }
}
