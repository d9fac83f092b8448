internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// What is looked at in folders, depth first in the order of the names.
///
/// Links to folders are not followed, which keeps a walk from going in circles, and what is neither
/// file nor folder is no image.
struct FolderWalk {
    private(set) var inputs: [ImageInput] = []

    /// The files that neither their names nor their contents call images, and hidden ones.
    private(set) var passedByCount = 0

    private let selection: WalkOptions
    private let earlier: EarlierOutputs

    /// Prepares for walks.
    ///
    /// - Parameters:
    ///   - selection: What is looked at.
    ///   - earlier: What an earlier run wrote, which is skipped.
    init(_ selection: WalkOptions, skipping earlier: EarlierOutputs) {
        self.selection = selection
        self.earlier = earlier
    }
}

extension FolderWalk {
    /// Goes through a folder that is named, whatever ignore files say of the folder itself.
    mutating func walk(_ folder: FilePath) {
        var rules = IgnoreRules(selection)
        note(rules.addFiles(above: folder))
        walk(folder, namedBelowRoot: nil, rules)
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
            note([.unavailable(folder, because: error)])
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
                note([.unavailable(place.path, because: error)])
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
        guard !isLeftOut, selection.takesAll || place.isImage else {
            passedByCount += 1
            return
        }
        inputs.append(.file(place.path, outputName: place.nameBelowRoot))
    }

    private mutating func note(_ unavailable: [ImageInput]) {
        inputs += unavailable
    }
}

/// Where something stands that a walk comes to.
private struct Place {
    /// The path that it is reached by.
    let path: FilePath

    /// Its path below the folder that is named.
    let nameBelowRoot: FilePath

    /// Whether its name or its beginning calls it an image.
    ///
    /// A name without extension says nothing; where the content cannot be read either, the report
    /// says why.
    var isImage: Bool {
        let fileNameExtension = path.fileNameExtension
        if let fileNameExtension, ImageClaim.isMade(byFileNameExtension: fileNameExtension) {
            return true
        }
        do throws(FileError) {
            let file = try OpenFile(readingWithoutWaiting: path)
            guard try file.status().kind == .regular else { return false }
            let beginning = try file.bytes(upTo: ImageClaim.byteCount)
            return ImageClaim.isMade(byContent: beginning.span)
        } catch {
            return fileNameExtension == nil && error != .missing
        }
    }
}

extension ImageInput {
    /// What cannot be looked at, with the reason for the report.
    static func unavailable(_ path: FilePath, because error: FileError) -> ImageInput {
        ImageInput(source: path.text, origin: .unavailable(error.sentence))
    }
}
