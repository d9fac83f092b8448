internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// What is looked at in folders, depth first in the order of the names.
///
/// Links to folders are not followed, which keeps a walk from going in circles, and what is neither
/// file nor folder is no image.
struct FolderWalk {
    /// What is to be judged, and what could not be looked at.
    private var inputs: [ImageInput] = []

    /// The files that neither their names nor their contents call images, and hidden ones.
    private(set) var passedByCount = 0

    /// The ignore files that were found not to be readable.
    private var noted: Set<String> = []

    /// How many inputs hold their files open.
    private var heldCount = 0

    private let selection: WalkOptions
    private let settings: Settings
    private let earlier: EarlierOutputs

    /// Prepares for walks.
    ///
    /// - Parameters:
    ///   - selection: What is looked at.
    ///   - settings: What is left out where the command line does not say that all is judged.
    ///   - earlier: What an earlier run wrote, which is skipped.
    init(_ selection: WalkOptions, _ settings: Settings, skipping earlier: EarlierOutputs) {
        self.selection = selection
        self.settings = settings
        self.earlier = earlier
    }
}

extension FolderWalk {
    /// Goes through a folder that is named, whatever ignore files say of the folder itself.
    ///
    /// - Returns: What is to be judged, and what could not be looked at.
    mutating func images(in folder: FilePath) -> [ImageInput] {
        var rules = IgnoreRules(selection, settings, below: folder)
        note(rules.addFiles(above: folder))
        walk(folder, namedBelowRoot: nil, rules)
        defer { inputs = [] }
        return inputs
    }

    private mutating func walk(
        _ folder: FilePath,
        namedBelowRoot relative: FilePath?,
        _ rulesAbove: IgnoreRules
    ) {
        let names: [FilePath]
        do throws(FileError) {
            names = try DirectoryListing.names(in: folder)
        } catch {
            inputs.append(.unavailable(folder, because: error))
            return
        }
        var rules = rulesAbove
        note(rules.addFiles(named: names, in: folder, namedBelowRoot: relative))
        for name in names where !rules.isIgnoreFile(name) {
            let place = Place(
                path: folder.appending(name),
                nameBelowRoot: relative?.appending(name) ?? name
            )
            take(place, isHidden: name.bytes.first == UInt8(ascii: "."), rules)
        }
    }

    /// Enters a folder, judges a file or passes it by.
    private mutating func take(_ place: Place, isHidden: Bool, _ rules: IgnoreRules) {
        let status: FileStatus
        do throws(FileError) {
            status = try FileStatus(of: place.path, followingLinks: false)
        } catch {
            if !isHidden || selection.takesHidden {
                inputs.append(.unavailable(place.path, because: error))
            }
            return
        }
        let isFolder = status.kind == .directory
        let isLeftOut = isHidden && !selection.takesHidden
        if isLeftOut && isFolder || rules.ignore(place.nameBelowRoot, isFolder: isFolder) { return }
        if isFolder {
            if earlier.isFolder(place.path) { return }
            walk(place.path, namedBelowRoot: place.nameBelowRoot, rules)
            return
        }
        let kind =
            status.kind == .link ? (try? FileStatus(of: place.path).kind) ?? .link : status.kind
        guard kind == .regular || kind == .link, !earlier.isReport(place.path) else { return }
        guard !isLeftOut, selection.takes(place.path.fileNameExtension),
            let claim = selection.takesAll ? .made : place.claim()
        else {
            passedByCount += 1
            return
        }
        var input = ImageInput.file(place.path, outputName: place.nameBelowRoot)
        input.isKnownRegular = kind == .regular
        if case .found(let file) = claim, heldCount < HeldFile.reasonableCount {
            input.held = file
            heldCount += 1
        }
        inputs.append(input)
    }

    /// Adds ignore files that cannot be read, once: they hold in more than one folder.
    private mutating func note(_ unavailable: [ImageInput]) {
        for input in unavailable where noted.insert(input.source).inserted {
            inputs.append(input)
        }
    }
}

/// Where something stands that a walk comes to.
private struct Place {
    /// The path that it is reached by.
    let path: FilePath

    /// Its path below the folder that is named.
    let nameBelowRoot: FilePath
}

extension Place {
    /// What calls a file an image.
    enum Claim {
        /// Its name does, or somebody who wants it judged whatever it is.
        case made
        /// Its content does, for which it was opened.
        case found(HeldFile)
    }

    /// Whether a file's name or its beginning calls it an image; nil where neither does.
    ///
    /// A name without extension says nothing; where the content cannot be read either, the report
    /// says why.
    func claim() -> Claim? {
        let fileNameExtension = path.fileNameExtension
        if let fileNameExtension, ImageClaim.isMade(byFileNameExtension: fileNameExtension) {
            return .made
        }
        do throws(FileError) {
            let file = try OpenFile(readingWithoutWaiting: path)
            guard try file.status().kind == .regular else { return nil }
            let beginning = try file.beginning(upTo: ImageClaim.byteCount)
            guard ImageClaim.isMade(byContent: beginning.span) else { return nil }
            return .found(HeldFile(file))
        } catch {
            return fileNameExtension == nil && error != .missing ? .made : nil
        }
    }
}

extension ImageInput {
    /// What cannot be looked at, with the reason for the report.
    static func unavailable(_ path: FilePath, because error: FileError) -> ImageInput {
        ImageInput(source: path.text, origin: .unavailable(error.sentence))
    }
}
