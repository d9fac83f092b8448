internal import FileSystem
internal import Synchronization

extension OutputFolder {
    /// A file that is not complete.
    struct Temporary: ~Copyable {
        /// Its name, in the folder that the output goes to.
        let name: FilePath
        /// The file, locked while it is open.
        let file: OutputFile
    }

    /// Creates a temporary file that ``stop()`` knows of.
    func createTemporary(for place: Place) throws(OutputError) -> Temporary {
        while true {
            let temporary = try state.withLock { state throws(OutputError) in
                guard !state.isStopped else { throw .stopped(place.path) }
                let name = TemporaryName.random()
                let file = try place.wording { () throws(FileError) in
                    try place.folder.createFile(named: name)
                }
                state.temporaries[name] = place.folder
                return Temporary(name: name, file: file)
            }
            // Another run may have swept the file away before it was locked.
            let isLocked = (try? temporary.file.lockIfFree()) ?? true
            let status = try? place.folder.status(of: temporary.name, followingLinks: false)
            if isLocked, status != nil { return temporary }
            state.withLock { _ = $0.temporaries.removeValue(forKey: temporary.name) }
        }
    }

    /// Gives a complete file its name, unless that has been taken meanwhile.
    ///
    /// One at a time, since the outputs of a run must not replace each other.
    func publish(
        _ temporary: borrowing Temporary,
        at place: Place,
        replacing replaces: Bool
    ) throws(OutputError) {
        let identity = try place.wording { () throws(FileError) in
            try temporary.file.status().identity
        }
        try state.withLock { state throws(OutputError) in
            guard !state.isStopped else { throw .stopped(place.path) }
            try requireFree(place, state.written, replacing: replaces)
            try place.wording { () throws(FileError) in
                if replacesFiles || replaces {
                    try place.folder.rename(temporary.name, replacing: place.name)
                } else {
                    try place.folder.rename(temporary.name, keeping: place.name)
                }
            }
            state.written.insert(identity)
        }
        try place.wording(place.folder.synchronise)
    }

    /// Ends all writing: removes the temporary files, and lets no further file appear.
    ///
    /// For the last work of a process that was asked to end (``TerminationSignals``). Outputs that
    /// are complete stay; a writer that is at work gets ``OutputError/stopped(_:)`` or an error of
    /// the file system.
    package func stop() {
        state.withLock { state in
            state.isStopped = true
            for (name, folder) in state.temporaries { try? folder.remove(name) }
        }
    }

    /// Removes what interrupted runs left in a folder, once a run.
    ///
    /// A temporary file is left alone while its writer lives, which is told by its lock, and where
    /// the file system has no locks.
    func sweep(_ folder: OpenFolder, at path: FilePath) {
        guard state.withLock({ $0.sweptFolders.insert(path).inserted }) else { return }
        let names = (try? folder.names()) ?? []
        for name in names where TemporaryName.matches(name) {
            guard let file = try? folder.openFile(named: name), let status = try? file.status(),
                status.kind == .regular, !inputs.contains(status.identity),
                (try? file.lockIfFree()) == true
            else { continue }
            try? folder.remove(name)
        }
    }
}
