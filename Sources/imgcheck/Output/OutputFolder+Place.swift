internal import FileSystem

extension OutputFolder {
    /// Where an output goes.
    struct Place {
        /// The folder that it is in.
        let folder: OpenFolder
        /// Its name there.
        let name: FilePath
        /// Its whole path, for people.
        let path: FilePath

        /// Runs `body` and tells where the file system refused.
        func wording<Value: ~Copyable>(
            _ body: () throws(FileError) -> Value
        ) throws(OutputError) -> Value {
            do throws(FileError) {
                return try body()
            } catch .exists {
                throw .exists(path)
            } catch {
                throw .failed(path, error)
            }
        }
    }

    /// The folder at the end of a way of names, created where it is missing.
    func folder(below names: ArraySlice<FilePath>) throws(OutputError) -> OpenFolder {
        var folder = folder
        var path = root
        sweep(folder, at: path)
        for name in names {
            path = path.appending(name)
            folder = try Place(folder: folder, name: name, path: path).subfolder()
            sweep(folder, at: path)
        }
        return folder
    }

    /// Makes sure that an output may go to a place.
    ///
    /// - Parameters:
    ///   - place: Where it is to go.
    ///   - written: The files that this run wrote.
    ///   - replaces: Whether a file that is there is replaced in any case.
    /// - Throws: ``OutputError`` where it may not, or where nobody can tell.
    func requireFree(
        _ place: Place,
        _ written: Set<[UInt64]>,
        replacing replaces: Bool = false
    ) throws(OutputError) {
        let found: FileStatus
        do throws(FileError) {
            found = try place.folder.status(of: place.name, followingLinks: false)
        } catch .missing {
            return
        } catch {
            throw .failed(place.path, error)
        }
        let target = try? place.folder.status(of: place.name, followingLinks: true)
        let identities = [found.identity, target?.identity].compactMap(\.self)
        guard inputs.isDisjoint(with: identities) else { throw .isInput(place.path) }
        guard !written.contains(found.identity) else { throw .isOutput(place.path) }
        guard found.kind == .regular || found.kind == .link else { throw .notFile(place.path) }
        guard replacesFiles || replaces else { throw .exists(place.path) }
    }
}

extension OutputFolder.Place {
    /// Opens the folder at this place, created where it is missing; a link is not followed.
    fileprivate func subfolder() throws(OutputError) -> OpenFolder {
        do throws(FileError) {
            do throws(FileError) {
                return try folder.folder(named: name)
            } catch {
                guard error == .missing else { throw error }
                try create()
                return try folder.folder(named: name)
            }
        } catch {
            let found = try? folder.status(of: name, followingLinks: false).kind
            if found == .link { throw .linkedFolder(path) }
            throw found == nil || found == .directory ? .failed(path, error) : .notFolder(path)
        }
    }

    /// Creates the folder; it will do if another thread was faster.
    private func create() throws(FileError) {
        do throws(FileError) {
            try folder.createFolder(named: name)
            try folder.synchronise()
        } catch {
            guard error == .exists else { throw error }
        }
    }
}
