package import FileSystem
internal import ImagePreflight
package import PreflightCore

/// Gives every output of a run a name of its own.
///
/// An output keeps its input's name; only an extension that promises another format is corrected.
/// Where two want one name, it is the first one's in the order of the inputs, and the next get
/// `-2`, `-3` before the extension. A corrected or numbered name is never one that another input
/// bears itself. Names are bytes: letter case tells them apart, and nothing is normalised.
package struct OutputNames: Sendable {
    private let inputNames: Set<FilePath>
    private let folders: Set<FilePath>
    private var given: Set<FilePath> = []
    private var lastNumbers: [FilePath: Int] = [:]

    /// Prepares the names.
    ///
    /// - Parameter inputNames: The inputs' names below the folder of the outputs: the file name of
    ///   a file, the path below a directory that was walked.
    package init(keeping inputNames: [FilePath]) {
        self.inputNames = Set(inputNames)
        folders = Set(inputNames.flatMap(\.ancestors))
    }
}

extension OutputNames {
    /// The name of the next output; asked for once an output, in the order of the inputs.
    ///
    /// - Parameters:
    ///   - inputName: The input's name, as it was given to ``init(keeping:)``.
    ///   - format: The format that is written.
    ///   - addsExtension: Whether the name lacks an extension because nobody gave it: it gets the
    ///     format's.
    ///   - part: Which part of the input it holds, from 1, and of how many; nil for all.
    /// - Returns: A name that no other output has.
    package mutating func name(
        for inputName: FilePath,
        as format: ImageFormat,
        addingExtension addsExtension: Bool = false,
        part: (number: Int, count: Int)? = nil
    ) -> OutputName {
        let whole =
            addsExtension
            ? inputName.addingFileNameExtension(of: format)
            : inputName.correctingFileNameExtension(for: format)
        let wanted = part.map { whole.appendingToStem(Self.stemEnd(of: $0)) } ?? whole
        let name = isFree(wanted, for: inputName) ? wanted : numbered(wanted, for: inputName)
        given.insert(name)
        return OutputName(path: name, wantedPath: wanted)
    }

    /// The names that an input's output may have in any of some formats: its own, and the one with
    /// each format's extension, if no other input bears that itself.
    package func possibleNames(
        for inputName: FilePath,
        as formats: [ImageFormat]
    ) -> [FilePath] {
        var names: [FilePath] = []
        for format in formats {
            let name = inputName.correctingFileNameExtension(for: format)
            if isFree(name, for: inputName), !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// Gives away a name that is in use already.
    package mutating func give(_ name: FilePath) { given.insert(name) }

    /// Which part it is, in digits that put all parts in order where names are sorted.
    private static func stemEnd(of part: (number: Int, count: Int)) -> String {
        let count = String(part.count)
        return "-part-\(String(part.number).padded(to: count.count, before: "0"))-of-\(count)"
    }

    private func isFree(_ name: FilePath, for inputName: FilePath) -> Bool {
        guard !given.contains(name), !folders.contains(name) else { return false }
        return name == inputName || !inputNames.contains(name)
    }

    private mutating func numbered(_ wanted: FilePath, for inputName: FilePath) -> FilePath {
        var number = lastNumbers[wanted, default: 1]
        var name: FilePath
        repeat {
            number += 1
            name = wanted.appendingToStem("-\(number)")
        } while !isFree(name, for: inputName)
        lastNumbers[wanted] = number
        return name
    }
}

extension FilePath {
    /// The folders that a relative path leads through: `a` and `a/b` of `a/b/c.png`.
    fileprivate var ancestors: [FilePath] {
        Array(
            sequence(state: self) { path in
                guard let parent = path.parent else { return nil }
                path = parent
                return parent
            }
        )
    }

    /// The path with the format's extension, if its own promises another format.
    fileprivate func correctingFileNameExtension(for format: ImageFormat) -> FilePath {
        guard let promised = fileNameExtension.flatMap(ImageFormat.init(fileNameExtension:)),
            promised != format
        else { return self }
        return withoutFileNameExtension.addingFileNameExtension(of: format)
    }

    /// The path with the format's extension after it.
    fileprivate func addingFileNameExtension(of format: ImageFormat) -> FilePath {
        format.fileNameExtensions.first.map { appendingText(".\($0)") } ?? self
    }

    /// The path with text put before the extension's dot, or at the end where there is none.
    fileprivate func appendingToStem(_ text: String) -> FilePath {
        let stem = withoutFileNameExtension
        return FilePath(bytes: stem.bytes + text.utf8 + bytes[stem.bytes.count...])
    }
}

/// The name that an output was given, below the folder of the outputs.
package struct OutputName: Sendable, Equatable {
    /// The name that is used.
    package let path: FilePath

    /// The name that would have been used if no other image had a better right to it.
    package let wantedPath: FilePath

    /// Whether the name was changed because of another image; people are told.
    package var isChanged: Bool { path != wantedPath }
}
